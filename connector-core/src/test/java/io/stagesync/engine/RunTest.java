package io.stagesync.engine;

import static io.stagesync.engine.TestBed.HUBSPOT_STATUS;
import static io.stagesync.engine.TestBed.LIFECYCLE;
import static io.stagesync.engine.TestBed.STAGE;
import static io.stagesync.engine.TestBed.STATUS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stagesync.engine.RunRequest.Reads;
import io.stagesync.mapping.Limits;
import io.stagesync.port.WriteResult;
import io.stagesync.reconcile.Reason;
import io.stagesync.vocabulary.Evidence;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.Side;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Runs, step by step, on two CRMs in memory. */
class RunTest extends OnTestBed {
  @Test
  void whoDiffersAtFirstSightIsBroughtIntoAgreementAndASecondRunWritesNothing() {
    var p = bed.person("a@x.io", "Working - Contacted", "Lead", "NEW", "marketingqualifiedlead");
    var first = bed.sync();
    assertThat(first.pairs()).isEqualTo(1);
    assertThat(bed.value(p.contact(), HUBSPOT_STATUS)).isEqualTo("IN_PROGRESS");
    assertThat(bed.value(p.lead(), STAGE)).isEqualTo("Marketing qualified lead");
    assertThat(first.writes()).isEqualTo(2);
    assertThat(first.at(Reason.AGREED)).isEqualTo(2);
    assertThat(bed.sync().writes()).isZero();
  }

  @Test
  void anEditOnOneSideMovesTheOther() {
    var p = bed.person("a@x.io", "Open - Not Contacted", "Lead", "NEW", "lead");
    bed.sync();
    bed.edit(p.lead(), STATUS, "Working - Contacted");
    bed.edit(p.contact(), LIFECYCLE, "marketingqualifiedlead");
    bed.sync();
    assertThat(bed.value(p.contact(), HUBSPOT_STATUS)).isEqualTo("IN_PROGRESS");
    assertThat(bed.value(p.lead(), STAGE)).isEqualTo("Marketing qualified lead");
    assertThat(bed.sync().writes()).isZero();
  }

  @Test
  void aFinerWordSurvives() {
    var p = bed.person("a@x.io", "Working - Contacted", "Lead", "CONNECTED", "lead");
    assertThat(bed.sync().writes()).isZero();
    assertThat(bed.value(p.contact(), HUBSPOT_STATUS)).isEqualTo("CONNECTED");
  }

  @Test
  void aConvertedLeadIsNeverWrittenAndItsPersonFollowsTheOpportunity() {
    var p = bed.person("a@x.io", "Working - Contacted", "Lead", "IN_PROGRESS", "lead");
    bed.sync();
    bed.salesforce.convert(p.lead(), Evidence.OPEN);
    bed.sync();
    assertThat(bed.value(p.contact(), LIFECYCLE)).isEqualTo("opportunity");
    bed.salesforce.convert(p.lead(), Evidence.WON);
    bed.sync();
    assertThat(bed.value(p.contact(), LIFECYCLE)).isEqualTo("customer");
    bed.edit(p.contact(), LIFECYCLE, "salesqualifiedlead");
    bed.edit(p.contact(), HUBSPOT_STATUS, "BAD_TIMING");
    bed.sync();
    assertThat(bed.value(p.contact(), LIFECYCLE)).isEqualTo("customer");
    assertThat(bed.salesforce.written).isEmpty();
    assertThat(bed.sync().writes()).isZero();
  }

  @Test
  void aRecycledLeadGoesBackThroughClearThenSet() {
    var p = recycled();
    bed.sync();
    assertThat(bed.value(p.contact(), LIFECYCLE)).isEqualTo("lead");
    assertThat(bed.hubspot.written).hasSize(2);
    assertThat(bed.hubspot.written.get(0).fields()).containsEntry(LIFECYCLE, Optional.empty());
    assertThat(bed.sync().writes()).isZero();
  }

  @Test
  void anUnknownValueIsHeldAndNothingElseStops() {
    var odd = bed.person("a@x.io", "Legal Review", "Lead", "NEW", "lead");
    var fine = bed.person("b@x.io", "Working - Contacted", "Lead", "NEW", "lead");
    var report = bed.sync();
    assertThat(report.at(Reason.UNMAPPED_VALUE)).isEqualTo(1);
    assertThat(bed.value(odd.contact(), HUBSPOT_STATUS)).isEqualTo("NEW");
    assertThat(bed.value(fine.contact(), HUBSPOT_STATUS)).isEqualTo("IN_PROGRESS");
  }

