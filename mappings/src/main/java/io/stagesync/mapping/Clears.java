package io.stagesync.mapping;

/** What becomes of a value that somebody cleared. */
public enum Clears {
  /** The base's label is put back. */
  REFILL,
  /** The other side is cleared too. */
  PROPAGATE
}
