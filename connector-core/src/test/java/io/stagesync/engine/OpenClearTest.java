package io.stagesync.engine;

import static io.stagesync.engine.TestBed.LIFECYCLE;
import static io.stagesync.engine.TestBed.STAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stagesync.state.JournalEntry;
import io.stagesync.state.PairId;
import io.stagesync.vocabulary.Side;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** HubSpot's stage is blank by our own clear, and something comes between it and the set. */
class OpenClearTest {
  @TempDir Path folder;

  @Test
  void aWriteToSalesforceDoesNotMakeOurBlankSomebodyElses() {
    try (var bed = new TestBed(TestStores.create(folder.resolve("store.db")))) {
      var p =
          bed.person(
              "a@x.io",
              "Open - Not Contacted",
              "Sales qualified lead",
              "NEW",
              "salesqualifiedlead");
      bed.sync();
      bed.edit(p.lead(), STAGE, "Marketing qualified lead");
      bed.hubspot.afterNextWrite(TestBed::dies);
      assertThatThrownBy(bed::sync).hasMessageContaining("killed");
      assertThat(bed.value(p.contact(), LIFECYCLE)).isEmpty();
      bed.edit(p.lead(), STAGE, "");
      bed.sync();
      assertThat(bed.value(p.lead(), STAGE)).isEqualTo("Sales qualified lead");
      assertThat(bed.value(p.contact(), LIFECYCLE))
          .as("put back in the same run")
          .isEqualTo("salesqualifiedlead");
      var written =
          bed.store.<List<JournalEntry>>read(s -> s.journal().of(new PairId(1))).stream()
              .filter(e -> e.kind() == JournalEntry.Kind.WROTE)
              .filter(e -> e.side().filter(Side.SALESFORCE::equals).isPresent())
              .toList();
      assertThat(written).singleElement().satisfies(e -> assertThat(e.was()).isEmpty());
      assertThat(bed.sync().writes()).isZero();
    }
  }

  @Test
  void ourClearIsNoEvidenceThatHubSpotChangedLast() {
    try (var bed = new TestBed(TestStores.create(folder.resolve("store.db")))) {
      bed.goesOnWith(
          """
          version: 1
          tracks:
            lead-stage:
              salesforce: Lead.Lead_Stage__c
              hubspot: contact.lifecyclestage
              conflict: latest-wins
              labels:
                lead: { salesforce: Lead, hubspot: lead }
                mql: { salesforce: Marketing qualified lead, hubspot: marketingqualifiedlead }
                sql: { salesforce: Sales qualified lead, hubspot: salesqualifiedlead }
          """);
      var p = bed.person("a@x.io", "Open - Not Contacted", "Lead", "NEW", "lead");
      bed.sync();
      bed.edit(p.contact(), LIFECYCLE, "salesqualifiedlead");
      bed.later(Duration.ofMinutes(1));
      bed.edit(p.lead(), STAGE, "Marketing qualified lead");
      bed.later(Duration.ofMinutes(1));
      bed.hubspot.afterNextWrite(TestBed::dies);
      assertThatThrownBy(bed::sync).hasMessageContaining("killed");
      assertThat(bed.value(p.contact(), LIFECYCLE)).as("cleared").isEmpty();
      bed.sync();
      bed.sync();
      assertThat(bed.value(p.lead(), STAGE)).isEqualTo("Marketing qualified lead");
      assertThat(bed.value(p.contact(), LIFECYCLE)).isEqualTo("marketingqualifiedlead");
      assertThat(bed.sync().writes()).isZero();
    }
  }

  @Test
  void anEditIsPutBackThoughTheProcessDiesBetweenTheClearAndTheSetOfPuttingItBack() {
    try (var bed = new TestBed(TestStores.create(folder.resolve("store.db")))) {
      var p = bed.person("a@x.io", "Open - Not Contacted", "Lead", "NEW", "lead");
      bed.sync();
      bed.edit(p.lead(), STAGE, "Sales qualified lead");
      bed.hubspot.beforeNextWrite(() -> bed.edit(p.contact(), LIFECYCLE, "marketingqualifiedlead"));
      bed.sync();
      assertThat(bed.value(p.contact(), LIFECYCLE)).isEqualTo("salesqualifiedlead");
      bed.hubspot.afterNextWrite(TestBed::dies);
      assertThatThrownBy(bed::sync).hasMessageContaining("killed");
      assertThat(bed.value(p.contact(), LIFECYCLE)).as("cleared").isEmpty();
      for (int i = 0; i < 4; i++) {
        bed.sync();
      }
      assertThat(
              bed.store.<List<JournalEntry>>read(s -> s.journal().of(new PairId(1))).stream()
                  .filter(e -> e.kind() == JournalEntry.Kind.RESTORED)
                  .map(JournalEntry::is))
          .contains("marketingqualifiedlead");
      assertThat(bed.sync().writes()).isZero();
    }
  }
}
