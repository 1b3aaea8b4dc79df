package io.stagesync.app.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.ValueTable;
import io.stagesync.mapping.yaml.MappingFile;
import io.stagesync.vocabulary.Catalog;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The words by which the worlds are compared, against the file that they were copied from. */
class StandardWordsTest {
  private static final Mapping STANDARD =
      MappingFile.parse("standard.yaml", MappingFile.presetText("standard"))
          .mapping()
          .orElseThrow();
  private static final List<String> LEAD_STAGES =
      List.of(
          "",
          "Lead",
          "Marketing qualified lead",
          "Sales qualified lead",
          "Opportunity",
          "Customer");
  private static final List<String> LIFECYCLE_STAGES =
      List.of(
          "",
          "subscriber",
          "lead",
          "marketingqualifiedlead",
          "salesqualifiedlead",
          "opportunity",
          "customer",
          "evangelist",
          "118233441");
  private static final List<String> LEAD_STATUSES =
      List.of(
          "Open - Not Contacted",
          "Working - Contacted",
          "Closed - Not Converted",
          "Closed - Converted",
          "Legal Review");
  private static final List<String> HUBSPOT_STATUSES =
      List.of(
          "",
          "NEW",
          "OPEN",
          "IN_PROGRESS",
          "OPEN_DEAL",
          "UNQUALIFIED",
          "ATTEMPTED_TO_CONTACT",
          "CONNECTED",
          "BAD_TIMING");

  private static boolean bothCanMean(String track, String salesforce, String hubspot) {
    var catalog =
        new Catalog(Side.SALESFORCE, Map.of(), Set.of(new RawValue(StandardWords.CONVERTED)));
    var mapping = STANDARD.track(new Track(track));
    var ours = ValueTable.of(mapping, Side.SALESFORCE, Optional.empty(), catalog);
    var theirs = ValueTable.of(mapping, Side.HUBSPOT, Optional.empty(), catalog);
    return salesforce.isEmpty() && hubspot.isEmpty()
        || !Collections.disjoint(ours.meanings(raw(salesforce)), theirs.meanings(raw(hubspot)));
  }

  private static Optional<RawValue> raw(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(new RawValue(text));
  }

  @Test
  void everyTwoStagesMeanTheSameWhereTheStandardMappingSaysSo() {
    for (var ours : LEAD_STAGES) {
      for (var theirs : LIFECYCLE_STAGES) {
        assertThat(StandardWords.sameStage(ours, theirs))
            .as("%s / %s", ours, theirs)
            .isEqualTo(bothCanMean(StandardWords.LEAD_STAGE, ours, theirs));
      }
    }
  }

  @Test
  void everyTwoStatusesMeanTheSameWhereTheStandardMappingSaysSo() {
    for (var ours : LEAD_STATUSES) {
      for (var theirs : HUBSPOT_STATUSES) {
        assertThat(StandardWords.sameStatus(ours, theirs))
            .as("%s / %s", ours, theirs)
            .isEqualTo(bothCanMean(StandardWords.LEAD_STATUS, ours, theirs));
      }
    }
  }
}
