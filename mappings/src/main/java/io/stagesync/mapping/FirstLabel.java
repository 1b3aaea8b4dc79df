package io.stagesync.mapping;

import io.stagesync.vocabulary.Label;

/**
 * What a track begins with: when the pair of a lead that is not converted is seen for the first
 * time and both sides are blank, both get this label.
 *
 * @param line where the file says so, from 1
 */
public record FirstLabel(Label label, int line) {}
