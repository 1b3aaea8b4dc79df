package io.stagesync.mapping;

import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.Track;

/**
 * Who takes part, in everything or in one track: a pair does while the furthest of its two sides
 * and its base is not below a label.
 *
 * @param track the ordered track that is looked at
 * @param notBelow the lowest label that takes part
 */
public record Scope(Track track, Label notBelow) {}