  @Test
  void anEditMadeBetweenOurReadAndOurWriteIsPutBackAndDecidedAnew() {
    var p = bed.person("a@x.io", "Open - Not Contacted", "Lead", "NEW", "lead");
    bed.sync();
    bed.edit(p.lead(), STATUS, "Working - Contacted");
    bed.hubspot.beforeNextWrite(() -> bed.edit(p.contact(), HUBSPOT_STATUS, "UNQUALIFIED"));
    bed.sync();
    assertThat(bed.value(p.contact(), HUBSPOT_STATUS)).isEqualTo("IN_PROGRESS");
    var second = bed.sync();
    assertThat(second.restored()).isEqualTo(1);
    assertThat(bed.value(p.contact(), HUBSPOT_STATUS)).isEqualTo("UNQUALIFIED");
    bed.sync();
    assertThat(bed.value(p.lead(), STATUS)).isEqualTo("Closed - Not Converted");
    assertThat(bed.sync().writes()).isZero();
  }

  @Test
  void aWriteWithoutAnAnswerIsLookedIntoAndNotSentTwice() {
    var p = bed.person("a@x.io", "Working - Contacted", "Lead", "NEW", "lead");
    var sent = new ArrayList<String>();
    bed.hubspot.instead =
        write -> {
          sent.add(write.trace());
          bed.hubspot.instead = w -> null;
          bed.edit(p.contact(), HUBSPOT_STATUS, "IN_PROGRESS");
          return WriteResult.of(WriteResult.Kind.UNKNOWN);
        };
    bed.sync();
    bed.sync();
    assertThat(sent).hasSize(1);
    assertThat(bed.hubspot.written).isEmpty();
    assertThat(bed.sync().at(Reason.AGREED)).isEqualTo(2);
  }

  @Test
  void aKillBetweenWriteAndOutcomeIsFinishedByTheNextRun() {
    var p = bed.person("a@x.io", "Working - Contacted", "Lead", "NEW", "lead");
    bed.hubspot.afterNextWrite(TestBed::dies);
    assertThatThrownBy(() -> bed.sync()).hasMessageContaining("killed");
    assertThat(bed.value(p.contact(), HUBSPOT_STATUS)).isEqualTo("IN_PROGRESS");
    assertThat(bed.sync().at(Reason.AGREED)).isEqualTo(2);
    assertThat(bed.hubspot.written).hasSize(1);
  }

  @Test
  void aKillBetweenClearAndSetNeverLeavesTheStageBlank() {
    var p = recycled();
    bed.hubspot.afterNextWrite(TestBed::dies);
    assertThatThrownBy(() -> bed.sync()).hasMessageContaining("killed");
    assertThat(bed.value(p.contact(), LIFECYCLE)).isEmpty();
    bed.sync();
    assertThat(bed.value(p.contact(), LIFECYCLE)).isEqualTo("lead");
    assertThat(bed.value(p.lead(), STAGE)).isEqualTo("Lead");
    assertThat(bed.sync().writes()).isZero();
  }

  @Test
  void aPlanBeyondTheLimitsWritesNothingUntilAPersonApprovesExactlyIt() {
    bed.close();
    bed = new TestBed(TestStores.create(folder.resolve("limited.db")), new Limits(2, 0, 100));
    for (int i = 0; i < 5; i++) {
      bed.person("p" + i + "@x.io", "Working - Contacted", "Lead", "NEW", "lead");
    }
    var report = bed.sync();
    assertThat(report.ending()).isEqualTo(RunReport.Ending.LIMITED);
    assertThat(report.limit().orElseThrow().sentence())
        .contains("5 changes wait")
        .contains("--approve");
    assertThat(bed.hubspot.written).isEmpty();

    try (Plan plan = plan()) {
      var rows = rows(plan);
      assertThat(rows).hasSize(5);
      assertThatThrownBy(() -> bed.engine().apply(plan.header(), rows.iterator(), false))
          .isInstanceOf(EngineException.class);
      var moved = rows.get(0);
      bed.edit(moved.contact(), HUBSPOT_STATUS, "UNQUALIFIED");
      var applied = bed.engine().apply(plan.header(), rows.iterator(), true);
      assertThat(applied.fit()).isEqualTo(4);
      assertThat(applied.moved()).isEqualTo(1);
      assertThat(bed.value(moved.contact(), HUBSPOT_STATUS)).isEqualTo("UNQUALIFIED");
    }
    assertThat(bed.hubspot.written).hasSize(4);
  }

