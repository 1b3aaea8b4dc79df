package io.stagesync.mapping.live;

import io.stagesync.mapping.Diagnostic;
import io.stagesync.mapping.Diagnostic.Severity;
import io.stagesync.mapping.DiagnosticId;
import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.Pilot;

/** What is to be said of the HubSpot list of a pilot. Without it nobody can say who takes part. */
public record LivePilotList(Mapping mapping) {

  /** The list is not there. */
  public Diagnostic missing() {
    return error(
        "HubSpot has no list `" + list() + "`",
        "write the id of one that is there: " + ClickPath.lists());
  }

  /** The list is one of companies, deals or the like. */
  public Diagnostic ofOthers() {
    return error(
        "the HubSpot list `" + list() + "` is no list of contacts",
        "write the id of one that is: " + ClickPath.lists());
  }

  /** Our user may not look at lists. */
  public Diagnostic unseen() {
    return error(
        "our key may not see the HubSpot list `" + list() + "`",
        "give the service key the scope `crm.lists.read`");
  }

  private String list() {
    return mapping.reads().pilot().flatMap(Pilot::hubspotList).orElse("");
  }

  private Diagnostic error(String message, String suggestion) {
    return new Diagnostic(
        mapping.places().of("pairs", "scope", "pilot", "hubspot-list"),
        DiagnosticId.LIVE_LIST,
        Severity.ERROR,
        "pilot: " + message + ", so nobody can say who takes part",
        suggestion);
  }
}
