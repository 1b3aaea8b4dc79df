package io.stagesync.app.cli;

import io.stagesync.app.fixes.FixFile;
import io.stagesync.app.fixes.Fixes;
import io.stagesync.app.show.LiveText;
import io.stagesync.app.wiring.Assembly;
import io.stagesync.mapping.Diagnostic;
import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.live.LiveCheck;
import io.stagesync.mapping.live.LiveFact;
import io.stagesync.mapping.live.LiveFinding;
import io.stagesync.reconcile.Catalogs;
import java.util.ArrayList;
import java.util.List;

/**
 * A mapping and both CRMs, looked at once.
 *
 * @param findings what does not fit
 */
record LiveLook(Mapping mapping, Catalogs catalogs, List<LiveFinding> findings) {
  LiveLook {
    findings = List.copyOf(findings);
  }

  /** Asks both CRMs. */
  static LiveLook at(Mapping mapping, Assembly assembly) {
    var crms = assembly.crms(mapping);
    var catalogs = new Catalogs(crms.salesforce().catalog(true), crms.hubspot().catalog(true));
    return new LiveLook(
        mapping, catalogs, LiveCheck.findings(mapping, catalogs.salesforce(), catalogs.hubspot()));
  }

  /**
   * What does not fit.
   *
   * @param single whether each value stands by itself, for programs, or those of one field together
   */
  List<Diagnostic> problems(boolean single) {
    return single
        ? findings.stream().map(LiveFinding::diagnostic).toList()
        : LiveCheck.check(mapping, catalogs.salesforce(), catalogs.hubspot());
  }

  /** What was compared. */
  LiveText facts() {
    var facts = new ArrayList<>(LiveFact.of(mapping, catalogs.salesforce()));
    facts.addAll(LiveFact.of(mapping, catalogs.hubspot()));
    facts.sort((a, b) -> Integer.compare(place(a), place(b)));
    return new LiveText(facts);
  }

  private int place(LiveFact fact) {
    return mapping.tracks().indexOf(mapping.track(fact.track()));
  }

  /** The files that would mend it. */
  List<FixFile> fixes(Assembly assembly) {
    var hubspot = assembly.config().hubspot();
    return Fixes.of(
        mapping, catalogs, findings, new Fixes.Api(hubspot.baseUrl(), hubspot.apiVersion()));
  }
}
