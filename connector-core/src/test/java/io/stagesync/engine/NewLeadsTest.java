package io.stagesync.engine;

import static io.stagesync.engine.TestBed.HUBSPOT_STATUS;
import static io.stagesync.engine.TestBed.LIFECYCLE;
import static io.stagesync.engine.TestBed.STAGE;
import static io.stagesync.engine.TestBed.STATUS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stagesync.mapping.Limits;
import io.stagesync.mapping.yaml.MappingFile;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole runs with a rule for new leads. */
class NewLeadsTest {
  private static final Limits NONE = new Limits(100_000, 100, 100);

  @TempDir Path folder;

  private TestBed bed(Limits limits) {
    var bed = new TestBed(TestStores.create(folder.resolve("store.db")));
    var text =
        MappingFile.presetText("standard")
            .replace(
                "rules: []",
                "rules:\n  - { when: { lead: created }, then: { lead-status: open, lead-stage: lead"
                    + " }, only-if: blank }\n");
    bed.mapping = MappingFile.parse("m.yaml", text).mapping().orElseThrow().withLimits(limits);
    return bed;
  }

  @Test
  void aNewLeadThatIsBlankBeginsOnBothSidesAndWhatStandsThereStays() {
    try (var bed = bed(NONE)) {
      var blank = bed.person("a@x.io", "", "", "", "");
      var known = bed.person("b@x.io", "Working - Contacted", "", "", "marketingqualifiedlead");
      assertThat(bed.sync().writes()).isEqualTo(6);
      assertThat(bed.value(blank.lead(), STATUS)).isEqualTo("Open - Not Contacted");
      assertThat(bed.value(blank.contact(), HUBSPOT_STATUS)).isEqualTo("NEW");
      assertThat(bed.value(blank.lead(), STAGE)).isEqualTo("Lead");
      assertThat(bed.value(blank.contact(), LIFECYCLE)).isEqualTo("lead");
      assertThat(bed.value(known.contact(), HUBSPOT_STATUS)).isEqualTo("IN_PROGRESS");
      assertThat(bed.value(known.lead(), STAGE)).isEqualTo("Marketing qualified lead");
      assertThat(bed.sync().writes()).isZero();
      bed.edit(blank.lead(), STAGE, "");
      bed.edit(blank.contact(), LIFECYCLE, "");
      for (int i = 0; i < 3; i++) {
        assertThat(bed.sync().writes()).as("what people cleared stays blank").isZero();
      }
    }
  }

  @Test
  void whoeverWaitsForALimitIsStillNewWhenItIsLifted() {
    try (var bed = bed(new Limits(1, 1, 100))) {
      var blank = bed.person("a@x.io", "", "", "", "");
      assertThat(bed.sync().ending()).isEqualTo(RunReport.Ending.LIMITED);
      assertThat(bed.sync().ending()).isEqualTo(RunReport.Ending.LIMITED);
      bed.mapping = bed.mapping.withLimits(NONE);
      assertThat(bed.sync().writes()).isEqualTo(4);
      assertThat(bed.value(blank.lead(), STAGE)).isEqualTo("Lead");
    }
  }

  @Test
  void aKillBetweenTheTwoSidesIsMendedByTheNextRun() {
    try (var bed = bed(NONE)) {
      var blank = bed.person("a@x.io", "", "", "", "");
      Runnable nothing = () -> {};
      bed.salesforce.afterWrite =
          () -> {
            throw new IllegalStateException("killed");
          };
      bed.hubspot.afterWrite = bed.salesforce.afterWrite;
      assertThatThrownBy(bed::sync).hasMessageContaining("killed");
      bed.salesforce.afterWrite = nothing;
      bed.hubspot.afterWrite = nothing;
      bed.sync();
      assertThat(bed.value(blank.lead(), STAGE)).isEqualTo("Lead");
      assertThat(bed.value(blank.contact(), LIFECYCLE)).isEqualTo("lead");
      assertThat(bed.value(blank.lead(), STATUS)).isEqualTo("Open - Not Contacted");
      assertThat(bed.value(blank.contact(), HUBSPOT_STATUS)).isEqualTo("NEW");
      assertThat(bed.sync().writes()).isZero();
    }
  }
}
