package io.stagesync.engine;

import static io.stagesync.engine.TestBed.HUBSPOT_STATUS;
import static io.stagesync.engine.TestBed.LIFECYCLE;
import static io.stagesync.engine.TestBed.STAGE;
import static io.stagesync.engine.TestBed.STATUS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.stagesync.engine.RunRequest.Reads;
import io.stagesync.engine.TestBed.Person;
import io.stagesync.port.RecordWrite;
import io.stagesync.port.WriteResult;
import io.stagesync.reconcile.Reason;
import io.stagesync.vocabulary.Evidence;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.Side;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Faults that meet other faults, and people who edit meanwhile. */
class FaultsTest extends OnTestBed {
  private static boolean clears(RecordWrite write) {
    return write.fields().values().stream().allMatch(Optional::isEmpty);
  }

  @Test
  void aSetThatIsRejectedAfterItsClearPutsTheStageBackAndIsNotTriedAgain() {
    var p = recycled();
    bed.hubspot.instead =
        w ->
            w.fields().containsValue(Optional.of(new RawValue("lead")))
                ? WriteResult.of(WriteResult.Kind.REJECTED, "INVALID", "a rule forbids it")
                : null;
    bed.sync();
    bed.sync();
    assertThat(bed.value(p.contact(), LIFECYCLE)).isEqualTo("salesqualifiedlead");
    assertThat(bed.value(p.lead(), STAGE)).isEqualTo("Lead");
    var written = bed.hubspot.written.size();
    var last = bed.sync();
    assertThat(bed.hubspot.written).hasSize(written);
    assertThat(last.at(Reason.REFUSED_BY_TARGET)).isEqualTo(1);
  }

  @Test
  void anEditUnderAClearIsNotForgottenWhenTheProcessDiesBeforeTheSet() {
    var p = recycled();
    bed.hubspot.beforeNextWrite(() -> bed.edit(p.contact(), LIFECYCLE, "customer"));
    bed.hubspot.afterNextWrite(TestBed::dies);
    assertThat(catchThrowable(() -> bed.sync())).hasMessageContaining("killed");
    for (int i = 0; i < 4; i++) {
      bed.sync();
    }
    assertThat(bed.value(p.contact(), LIFECYCLE)).isEqualTo("customer");
  }

  private Person fellOnAnEdit() {
    var p = bed.person("a@x.io", "Open - Not Contacted", "Lead", "NEW", "lead");
    bed.sync();
    bed.edit(p.lead(), STATUS, "Working - Contacted");
    bed.hubspot.beforeNextWrite(() -> bed.edit(p.contact(), HUBSPOT_STATUS, "UNQUALIFIED"));
    bed.sync();
    assertThat(bed.value(p.contact(), HUBSPOT_STATUS)).isEqualTo("IN_PROGRESS");
    return p;
  }

  private void puttingBackFailsOnce(WriteResult.Kind how) {
    var p = fellOnAnEdit();
    bed.hubspot.instead =
        w -> {
          bed.hubspot.instead = next -> null;
          return WriteResult.of(how, "CODE", "words");
        };
    for (int i = 0; i < 4; i++) {
      bed.sync();
    }
    assertThat(bed.value(p.contact(), HUBSPOT_STATUS)).isEqualTo("UNQUALIFIED");
    assertThat(bed.value(p.lead(), STATUS)).isEqualTo("Closed - Not Converted");
  }

  @Test
  void anEditIsPutBackThoughTheRecordMovedMeanwhile() {
    puttingBackFailsOnce(WriteResult.Kind.MOVED);
  }

  @Test
  void anEditIsPutBackByALaterRunWhereThisOneMayNot() {
    puttingBackFailsOnce(WriteResult.Kind.LATER);
  }

  @Test
  void anEditIsPutBackThoughTheFirstTryGotNoAnswer() {
    puttingBackFailsOnce(WriteResult.Kind.UNKNOWN);
  }

  @Test
  void anEditIsPutBackThoughTheProcessDiesBeforeItIsSent() {
    var p = fellOnAnEdit();
    bed.hubspot.beforeNextWrite(TestBed::dies);
    assertThat(catchThrowable(() -> bed.sync())).hasMessageContaining("killed");
    for (int i = 0; i < 4; i++) {
      bed.sync();
    }
    assertThat(bed.value(p.contact(), HUBSPOT_STATUS)).isEqualTo("UNQUALIFIED");
  }

