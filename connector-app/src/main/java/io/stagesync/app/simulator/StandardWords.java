package io.stagesync.app.simulator;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the words of both CRMs mean in the standard mapping, told a second time and by hand: who
 * compares the two worlds must not lean on the code whose work is compared.
 */
final class StandardWords {
  static final String LEAD_STAGE = "lead-stage";
  static final String LEAD_STATUS = "lead-status";

  static final String STATUS_FIELD = "Status";
  static final String STAGE_FIELD = "Lead_Stage__c";
  static final String STATUS_PROPERTY = "hs_lead_status";
  static final String STAGE_PROPERTY = "lifecyclestage";

  static final String OPEN = "Open - Not Contacted";
  static final String WORKING = "Working - Contacted";
  static final String UNQUALIFIED = "Closed - Not Converted";
  static final String CONVERTED = "Closed - Converted";

  /** A status and a stage that people made up and that no mapping knows. */
  static final String UNKNOWN_STATUS = "Legal Review";

  static final String UNKNOWN_STAGE = "118233441";

  /** The stage that admins rename where the CRMs drift. */
  static final String RENAMED_STAGE = "Sales qualified lead";

  static final String RENAMED_STAGE_NOW = "Sales ready lead";

  /** Lead Stage and lifecycle stage of each label that both sides have, in the funnel's order. */
  static final List<Map.Entry<String, String>> STAGES =
      List.of(
          Map.entry("Lead", "lead"),
          Map.entry("Marketing qualified lead", "marketingqualifiedlead"),
          Map.entry("Sales qualified lead", "salesqualifiedlead"),
          Map.entry("Opportunity", "opportunity"),
          Map.entry("Customer", "customer"));

  /** The lead statuses of HubSpot that say the same as each Lead Status. */
  static final Map<String, List<String>> STATUSES =
      Map.of(
          OPEN, List.of("NEW", "OPEN"),
          WORKING, List.of("IN_PROGRESS", "ATTEMPTED_TO_CONTACT", "CONNECTED"),
          UNQUALIFIED, List.of("UNQUALIFIED", "BAD_TIMING"),
          CONVERTED, List.of("OPEN_DEAL"));

  /** Lifecycle stages that agree with what an opportunity says; a customer stays one. */
  private static final Map<Evidence, Set<String>> BY_EVIDENCE =
      Map.of(
          Evidence.OPEN, Set.of("opportunity", "customer"),
          Evidence.WON, Set.of("customer"),
          Evidence.LOST, Set.of("lead", "customer"),
          Evidence.NONE, Set.of("salesqualifiedlead", "customer"));

  private StandardWords() {}

  /** What the opportunities of a converted lead come to. */
  enum Evidence {
    OPEN,
    WON,
    LOST,
    NONE
  }

  /** The furthest of won, open, lost, none. */
  static Evidence evidence(List<String> opportunityStages) {
    if (opportunityStages.contains("Closed Won")) {
      return Evidence.WON;
    }
    if (opportunityStages.stream().anyMatch(s -> !s.startsWith("Closed"))) {
      return Evidence.OPEN;
    }
    return opportunityStages.isEmpty() ? Evidence.NONE : Evidence.LOST;
  }

  /** Whether a Lead Stage and a lifecycle stage of an open lead's person mean the same. */
  static boolean sameStage(String leadStage, String lifecycleStage) {
    if (leadStage.isEmpty()) {
      return lifecycleStage.isEmpty() || lifecycleStage.equals("subscriber");
    }
    return STAGES.contains(Map.entry(leadStage, lifecycleStage));
  }

  /** Whether the lifecycle stage of a converted lead's person is what its opportunities say. */
  static boolean sameStage(Evidence evidence, String lifecycleStage) {
    return BY_EVIDENCE.getOrDefault(evidence, Set.of()).contains(lifecycleStage);
  }

  /** Whether a Lead Status and a lead status of HubSpot mean the same. */
  static boolean sameStatus(String leadStatus, String hubspotStatus) {
    return leadStatus.isEmpty() && hubspotStatus.isEmpty()
        || STATUSES.getOrDefault(leadStatus, List.of()).contains(hubspotStatus);
  }
}
