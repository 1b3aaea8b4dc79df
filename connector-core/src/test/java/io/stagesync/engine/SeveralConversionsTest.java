package io.stagesync.engine;

import static io.stagesync.engine.TestBed.LIFECYCLE;
import static io.stagesync.engine.TestBed.STAGE;
import static io.stagesync.engine.TestBed.STATUS;
import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.reconcile.Reason;
import io.stagesync.vocabulary.Evidence;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.RecordId;
import io.stagesync.vocabulary.Side;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A person who was converted more than once: the latest conversion wins, nobody guesses. */
class SeveralConversionsTest extends OnTestBed {
  private RecordId contact;

  @BeforeEach
  void begin() {
    contact = bed.hubspot.create("a@x.io", Map.of(LIFECYCLE, new RawValue("lead")));
  }

  private RecordId converted(Evidence evidence) {
    var lead =
        bed.salesforce.create(
            "a@x.io",
            Map.of(STATUS, new RawValue("Closed - Converted"), STAGE, new RawValue("Lead")));
    bed.salesforce.convert(lead, evidence);
    return lead;
  }

  private Optional<RecordId> leadOfThePair() {
    return bed.store.read(s -> s.pairs().of(Side.HUBSPOT, contact)).map(p -> p.lead());
  }

  @Test
  void theLeadThatWasConvertedLastIsThePersons() {
    converted(Evidence.LOST);
    bed.later(Duration.ofDays(30));
    var last = converted(Evidence.OPEN);
    var report = bed.sync();
    assertThat(leadOfThePair()).contains(last);
    assertThat(bed.value(contact, LIFECYCLE)).isEqualTo("opportunity");
    assertThat(report.alone().get(Side.SALESFORCE)).containsOnlyKeys(Reason.NOT_LINKED.name());
    assertThat(bed.sync().writes()).isZero();
  }

  @Test
  void anEarlierConversionThatIsReadLaterChangesNothing() {
    bed.later(Duration.ofDays(30));
    var last = converted(Evidence.OPEN);
    bed.sync();
    var earlier =
        bed.salesforce.create("a@x.io", Map.of(STATUS, new RawValue("Closed - Converted")));
    bed.salesforce.convertedOn(earlier, Evidence.WON, -20);
    bed.sync();
    assertThat(leadOfThePair()).contains(last);
    assertThat(bed.value(contact, LIFECYCLE)).isEqualTo("opportunity");
  }

  @Test
  void aLaterConversionTakesOverFromAnEarlierOneThatHasThePair() {
    var first = converted(Evidence.LOST);
    bed.sync();
    assertThat(leadOfThePair()).contains(first);
    bed.later(Duration.ofDays(30));
    var second = converted(Evidence.WON);
    bed.sync();
    bed.sync();
    assertThat(leadOfThePair()).contains(second);
    assertThat(bed.value(contact, LIFECYCLE)).isEqualTo("customer");
    assertThat(bed.sync().writes()).isZero();
  }

  @Test
  void twoConversionsOfOneDayAreAmbiguous() {
    converted(Evidence.LOST);
    converted(Evidence.OPEN);
    var report = bed.sync();
    assertThat(leadOfThePair()).isEmpty();
    assertThat(report.alone().get(Side.SALESFORCE))
        .containsEntry(Reason.AMBIGUOUS_MATCH.name(), 2L);
  }

  @Test
  void anOpenLeadComesBeforeAnyConvertedOne() {
    converted(Evidence.WON);
    var open = bed.salesforce.create("a@x.io", Map.of(STAGE, new RawValue("Lead")));
    bed.sync();
    assertThat(leadOfThePair()).contains(open);
  }
}
