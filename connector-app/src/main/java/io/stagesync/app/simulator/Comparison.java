package io.stagesync.app.simulator;

import static io.stagesync.app.simulator.StandardWords.LEAD_STAGE;
import static io.stagesync.app.simulator.StandardWords.LEAD_STATUS;

import io.stagesync.app.simulator.Truth.Difference;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Compares the two simulated CRMs with each other, by what the standard mapping says. */
final class Comparison {
  private final Town town;
  private final EditLog log;

  Comparison(Town town, EditLog log) {
    this.town = town;
    this.log = log;
  }

  /** Looks at every pair. */
  Truth truth() {
    var pairs = town.inhabitants().stream().filter(Inhabitant::isPair).toList();
    var differences = new ArrayList<Difference>();
    long agree = 0;
    for (Inhabitant pair : pairs) {
      var found = differences(pair);
      differences.addAll(found);
      if (found.isEmpty()) {
        agree++;
      }
    }
    return new Truth(
        pairs.size(), agree, differences, town.org().writesToConvertedLeads().size(), log.fates());
  }

  private List<Difference> differences(Inhabitant pair) {
    var found = new ArrayList<Difference>(2);
    var leadStatus = town.value(Place.lead(pair.lead(), StandardWords.STATUS_FIELD));
    var status = town.value(Place.contact(pair.contact(), StandardWords.STATUS_PROPERTY));
    if (!StandardWords.sameStatus(leadStatus, status)) {
      found.add(new Difference(pair.lead(), pair.contact(), LEAD_STATUS, leadStatus, status));
    }
    var stage = town.value(Place.contact(pair.contact(), StandardWords.STAGE_PROPERTY));
    if (town.isConverted(pair.lead())) {
      var evidence = StandardWords.evidence(town.opportunityStages(pair.lead()));
      if (!StandardWords.sameStage(evidence, stage)) {
        var words = "opportunity: " + evidence.name().toLowerCase(Locale.ROOT);
        found.add(new Difference(pair.lead(), pair.contact(), LEAD_STAGE, words, stage));
      }
      return found;
    }
    var leadStage = town.value(Place.lead(pair.lead(), StandardWords.STAGE_FIELD));
    if (!StandardWords.sameStage(leadStage, stage)) {
      found.add(new Difference(pair.lead(), pair.contact(), LEAD_STAGE, leadStage, stage));
    }
    return found;
  }
}
