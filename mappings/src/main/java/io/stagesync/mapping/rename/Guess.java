package io.stagesync.mapping.rename;

import io.stagesync.vocabulary.RawValue;

/**
 * What a value is called now, perhaps.
 *
 * @param now the value that came
 * @param hint what speaks for it
 */
public record Guess(RawValue now, Hint hint) {}
