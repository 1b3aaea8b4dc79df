package io.stagesync.vocabulary;

/**
 * What a converted lead's opportunities say about its person. With several opportunities the
 * furthest speaks, in the order of the first four constants.
 */
public enum Evidence {
  WON,
  OPEN,
  LOST,
  NONE,
  /** The opportunity could not be read; never the same as {@link #NONE}. */
  UNREADABLE
}
