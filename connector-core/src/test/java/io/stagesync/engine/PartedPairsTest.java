package io.stagesync.engine;

import static io.stagesync.engine.TestBed.LIFECYCLE;
import static io.stagesync.engine.TestBed.STAGE;
import static io.stagesync.engine.TestBed.STATUS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.stagesync.engine.TestBed.Person;
import io.stagesync.port.WriteResult;
import io.stagesync.reconcile.Reason;
import io.stagesync.state.JournalEntry;
import io.stagesync.state.PairId;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.Side;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Pairs that end while our clear-then-set is under way: the stage is never left empty (I17). */
class PartedPairsTest extends OnTestBed {
  private Person person;
  private Person other;

  @BeforeEach
  void begin() {
    person = sqlPerson("a@x.io");
    other = sqlPerson("b@x.io");
    bed.sync();
    bed.edit(person.lead(), STAGE, "Lead");
  }

  private Person sqlPerson(String email) {
    return bed.person(
        email, "Working - Contacted", "Sales qualified lead", "IN_PROGRESS", "salesqualifiedlead");
  }

  private void killedAfter(int writes) {
    var left = new int[] {writes};
    bed.hubspot.afterWrite =
        () -> {
          if (--left[0] == 0) {
            TestBed.dies();
          }
        };
    assertThat(catchThrowable(() -> bed.sync())).hasMessageContaining("killed");
    bed.hubspot.afterWrite = () -> {};
  }

  private String stage() {
    return bed.value(person.contact(), LIFECYCLE);
  }

  private void isQuietWith(String stage) {
    bed.sync();
    bed.sync();
    assertThat(stage()).isEqualTo(stage);
    int written = bed.hubspot.written.size();
    bed.sync();
    assertThat(bed.hubspot.written).hasSize(written);
    assertThat(bed.store.<Long>read(s -> s.intents().count())).isZero();
  }

  @Test
  void aStageThatWasClearedIsPutBackThoughItsPairIsPartedAfterAKill() {
    killedAfter(1);
    assertThat(stage()).isEmpty();
    bed.salesforce.merge(person.lead(), other.lead());
    isQuietWith("salesqualifiedlead");
  }

  @Test
  void aKillWhileItIsPutBackOnlyPutsItOff() {
    killedAfter(1);
    bed.salesforce.merge(person.lead(), other.lead());
    bed.hubspot.beforeWrite = TestBed::dies;
    assertThat(catchThrowable(() -> bed.sync())).hasMessageContaining("killed");
    bed.hubspot.beforeWrite = () -> {};
    assertThat(stage()).isEmpty();
    isQuietWith("salesqualifiedlead");
  }

  @Test
  void aKillRightAfterItWasPutBackPutsNothingBackTwice() {
    killedAfter(1);
    bed.salesforce.merge(person.lead(), other.lead());
    killedAfter(1);
    assertThat(stage()).isEqualTo("salesqualifiedlead");
    int written = bed.hubspot.written.size();
    isQuietWith("salesqualifiedlead");
    assertThat(bed.hubspot.written).hasSize(written);
  }

  @Test
  void whatAPersonSetThereMeanwhileStands() {
    killedAfter(1);
    bed.salesforce.merge(person.lead(), other.lead());
    bed.edit(person.contact(), LIFECYCLE, "subscriber");
    isQuietWith("subscriber");
  }

  @Test
  void anEditUnderTheClearIsWhatIsPutBack() {
    bed.hubspot.beforeNextWrite(() -> bed.edit(person.contact(), LIFECYCLE, "customer"));
    killedAfter(1);
    bed.salesforce.merge(person.lead(), other.lead());
    isQuietWith("customer");
  }

  @Test
  void aSetThatIsRejectedAfterThePairWasPartedPutsTheStageBack() {
    bed.hubspot.afterNextWrite(
        () -> {
          bed.salesforce.merge(person.lead(), other.lead());
          // What the other side's thread does when it reads that the lead was merged away.
          bed.store.change(
              s -> s.pairs().part(s.pairs().of(Side.HUBSPOT, person.contact()).orElseThrow().id()));
        });
    bed.hubspot.instead =
        w ->
            w.fields().containsValue(Optional.of(new RawValue("lead")))
                ? WriteResult.of(WriteResult.Kind.REJECTED, "INVALID", "a rule forbids it")
                : null;
    bed.sync();
    isQuietWith("salesqualifiedlead");
  }

  @Test
  void thePersonsNewLeadTakesTheOpenClearOver() {
    killedAfter(1);
    bed.salesforce.delete(person.lead());
    var lead =
        bed.salesforce.create(
            "a@x.io",
            Map.of(STATUS, new RawValue("Working - Contacted"), STAGE, new RawValue("Lead")));
    bed.sync();
    bed.sync();
    // The furthest of both at first sight, as if there had been no clear; the blank took no part.
    assertThat(stage()).isEqualTo("salesqualifiedlead");
    assertThat(bed.value(lead, STAGE)).isEqualTo("Sales qualified lead");
    isQuietWith("salesqualifiedlead");
  }

  @Test
  void thatTwoRecordsWerePartedStandsInTheJournal() {
    bed.salesforce.merge(person.lead(), other.lead());
    bed.sync();
    var parted =
        bed.store.read(
            s ->
                s.journal().of(new PairId(1)).stream()
                    .filter(j -> j.kind() == JournalEntry.Kind.PARTED)
                    .toList());
    assertThat(parted).singleElement().satisfies(j -> assertThat(j.text()).contains("merged"));
  }

  @Test
  void aRecordThatIsMergedAwayBeforeItsClearIsFollowedAndNotCalledARefusal() {
    var survivor = bed.hubspot.create("c@x.io", Map.of());
    var offered = new ArrayList<String>();
    bed.hubspot.beforeNextWrite(() -> bed.hubspot.merge(person.contact(), survivor));
    bed.hubspot.instead =
        w -> {
          offered.add(w.id() + " " + w.fields());
          return null;
        };
    var report = bed.sync();
    assertThat(report.failed()).isZero();
    assertThat(offered).isNotEmpty();
    bed.sync();
    bed.sync();
    assertThat(bed.value(survivor, LIFECYCLE)).isEqualTo("lead");
  }

  @Test
  void aRecordThatIsDeletedBeforeItsClearIsGoneAndNotCalledARefusal() {
    bed.hubspot.beforeNextWrite(() -> bed.hubspot.delete(person.contact()));
    var report = bed.sync();
    assertThat(report.failed()).isZero();
    assertThat(report.at(Reason.GONE)).isEqualTo(2);
    bed.hubspot.undelete(person.contact());
    isQuietWith("lead");
  }
}
