package io.stagesync.state.jdbc;

/** What to do where there is no store yet. */
public enum OpenMode {
  /** A store has to be there. */
  EXISTING,
  /** A store that is not there is created; one that is there is opened. */
  CREATE
}
