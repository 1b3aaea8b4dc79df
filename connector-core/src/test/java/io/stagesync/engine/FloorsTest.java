package io.stagesync.engine;

import static io.stagesync.engine.TestBed.HUBSPOT_STATUS;
import static io.stagesync.engine.TestBed.LIFECYCLE;
import static io.stagesync.engine.TestBed.STAGE;
import static io.stagesync.engine.TestBed.STATUS;
import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.mapping.Limits;
import io.stagesync.mapping.yaml.MappingFile;
import io.stagesync.reconcile.Reason;
import io.stagesync.vocabulary.Side;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole runs with a status that matters from a stage onward. */
class FloorsTest {
  @TempDir Path folder;

  @Test
  void aStatusBelowItsFloorIsReportedAndLeftAloneUntilThePersonRises() {
    try (var bed = new TestBed(TestStores.create(folder.resolve("store.db")))) {
      var text =
          MappingFile.presetText("standard")
              .replace(
                  "    hubspot: contact.hs_lead_status\n",
                  "    hubspot: contact.hs_lead_status\n    not-below: { lead-stage: mql }\n");
      bed.mapping =
          MappingFile.parse("m.yaml", text)
              .mapping()
              .orElseThrow()
              .withLimits(new Limits(100_000, 100, 100));
      var person = bed.person("a@x.io", "Working - Contacted", "Lead", "NEW", "lead");
      var first = bed.sync();
      assertThat(first.writes()).isZero();
      assertThat(first.findings()).containsEntry("STATUS_BELOW_FLOOR", 1L);
      assertThat(first.at(Reason.BELOW_SYNC_FLOOR)).isEqualTo(1);
      bed.edit(person.contact(), LIFECYCLE, "marketingqualifiedlead");
      assertThat(bed.sync().findings()).doesNotContainKey("STATUS_BELOW_FLOOR");
      assertThat(bed.value(person.contact(), HUBSPOT_STATUS)).isEqualTo("IN_PROGRESS");
      assertThat(bed.value(person.lead(), STAGE)).isEqualTo("Marketing qualified lead");
      bed.edit(person.lead(), STAGE, "Lead");
      bed.sync();
      assertThat(bed.value(person.contact(), LIFECYCLE)).as("recycled").isEqualTo("lead");
      bed.edit(person.lead(), STATUS, "Open - Not Contacted");
      assertThat(bed.sync().writes()).isZero();
      assertThat(bed.value(person.contact(), HUBSPOT_STATUS)).isEqualTo("IN_PROGRESS");
    }
  }

  @Test
  void whatIsFoundInAPersonWhoIsWrittenIsCountedOnceThoughThePersonIsDecidedAgain() {
    try (var bed = new TestBed(TestStores.create(folder.resolve("once.db")))) {
      bed.goesOnWith(
          MappingFile.presetText("standard")
              .split("\ntests:\n", 2)[0]
              .replace(
                  "    hubspot: contact.hs_lead_status\n",
                  "    hubspot: contact.hs_lead_status\n    not-below: { lead-stage: mql }\n"));
      bed.person("a@x.io", "Working - Contacted", "", "NEW", "lead");

      var report = bed.sync();

      assertThat(report.writes()).isEqualTo(1);
      assertThat(report.findings()).containsEntry("STATUS_BELOW_FLOOR", 1L);
    }
  }

  /**
   * A rule writes both sides or neither, but each by a request of its own; whoever falls below the
   * floor in between is left alone half-way, and nothing of it is lost.
   */
  @Test
  void whoFallsBelowTheFloorBetweenTheTwoWritesOfARuleIsLeftAloneAndSettledOnceBack() {
    try (var bed = new TestBed(TestStores.create(folder.resolve("half.db")))) {
      bed.goesOnWith(
          MappingFile.presetText("standard")
              .split("\ntests:\n", 2)[0]
              .replace(
                  "    hubspot: contact.hs_lead_status\n",
                  "    hubspot: contact.hs_lead_status\n    not-below: { lead-stage: mql }\n")
              .replace(
                  "\nrules: []",
                  "\nrules: [{ when: { lead-stage: sql }, then: { lead-status: working },"
                      + " only-if: open }]"));
      var person =
          bed.person(
              "a@x.io",
              "Open - Not Contacted",
              "Marketing qualified lead",
              "NEW",
              "marketingqualifiedlead");
      bed.sync();
      bed.edit(person.lead(), STAGE, "Sales qualified lead");
      bed.edit(person.contact(), LIFECYCLE, "salesqualifiedlead");
      bed.engine()
          .run(new RunRequest("one side", RunRequest.Reads.CHANGES, Set.of(Side.SALESFORCE)));
      assertThat(bed.value(person.lead(), STATUS)).isEqualTo("Working - Contacted");
      assertThat(bed.value(person.contact(), HUBSPOT_STATUS)).as("waits").isEqualTo("NEW");

      bed.edit(person.lead(), STAGE, "Lead");
      bed.edit(person.contact(), LIFECYCLE, "lead");
      var below = bed.sync();
      assertThat(below.writes()).isZero();
      assertThat(below.findings()).containsEntry("STATUS_BELOW_FLOOR", 1L);
      assertThat(bed.value(person.contact(), HUBSPOT_STATUS)).isEqualTo("NEW");

      bed.edit(person.contact(), LIFECYCLE, "marketingqualifiedlead");
      bed.sync();
      assertThat(bed.value(person.contact(), HUBSPOT_STATUS)).isEqualTo("IN_PROGRESS");
      assertThat(bed.value(person.lead(), STATUS)).isEqualTo("Working - Contacted");
      assertThat(bed.sync().writes()).isZero();
    }
  }
}
