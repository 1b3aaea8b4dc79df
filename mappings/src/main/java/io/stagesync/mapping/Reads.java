package io.stagesync.mapping;

/**
 * What is read beside the fields of the tracks.
 *
 * @param opportunities whether opportunities are read, which is where converted leads go on; an org
 *     that never converts leads spares the calls
 */
public record Reads(boolean opportunities) {
  /** What a file without a word about it reads. */
  public static final Reads USUAL = new Reads(true);
}
