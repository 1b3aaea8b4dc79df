package io.stagesync.engine;

import static io.stagesync.engine.TestBed.HUBSPOT_STATUS;
import static io.stagesync.engine.TestBed.LIFECYCLE;
import static io.stagesync.engine.TestBed.STAGE;
import static io.stagesync.engine.TestBed.STATUS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.stagesync.engine.TestBed.Person;
import io.stagesync.port.InMemoryCrm;
import io.stagesync.port.WriteResult;
import io.stagesync.state.JournalEntry;
import io.stagesync.state.PairId;
import io.stagesync.vocabulary.Evidence;
import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.RecordId;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;

/** People edit at the very moment at which we write; whatever they did is put back or told. */
class EditsUnderWritesTest extends OnTestBed {
  /** Salesforce goes back, so that HubSpot's stage is to be cleared and set. */
  private Person steppedBack() {
    var p =
        bed.person(
            "a@x.io", "Open - Not Contacted", "Sales qualified lead", "NEW", "salesqualifiedlead");
    bed.sync();
    bed.edit(p.lead(), STAGE, "Lead");
    return p;
  }

  /** Does this before the next writes to a side, one piece before each. */
  private static void under(InMemoryCrm crm, Runnable... pieces) {
    var left = new ArrayDeque<>(List.of(pieces));
    crm.beforeWrite =
        () -> {
          var piece = left.poll();
          if (piece != null) {
            piece.run();
          }
        };
  }

  private Runnable edit(RecordId id, FieldName field, String word) {
    return () -> bed.edit(id, field, word);
  }

  private void comesToRest() {
    for (int i = 0; i < 4; i++) {
      bed.sync();
    }
    assertThat(bed.sync().writes()).isZero();
  }

  private List<JournalEntry> journal(JournalEntry.Kind kind) {
    return bed.store.<List<JournalEntry>>read(s -> s.journal().of(new PairId(1))).stream()
        .filter(e -> e.kind() == kind)
        .toList();
  }

  @Test
  void aStageThatAPersonBlanksUnderOurStepBackIsBlankedAgain() {
    var p = steppedBack();
    under(bed.hubspot, edit(p.contact(), LIFECYCLE, ""));
    bed.sync();
    assertThat(bed.value(p.contact(), LIFECYCLE)).isEqualTo("lead");
    comesToRest();
    assertThat(journal(JournalEntry.Kind.RESTORED))
        .singleElement()
        .satisfies(e -> assertThat(e.was()).isEqualTo("lead"))
        .satisfies(e -> assertThat(e.is()).isEmpty());
    assertThat(bed.value(p.contact(), LIFECYCLE)).as("sales moved it on").isEqualTo("lead");
  }

  @Test
  void aBlankThatAPersonMadeIsNotOursThoughWeWereAboutToMakeOne() {
    var p = steppedBack();
    under(
        bed.hubspot,
        () -> {
          throw new IllegalStateException("killed before the clear");
        });
    assertThat(catchThrowable(bed::sync)).hasMessageContaining("killed");
    bed.edit(p.contact(), LIFECYCLE, "");
    comesToRest();
    assertThat(bed.value(p.contact(), LIFECYCLE)).isEqualTo("lead");
    assertThat(journal(JournalEntry.Kind.WROTE))
        .singleElement()
        .satisfies(e -> assertThat(e.was()).as("what the write replaced").isEmpty())
        .satisfies(e -> assertThat(e.is()).isEqualTo("lead"));
  }

  @Test
  void aBlankThatAPersonMadeAfterAClearAndASetWithoutAnswersIsTheirs() {
    var p = steppedBack();
    bed.hubspot.instead =
        write -> {
          var lost = bed.hubspot.instead;
          bed.hubspot.instead = w -> null;
          bed.hubspot.write(List.of(write));
          bed.hubspot.instead = lost;
          return WriteResult.of(WriteResult.Kind.UNKNOWN);
        };
    bed.sync();
    bed.hubspot.instead = w -> null;
    assertThat(bed.value(p.contact(), LIFECYCLE)).isEqualTo("lead");
    bed.edit(p.contact(), LIFECYCLE, "");
    comesToRest();
    assertThat(journal(JournalEntry.Kind.WROTE))
        .last()
        .satisfies(e -> assertThat(e.was()).isEmpty())
        .satisfies(e -> assertThat(e.is()).isEqualTo("lead"));
  }

  @Test
  void anEditIsPutBackThoughTwoWritesOfOursLieUponIt() {
    var p = bed.person("a@x.io", "Open - Not Contacted", "Customer", "NEW", "opportunity");
    under(bed.hubspot, edit(p.contact(), LIFECYCLE, "subscriber"));
    bed.sync();
    under(bed.hubspot, edit(p.contact(), LIFECYCLE, "lead"));
    bed.sync();
    assertThat(bed.value(p.contact(), LIFECYCLE)).as("decided anew").isEqualTo("customer");
    comesToRest();
    assertThat(journal(JournalEntry.Kind.RESTORED))
        .extracting(JournalEntry::is)
        .containsExactly("subscriber", "lead");
  }

