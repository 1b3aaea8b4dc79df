package io.stagesync.app.cli;

import io.stagesync.app.fixes.FixFile;
import io.stagesync.app.fixes.Fixes;
import io.stagesync.app.show.LiveText;
import io.stagesync.app.wiring.Assembly;
import io.stagesync.mapping.Diagnostic;
import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.Pilot;
import io.stagesync.mapping.live.LiveCheck;
import io.stagesync.mapping.live.LiveFact;
import io.stagesync.mapping.live.LiveFinding;
import io.stagesync.mapping.live.LivePilotList;
import io.stagesync.port.ContactLists;
import io.stagesync.port.CrmException;
import io.stagesync.reconcile.Catalogs;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A mapping and both CRMs, looked at once.
 *
 * @param findings what does not fit of the fields
 * @param lists what does not fit of the HubSpot list of a pilot
 */
record LiveLook(
    Mapping mapping, Catalogs catalogs, List<LiveFinding> findings, List<Diagnostic> lists) {
  LiveLook {
    findings = List.copyOf(findings);
    lists = List.copyOf(lists);
  }

  /** Asks both CRMs. */
  static LiveLook at(Mapping mapping, Assembly assembly) {
    var crms = assembly.crms(mapping);
    var catalogs = new Catalogs(crms.salesforce().catalog(true), crms.hubspot().catalog(true));
    return new LiveLook(
        mapping,
        catalogs,
        LiveCheck.findings(mapping, catalogs.salesforce(), catalogs.hubspot()),
        lists(mapping, crms.lists()));
  }

  /** At one call, and only where a pilot names a list. */
  private static List<Diagnostic> lists(Mapping mapping, ContactLists lists) {
    var said = new LivePilotList(mapping);
    return mapping.reads().pilot().flatMap(Pilot::hubspotList).stream()
        .flatMap(list -> problem(lists, list, said).stream())
        .toList();
  }

  private static Optional<Diagnostic> problem(ContactLists lists, String list, LivePilotList said) {
    try {
      return switch (lists.kind(list)) {
        case CONTACTS -> Optional.empty();
        case OTHERS -> Optional.of(said.ofOthers());
        case NONE -> Optional.of(said.missing());
      };
    } catch (CrmException e) {
      if (e.kind() != CrmException.Kind.FORBIDDEN) {
        throw e;
      }
      return Optional.of(said.unseen());
    }
  }

  /**
   * What does not fit.
   *
   * @param single whether each value stands by itself, for programs, or those of one field together
   */
  List<Diagnostic> problems(boolean single) {
    var fields =
        single
            ? findings.stream().map(LiveFinding::diagnostic).toList()
            : LiveCheck.check(mapping, catalogs.salesforce(), catalogs.hubspot());
    return Stream.concat(fields.stream(), lists.stream()).sorted().toList();
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
        mapping,
        catalogs,
        findings,
        problems(false),
        new Fixes.Api(hubspot.baseUrl(), hubspot.apiVersion()));
  }
}
