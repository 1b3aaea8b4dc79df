package io.stagesync.engine;

/**
 * A limit of the mapping that what waits to be written goes beyond.
 *
 * @param planned how many writes wait
 * @param allowed how many one run may make
 * @param sentence what stands in the way and what to do next, for people
 */
public record LimitReached(long planned, long allowed, String sentence) {}
