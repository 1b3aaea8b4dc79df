package io.stagesync.hubspot.simulator;

/**
 * Who changes something in the simulated account, as the property history names it.
 *
 * @param sourceType the kind of source: {@code CRM_UI}, {@code INTEGRATION} ...
 * @param sourceId which one; blank where HubSpot gives none
 */
public record Actor(String sourceType, String sourceId) {

  /** A person who edits in HubSpot's own pages. May set a lifecycle stage backward. */
  public static Actor person(long userId) {
    return new Actor("CRM_UI", "userId:" + userId);
  }

  /** A workflow of the account. May set a lifecycle stage backward. */
  public static Actor workflow(long workflowId) {
    return new Actor("AUTOMATION_PLATFORM", "workflowId:" + workflowId);
  }

  /** An app that writes through the API, so only forward. */
  public static Actor integration(String appId) {
    return new Actor("INTEGRATION", appId);
  }

  /** HubSpot's own connector to Salesforce, running beside us. */
  public static Actor salesforceSync() {
    return new Actor("SALESFORCE", "");
  }

  /** Whether this one writes through the API and is therefore held to forward moves. */
  boolean forwardOnly() {
    return sourceType.equals("INTEGRATION") || sourceType.equals("SALESFORCE");
  }
}
