package io.stagesync.salesforce.simulator;

/** One way in which a request can go wrong. */
public enum SimulatedFault {
  /** A web page with status 503, as at a maintenance. Nothing is carried out. */
  WEB_PAGE_503,
  /** The connection ends without an answer; nothing was carried out. */
  DROP_BEFORE,
  /** The connection ends without an answer; everything was carried out. */
  DROP_AFTER,
  /** The answer breaks off in its middle; everything was carried out. */
  CUT_AFTER,
  /** The org's calls of 24 hours are used up. */
  DAILY_LIMIT,
  /** Too many long calls at once. */
  CONCURRENT_LIMIT,
  /** A fault that says the server is not available. */
  SERVER_UNAVAILABLE,
  /** A fault that says the org is in maintenance. */
  MAINTENANCE,
  /** The position of a long query is not known any more. */
  LOCATOR_LOST,
  /** A query that takes longer than Salesforce allows. */
  QUERY_TIMEOUT,
  /** Everything was carried out, and each row reports a status that no stub knows. */
  UNHEARD_OF_STATUS
}
