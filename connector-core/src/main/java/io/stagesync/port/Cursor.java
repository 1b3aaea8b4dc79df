package io.stagesync.port;

/**
 * The position up to which a feed was read.
 *
 * @param text only the adapter that made it understands it
 */
public record Cursor(String text) {}
