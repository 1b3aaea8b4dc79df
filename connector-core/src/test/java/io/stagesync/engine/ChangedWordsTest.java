package io.stagesync.engine;

import static io.stagesync.engine.TestBed.HUBSPOT_STATUS;
import static io.stagesync.engine.TestBed.STATUS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stagesync.engine.TestBed.Person;
import io.stagesync.mapping.Limits;
import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.yaml.MappingFile;
import io.stagesync.reconcile.Reason;
import io.stagesync.vocabulary.FieldCatalog;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.Track;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A word is renamed in two phases: accept old and new, move, retire. */
class ChangedWordsTest extends OnTestBed {
  private static final String NEW_WORD = "salesforce: In progress\n        hubspot: [IN_PROGRESS";
  private static final String CHANGE =
      "\nchanged-labels:\n  - { track: lead-status, salesforce: Working - Contacted, now: In"
          + " progress, because: Plainer }\n";

  private final List<Person> people = new ArrayList<>();

  @BeforeEach
  void three() {
    for (int i = 0; i < 3; i++) {
      people.add(
          bed.person("p" + i + "@x.io", "Working - Contacted", "Lead", "IN_PROGRESS", "lead"));
    }
    assertThat(bed.sync().writes()).isZero();
  }

  private Mapping standard(String change) {
    var text =
        MappingFile.presetText("standard")
                .replace("salesforce: Working - Contacted\n        hubspot: [IN_PROGRESS", NEW_WORD)
            + change;
    assertThat(text).contains(NEW_WORD);
    var loaded = MappingFile.parse("m.yaml", text);
    assertThat(loaded.render()).isEmpty();
    return loaded.mapping().orElseThrow().withLimits(new Limits(100_000, 100, 100));
  }

  private void statuses(String... words) {
    bed.salesforce.offers(
        STATUS,
        new FieldCatalog(true, false, true, false, TestBed.words(words), Map.of(), Map.of()));
  }

  private void approveThePlan() {
    try (Plan plan = plan()) {
      var rows = rows(plan);
      assertThat(rows)
          .hasSize(3)
          .allSatisfy(
              row -> {
                assertThat(row.mappingChanged()).isTrue();
                assertThat(row.reason()).isEqualTo(Reason.REWORDED);
                assertThat(row.why())
                    .contains("\"Working - Contacted\" became \"In progress\" (m.yaml:")
                    .contains(": Plainer).");
              });
      assertThat(bed.engine().apply(plan.header(), rows.iterator(), true).fit()).isEqualTo(3);
    }
  }

  @Test
  void aLabelThatPeopleStandAtDoesNotDisappearUnsaid() {
    var renamed = MappingFile.presetText("standard").replace("working", "busy");
    bed.mapping = MappingFile.parse("m.yaml", renamed).mapping().orElseThrow();
    int asked = bed.salesforce.written.size();
    assertThatThrownBy(bed::sync)
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("Nothing was read or written")
        .hasMessageContaining("LABEL_DISAPPEARED the track `lead-status` has no label `working`")
        .hasMessageContaining("3 pairs were last agreed")
        .hasMessageContaining("{ track: lead-status, label: working, now: ");
    assertThatThrownBy(bed::sync).as("as often as it is tried").hasMessageContaining("LABEL_DIS");
    assertThat(bed.salesforce.written).hasSize(asked);
    var said = renamed + "changed-labels: [{ track: lead-status, label: working, now: busy }]\n";
    bed.mapping = MappingFile.parse("m.yaml", said).mapping().orElseThrow();
    assertThat(bed.sync().writes()).isZero();
    assertThat(bed.store.<Map<Track, Map<Label, Long>>>read(s -> s.pairs().labels()))
        .containsEntry(new Track("lead-status"), Map.of(new Label("busy"), 3L));
    bed.mapping = MappingFile.parse("m.yaml", renamed).mapping().orElseThrow();
    assertThat(bed.sync().writes()).as("the entry is done and may go").isZero();
  }

  @Test
  void aRenamedWordMovesInOneApprovedPlanAndEditsGoOnMeanwhile() {
    statuses(
        "Open - Not Contacted",
        "Working - Contacted",
        "In progress",
        "Closed - Converted",
        "Closed - Not Converted");
    bed.mapping = standard(CHANGE);
    var accepted = bed.sync();
    assertThat(accepted.writes()).isZero();
    assertThat(accepted.at(Reason.MAPPING_CHANGED)).isEqualTo(3);
    bed.edit(people.get(0).contact(), HUBSPOT_STATUS, "NEW");
    bed.sync();
    assertThat(bed.value(people.get(0).lead(), STATUS)).isEqualTo("Open - Not Contacted");
    bed.edit(people.get(0).contact(), HUBSPOT_STATUS, "CONNECTED");
    bed.sync();
    assertThat(bed.value(people.get(0).lead(), STATUS)).isEqualTo("In progress");
    bed.edit(people.get(0).lead(), STATUS, "Working - Contacted");
    assertThat(bed.sync().writes()).isZero();
    assertThat(bed.value(people.get(0).contact(), HUBSPOT_STATUS)).isEqualTo("CONNECTED");

    approveThePlan();
    for (Person person : people) {
      assertThat(bed.value(person.lead(), STATUS)).isEqualTo("In progress");
    }
    var moved = bed.sync();
    assertThat(moved.writes()).isZero();
    assertThat(moved.at(Reason.MAPPING_CHANGED)).isZero();

    statuses("Open - Not Contacted", "In progress", "Closed - Converted", "Closed - Not Converted");
    bed.mapping = standard("");
    var retired = bed.sync();
    assertThat(retired.writes()).isZero();
    assertThat(retired.at(Reason.AGREED)).isEqualTo(6);
  }
}
