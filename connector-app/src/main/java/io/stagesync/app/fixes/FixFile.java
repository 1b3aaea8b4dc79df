package io.stagesync.app.fixes;

/**
 * One file that mends something.
 *
 * @param path below the folder of all fixes, with slashes
 * @param text what is in it
 * @param does what applying it does, as a sentence
 */
public record FixFile(String path, String text, String does) {}
