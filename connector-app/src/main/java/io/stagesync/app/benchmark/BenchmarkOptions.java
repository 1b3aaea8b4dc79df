package io.stagesync.app.benchmark;

/**
 * What is measured.
 *
 * @param pairs how many linked pairs there are
 * @param share the part of them, between 0 and 1, that differs in one field
 * @param seed the same seed makes the same people
 * @param edits how many people edit, in a second experiment, exactly what is being written; 0
 *     leaves that out
 */
public record BenchmarkOptions(int pairs, double share, long seed, int edits) {}
