package io.stagesync.vocabulary;

/**
 * What a converted lead's opportunities, and its account, say about its person. With several
 * opportunities the furthest speaks, in the order of the first five constants.
 */
public enum Evidence {
  WON,
  /** The account is a customer already; said only where a mapping file has a rule for it. */
  EXISTING_CUSTOMER_ACCOUNT,
  OPEN,
  LOST,
  NONE,
  /** The opportunity could not be read; never the same as {@link #NONE}. */
  UNREADABLE
}
