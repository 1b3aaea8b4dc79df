package io.stagesync.trial;

/**
 * One thing that a test expects and that is decided otherwise.
 *
 * @param what which thing, for people
 * @param expected what the test says
 * @param got what was decided
 */
public record Difference(String what, String expected, String got) {}
