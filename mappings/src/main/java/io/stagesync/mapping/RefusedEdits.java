package io.stagesync.mapping;

/** What becomes of an edit that direction, owner or transition refuses. */
public enum RefusedEdits {
  /** It stays where it was made and does not spread. */
  HOLD,
  /** Both sides are set back to the base. */
  CORRECT
}