  @Test
  void anEditUnderAWriteIsToldThoughItsContactIsDeletedWhileItIsPutBack() {
    var p = bed.person("a@x.io", "Open - Not Contacted", "Opportunity", "NEW", "opportunity");
    bed.sync();
    bed.edit(p.lead(), STAGE, "Customer");
    under(bed.hubspot, edit(p.contact(), LIFECYCLE, "subscriber"));
    bed.sync();
    under(bed.hubspot, () -> {}, () -> bed.hubspot.delete(p.contact()));
    comesToRest();
    assertThat(journal(JournalEntry.Kind.NOT_WRITTEN))
        .singleElement()
        .satisfies(e -> assertThat(e.is()).isEqualTo("subscriber"));
  }

  @Test
  void anEditUnderAClearIsNotForgottenThoughItsContactIsDeletedBeforeTheSetAndTakenBack() {
    var p = steppedBack();
    under(
        bed.hubspot,
        edit(p.contact(), LIFECYCLE, "customer"),
        () -> bed.hubspot.delete(p.contact()));
    bed.sync();
    bed.sync();
    bed.hubspot.undelete(p.contact());
    comesToRest();
    assertThat(bed.value(p.contact(), LIFECYCLE)).isEqualTo("customer");
    assertThat(bed.store.<Long>read(s -> s.intents().count())).isZero();
  }

  @Test
  void anEditIsPutBackAlsoOnceItsTrackIsPaused() {
    var p = fellOnAnEdit();
    var whole = bed.salesforce.catalog(true);
    var fields = new HashMap<>(whole.fields());
    fields.remove(STATUS);
    bed.salesforce.accepts(fields, whole.convertedStatuses());
    assertThat(bed.sync().paused()).hasSize(1);
    assertThat(bed.value(p.contact(), HUBSPOT_STATUS)).isEqualTo("UNQUALIFIED");
  }

  @Test
  void anEditIsPutBackOnceItsFieldThatWasHiddenIsThereAgain() {
    var p = fellOnAnEdit();
    var whole = bed.hubspot.catalog(true);
    var fields = new HashMap<>(whole.fields());
    fields.remove(HUBSPOT_STATUS);
    bed.hubspot.accepts(fields, whole.convertedStatuses());
    bed.sync();
    assertThat(bed.value(p.contact(), HUBSPOT_STATUS)).isEqualTo("IN_PROGRESS");
    bed.hubspot.accepts(whole.fields(), whole.convertedStatuses());
    bed.sync();
    assertThat(bed.value(p.contact(), HUBSPOT_STATUS)).isEqualTo("UNQUALIFIED");
  }

  @Test
  void anEditIsPutBackThoughThePairIsPartedUnderTheWrite() {
    var p = bed.person("a@x.io", "Open - Not Contacted", "Lead", "NEW", "lead");
    bed.sync();
    bed.edit(p.lead(), STATUS, "Working - Contacted");
    under(bed.hubspot, edit(p.contact(), HUBSPOT_STATUS, "UNQUALIFIED"));
    bed.hubspot.afterNextWrite(
        () -> {
          bed.salesforce.delete(p.lead());
          bed.store.change(s -> s.pairs().part(new PairId(1)));
        });
    bed.sync();
    assertThat(bed.value(p.contact(), HUBSPOT_STATUS)).isEqualTo("IN_PROGRESS");
    comesToRest();
    assertThat(bed.value(p.contact(), HUBSPOT_STATUS)).isEqualTo("UNQUALIFIED");
    assertThat(bed.store.<Long>read(s -> s.intents().count())).isZero();
  }

  private Person fellOnAnEdit() {
    var p = bed.person("a@x.io", "Open - Not Contacted", "Lead", "NEW", "lead");
    bed.sync();
    bed.edit(p.lead(), STATUS, "Working - Contacted");
    under(bed.hubspot, edit(p.contact(), HUBSPOT_STATUS, "UNQUALIFIED"));
    bed.sync();
    assertThat(bed.value(p.contact(), HUBSPOT_STATUS)).isEqualTo("IN_PROGRESS");
    return p;
  }

  @Test
  void thatAnEditCannotBePutBackOnceItsLeadIsConvertedStandsInTheJournal() {
    var p = bed.person("a@x.io", "Open - Not Contacted", "Lead", "NEW", "lead");
    bed.sync();
    bed.edit(p.contact(), LIFECYCLE, "salesqualifiedlead");
    under(bed.salesforce, edit(p.lead(), STAGE, "Opportunity"));
    bed.sync();
    bed.salesforce.convert(p.lead(), Evidence.OPEN);
    int offered = bed.salesforce.offered.size();
    comesToRest();
    assertThat(bed.salesforce.offered).hasSize(offered);
    assertThat(journal(JournalEntry.Kind.NOT_WRITTEN))
        .singleElement()
        .satisfies(e -> assertThat(e.was()).isEqualTo("Sales qualified lead"))
        .satisfies(e -> assertThat(e.is()).isEqualTo("Opportunity"))
        .satisfies(e -> assertThat(e.text()).contains("cannot be put back"));
  }
}
