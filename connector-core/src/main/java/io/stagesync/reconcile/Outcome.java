package io.stagesync.reconcile;

/** How a decision ends, a closed list. */
public enum Outcome {
  /** Both sides mean the same. */
  AGREED,
  /** Something is to be written. */
  PUSHED,
  /** Both sides moved, and a person has to choose. */
  CONFLICT,
  /** A guard stands in the way; the reason says what releases it. */
  HELD,
  /** Nothing can or need be decided. */
  SKIPPED,
  /** The target kept its value. */
  REFUSED,
  /** The CRM answered with an error for this record. */
  FAILED
}
