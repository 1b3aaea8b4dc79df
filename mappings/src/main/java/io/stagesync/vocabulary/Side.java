package io.stagesync.vocabulary;

import java.util.List;

/** One of the two CRMs that are kept in agreement. */
public enum Side {
  SALESFORCE("Salesforce"),
  HUBSPOT("HubSpot");

  /** Both, Salesforce first; for those who go through them often. */
  public static final List<Side> BOTH = List.of(values());

  private final String displayName;

  Side(String displayName) {
    this.displayName = displayName;
  }

  /** The CRM that this one is kept in agreement with. */
  public Side other() {
    return this == SALESFORCE ? HUBSPOT : SALESFORCE;
  }

  /** The product's name as people write it. */
  public String displayName() {
    return displayName;
  }

  /** The key of this side in mapping and config files: {@code salesforce} or {@code hubspot}. */
  public String key() {
    return this == SALESFORCE ? "salesforce" : "hubspot";
  }
}
