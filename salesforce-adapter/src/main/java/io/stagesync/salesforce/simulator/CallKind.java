package io.stagesync.salesforce.simulator;

/** What a request asks for. */
public enum CallKind {
  TOKEN,
  QUERY,
  QUERY_MORE,
  UPDATE,
  DESCRIBE,
  LAYOUT,
  SERVER_TIME,
  USER_INFO,
  /** Anything that the simulator does not know. */
  OTHER
}