  @Test
  void nothingIsPutBackToALeadThatWasConvertedSince() {
    var p = bed.person("a@x.io", "Open - Not Contacted", "Lead", "NEW", "lead");
    bed.sync();
    bed.edit(p.contact(), HUBSPOT_STATUS, "IN_PROGRESS");
    bed.salesforce.beforeNextWrite(() -> bed.edit(p.lead(), STATUS, "Closed - Not Converted"));
    bed.sync();
    bed.salesforce.convert(p.lead(), Evidence.OPEN);
    var sent = new ArrayList<RecordWrite>();
    bed.salesforce.instead =
        w -> {
          sent.add(w);
          return null;
        };
    bed.sync();
    assertThat(sent).isEmpty();
  }

  @Test
  void aPairThatIsPartedUnderAWriteStopsNobody() {
    var p = bed.person("a@x.io", "Working - Contacted", "Lead", "NEW", "lead");
    var other = bed.person("b@x.io", "Working - Contacted", "Lead", "NEW", "lead");
    bed.hubspot.afterNextWrite(
        () -> {
          // What the other side's thread does when it reads that the lead was merged away.
          bed.store.change(
              s -> s.pairs().part(s.pairs().of(Side.HUBSPOT, p.contact()).orElseThrow().id()));
        });
    bed.sync();
    assertThat(bed.sync().at(Reason.AGREED)).isEqualTo(4);
    assertThat(bed.value(other.contact(), HUBSPOT_STATUS)).isEqualTo("IN_PROGRESS");
  }

  @Test
  void aBlankThatSettlesIsLookedAtAgainThoughAnotherFieldWasRejected() {
    var p = bed.person("a@x.io", "Open - Not Contacted", "Lead", "NEW", "lead");
    bed.sync();
    bed.edit(p.contact(), LIFECYCLE, "");
    bed.edit(p.lead(), STATUS, "Working - Contacted");
    bed.hubspot.instead =
        w ->
            w.fields().containsKey(HUBSPOT_STATUS)
                ? WriteResult.of(WriteResult.Kind.REJECTED, "INVALID", "a rule forbids it")
                : null;
    for (int i = 0; i < 3; i++) {
      bed.sync();
    }
    assertThat(bed.value(p.contact(), LIFECYCLE)).isEqualTo("lead");
  }

  @Test
  void whoMovedOnBothSidesBeforeAPushWindowIsSettledByHistory() {
    var p = bed.person("a@x.io", "Open - Not Contacted", "Lead", "NEW", "lead");
    bed.sync();
    bed.edit(p.lead(), STATUS, "Working - Contacted");
    bed.read();
    bed.later(Duration.ofHours(8));
    bed.edit(p.contact(), HUBSPOT_STATUS, "UNQUALIFIED");
    bed.engine().run(new RunRequest("push", Reads.NOTHING, Set.of(Side.HUBSPOT)));
    bed.sync();
    bed.sync();
    assertThat(bed.value(p.lead(), STATUS)).isEqualTo("Closed - Not Converted");
  }

  @Test
  void anApprovalThatDidNotFitApprovesNothingElse() {
    var p = bed.person("a@x.io", "Working - Contacted", "Lead", "IN_PROGRESS", "lead");
    bed.sync();
    takesInProgressForOpen();
    bed.sync();
    try (Plan plan = plan()) {
      var rows = rows(plan);
      bed.edit(p.contact(), HUBSPOT_STATUS, "UNQUALIFIED");
      assertThat(bed.engine().apply(plan.header(), rows.iterator(), true).fit()).isZero();
    }
    var after = bed.sync();
    assertThat(after.at(Reason.MAPPING_CHANGED)).isEqualTo(1);
    assertThat(bed.value(p.lead(), STATUS)).isEqualTo("Working - Contacted");
  }

  @Test
  void whoIsNoLongerAmbiguousIsPaired() {
    var p = bed.person("a@x.io", "Working - Contacted", "Lead", "NEW", "lead");
    var second = bed.hubspot.create("a@x.io", Map.of(HUBSPOT_STATUS, new RawValue("NEW")));
    assertThat(bed.sync().pairs()).isZero();
    bed.hubspot.delete(second);
    assertThat(bed.sync().pairs()).isEqualTo(1);
    assertThat(bed.value(p.contact(), HUBSPOT_STATUS)).isEqualTo("IN_PROGRESS");
  }

  @Test
  void theOpenOneOfTwoLeadsTakesOverOnceTheOtherIsConverted() {
    var p = bed.person("a@x.io", "Working - Contacted", "Lead", "IN_PROGRESS", "lead");
    bed.sync();
    var second =
        bed.salesforce.create(
            "a@x.io",
            Map.of(STATUS, new RawValue("Working - Contacted"), STAGE, new RawValue("Lead")));
    bed.sync();
    bed.salesforce.convert(p.lead(), Evidence.LOST);
    bed.sync();
    var story = new Explain(bed.store, bed.surroundings().emailKey()).who("a@x.io").orElseThrow();
    assertThat(story.pair().orElseThrow().lead()).isEqualTo(second);
  }