  @Test
  void aPushWindowWaitsUntilItsTime() {
    var p = bed.person("a@x.io", "Open - Not Contacted", "Lead", "NEW", "marketingqualifiedlead");
    bed.engine().run(new RunRequest("incremental", Reads.CHANGES, Set.of(Side.HUBSPOT)));
    assertThat(bed.value(p.lead(), STAGE)).isEqualTo("Lead");
    bed.engine().run(new RunRequest("push", Reads.NOTHING, Set.of(Side.SALESFORCE)));
    assertThat(bed.value(p.lead(), STAGE)).isEqualTo("Marketing qualified lead");
  }

  @Test
  void aWaitingCorrectionThatHasBecomeNeedlessIsDropped() {
    var p = bed.person("a@x.io", "Open - Not Contacted", "Lead", "NEW", "marketingqualifiedlead");
    bed.read();
    bed.edit(p.lead(), STAGE, "Marketing qualified lead");
    bed.later(Duration.ofHours(8));
    bed.engine().run(new RunRequest("push", Reads.NOTHING, Set.of(Side.SALESFORCE)));
    assertThat(bed.salesforce.written).isEmpty();
  }

  @Test
  void twoContactsWithOneAddressAreNotGuessedAt() {
    bed.person("a@x.io", "Working - Contacted", "Lead", "NEW", "lead");
    bed.hubspot.create("A@x.io", Map.of(HUBSPOT_STATUS, new RawValue("NEW")));
    var report = bed.sync();
    assertThat(report.pairs()).isZero();
    assertThat(report.alone().get(Side.HUBSPOT)).containsEntry("AMBIGUOUS_MATCH", 2L);
  }

  @Test
  void aNewOpenLeadBesideAConvertedOneIsSalesforcesSideFromThenOn() {
    var p = bed.person("a@x.io", "Working - Contacted", "Lead", "IN_PROGRESS", "lead");
    bed.sync();
    bed.salesforce.convert(p.lead(), Evidence.LOST);
    bed.sync();
    var second =
        bed.salesforce.create(
            "a@x.io",
            Map.of(STATUS, new RawValue("Open - Not Contacted"), STAGE, new RawValue("Lead")));
    bed.sync();
    var story = new Explain(bed.store, bed.surroundings().emailKey()).who("a@x.io").orElseThrow();
    assertThat(story.pair().orElseThrow().lead()).isEqualTo(second);
  }

  @Test
  void aRecordDeletedOnOneSideBlanksNothingOnTheOther() {
    var p = bed.person("a@x.io", "Working - Contacted", "Lead", "IN_PROGRESS", "lead");
    bed.sync();
    bed.salesforce.delete(p.lead());
    var report = bed.sync();
    assertThat(report.at(Reason.GONE)).isEqualTo(2);
    assertThat(bed.value(p.contact(), LIFECYCLE)).isEqualTo("lead");
  }

  @Test
  void whatOnlyAChangedMappingAsksForIsHeldUntilItsPlanIsApprovedOnce() {
    var p = bed.person("a@x.io", "Working - Contacted", "Lead", "IN_PROGRESS", "lead");
    bed.sync();
    takesInProgressForOpen();
    var report = bed.sync();
    assertThat(report.at(Reason.MAPPING_CHANGED)).isEqualTo(1);
    assertThat(report.writes()).isZero();

    try (Plan plan = plan()) {
      var rows = rows(plan);
      assertThat(rows).singleElement().satisfies(r -> assertThat(r.mappingChanged()).isTrue());
      assertThatThrownBy(() -> bed.engine().apply(plan.header(), rows.iterator(), false))
          .hasMessageContaining("MAPPING_CHANGED");
      assertThat(bed.engine().apply(plan.header(), rows.iterator(), true).fit()).isEqualTo(1);
    }
    assertThat(bed.value(p.lead(), STATUS)).isEqualTo("Open - Not Contacted");
    assertThat(bed.sync().writes()).isZero();
  }

  @Test
  void aStoreOfAnotherAccountIsRefusedInWords() {
    bed.store.change(s -> s.belonging().bind(Side.HUBSPOT, "another-account"));
    assertThatThrownBy(() -> bed.sync())
        .hasMessageContaining("belongs to the HubSpot account another-account")
        .hasMessageContaining("Nothing was read or written");
  }
}