  @Test
  void aChainOfMergesIsFollowedToItsEnd() {
    var p = bed.person("a@x.io", "Working - Contacted", "Lead", "IN_PROGRESS", "lead");
    var b = bed.hubspot.create("b@x.io", Map.of(HUBSPOT_STATUS, new RawValue("IN_PROGRESS")));
    var c = bed.hubspot.create("c@x.io", Map.of(HUBSPOT_STATUS, new RawValue("IN_PROGRESS")));
    bed.sync();
    bed.hubspot.merge(b, c);
    bed.sync();
    bed.hubspot.merge(p.contact(), b);
    bed.sync();
    bed.edit(p.lead(), STATUS, "Closed - Not Converted");
    bed.sync();
    assertThat(bed.value(c, HUBSPOT_STATUS)).isEqualTo("UNQUALIFIED");
  }

  @Test
  void aCrmThatIsDownInAPushIsNotAskedForEveryBatch() {
    for (int i = 0; i < 600; i++) {
      bed.person("p" + i + "@x.io", "Working - Contacted", "Lead", "NEW", "lead");
    }
    var asked = new ArrayList<String>();
    bed.hubspot.beforeWrite =
        () -> {
          asked.add("asked");
          throw new UncheckedIOException(new IOException("down"));
        };
    assertThat(catchThrowable(() -> bed.sync())).hasMessageContaining("down");
    assertThat(asked.size()).isLessThan(4);
    assertThat(bed.store.<Long>read(s -> s.intents().count())).isLessThan(400);
  }

  @Test
  void aClearWithoutAnAnswerIsOursThoughTheOtherTrackWasDecidedMeanwhile() {
    var p = recycled();
    bed.edit(p.contact(), HUBSPOT_STATUS, "UNQUALIFIED");
    bed.hubspot.instead =
        w -> {
          if (!clears(w)) {
            return null;
          }
          bed.hubspot.instead = next -> null;
          bed.edit(p.contact(), LIFECYCLE, "");
          // The other side's thread decides the pair anew for what it has to write itself.
          bed.store.change(
              s -> {
                var pair = s.pairs().of(Side.HUBSPOT, p.contact()).orElseThrow();
                var m = s.pairs().states(List.of(pair.id())).get(0);
                s.pairs().decideAgain(List.of(pair.id()));
                assertThat(m.tracks()).isNotEmpty();
              });
          return WriteResult.of(WriteResult.Kind.UNKNOWN);
        };
    bed.sync();
    bed.sync();
    assertThat(bed.value(p.contact(), LIFECYCLE)).isEqualTo("lead");
  }

  @Test
  void aPlanIsMadeBesideARunThatIsUnderWay() {
    bed.person("a@x.io", "Working - Contacted", "Lead", "NEW", "lead");
    bed.sync();
    var now = bed.surroundings().clock().instant();
    assertThat(bed.store.acquire("a serve", now, now.plus(Duration.ofMinutes(5)))).isPresent();
    try (Plan plan = plan()) {
      assertThat(plan.header().pairs()).isEqualTo(1);
    }
  }

  @Test
  void theJournalSaysWhatAStepBackReplacedThoughItsClearGotNoAnswer() {
    var p = recycled();
    bed.hubspot.afterNextWrite(TestBed::dies);
    assertThat(catchThrowable(() -> bed.sync())).hasMessageContaining("killed");
    bed.sync();
    var story =
        new Explain(bed.store, bed.surroundings().emailKey()).who(p.contact().text()).orElseThrow();
    assertThat(story.timeline())
        .anyMatch(j -> j.was().equals("salesqualifiedlead") && j.is().equals("lead"));
  }

  @Test
  void aBlankSeenByOneReadIsNotActedOnByAPush() {
    var p = bed.person("a@x.io", "Open - Not Contacted", "Lead", "NEW", "lead");
    bed.sync();
    bed.edit(p.contact(), LIFECYCLE, "");
    bed.edit(p.lead(), STATUS, "Working - Contacted");
    bed.read();
    bed.engine().run(new RunRequest("push", Reads.NOTHING, Set.of(Side.HUBSPOT)));
    assertThat(bed.value(p.contact(), HUBSPOT_STATUS)).isEqualTo("IN_PROGRESS");
    assertThat(bed.value(p.contact(), LIFECYCLE)).isEmpty();
  }
}
