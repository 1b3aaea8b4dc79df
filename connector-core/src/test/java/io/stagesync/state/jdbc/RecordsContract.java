package io.stagesync.state.jdbc;

import static io.stagesync.state.jdbc.Samples.LEAD_STAGE;
import static io.stagesync.state.jdbc.Samples.LEAD_STATUS;
import static io.stagesync.state.jdbc.Samples.NOW;
import static io.stagesync.state.jdbc.Samples.at;
import static io.stagesync.state.jdbc.Samples.contact;
import static io.stagesync.state.jdbc.Samples.id;
import static io.stagesync.state.jdbc.Samples.lead;
import static io.stagesync.vocabulary.Side.HUBSPOT;
import static io.stagesync.vocabulary.Side.SALESFORCE;
import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.port.Conversion;
import io.stagesync.port.CrmRecord;
import io.stagesync.port.CrmRecord.Presence;
import io.stagesync.port.Reading;
import io.stagesync.state.Pair;
import io.stagesync.state.PairState;
import io.stagesync.state.SeenField;
import io.stagesync.state.SeenRecord;
import io.stagesync.vocabulary.Evidence;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.RecordId;
import io.stagesync.vocabulary.RecordType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What was read of each side. */
interface RecordsContract extends StoreFixture {
  private List<RecordId> see(CrmRecord... records) {
    return store().write(session -> Samples.see(session, SALESFORCE, records));
  }

  private SeenRecord lead1() {
    return now().records().find(SALESFORCE, id("L1")).orElseThrow();
  }

  private SeenField status1() {
    return Objects.requireNonNull(lead1().fields().get(LEAD_STATUS));
  }

  private List<RecordId> toPair() {
    return now().records().toPair(SALESFORCE, Optional.empty(), 100).stream()
        .map(SeenRecord::id)
        .toList();
  }

  @Test
  default void everythingThatWasReadComesBack() {
    CrmRecord full =
        new CrmRecord(
            id("L1"),
            Presence.LIVE,
            Optional.empty(),
            at(1),
            Optional.empty(),
            Map.of(
                LEAD_STATUS,
                Reading.of(new RawValue("=cmd|'\"\u0007 é\ud800")),
                LEAD_STAGE,
                Reading.UNREADABLE),
            Optional.empty(),
            Optional.of(id("501")),
            Optional.of(new RecordType("Partner")),
            Optional.of(
                new Conversion(
                    true,
                    Evidence.WON,
                    Optional.of(id("003")),
                    Optional.empty(),
                    Optional.of(id("006")),
                    Optional.of(LocalDate.of(2026, 11, 1)))));
    store()
        .change(
            session ->
                session.records().see(SALESFORCE, List.of(full), Map.of(id("L1"), "hash"), at(60)));
    SeenRecord seen = lead1();
    assertThat(seen.modified()).isEqualTo(at(1));
    assertThat(seen.readAt()).isEqualTo(at(60));
    assertThat(seen.emailKey()).contains("hash");
    assertThat(seen.counterpart()).contains(id("501"));
    assertThat(seen.recordType()).isEqualTo(full.recordType());
    assertThat(seen.conversion()).isEqualTo(full.conversion());
    assertThat(seen.fields()).hasSize(2);
    full.fields()
        .forEach(
            (name, reading) ->
                assertThat(seen.fields().get(name))
                    .isEqualTo(new SeenField(reading, Optional.empty(), at(1), "")));
  }

  @Test
  default void aRecordThatIsSeenForTheFirstTimeIsToBePaired() {
    assertThat(see(lead("L1", 0, "Open"), lead("L2", 0, "Open")))
        .containsExactly(id("L1"), id("L2"));
    assertThat(toPair()).containsExactly(id("L1"), id("L2"));
    assertThat(now().records().count(SALESFORCE)).isEqualTo(2);
  }

  @Test
  default void theSameAgainChangesNothingButTheTimeOfReading() {
    see(lead("L1", 0, "Open"));
    store().change(session -> session.records().paired(SALESFORCE, id("L1"), "nobody there"));
    List<RecordId> changed =
        store()
            .write(
                session ->
                    session
                        .records()
                        .see(SALESFORCE, List.of(lead("L1", 0, "Open")), Map.of(), at(99)));
    assertThat(changed).isEmpty();
    assertThat(toPair()).isEmpty();
    assertThat(lead1().readAt()).isEqualTo(at(99));
  }

  @Test
  default void anOlderStampChangesNothingButTheTimeOfReading() {
    see(lead("L1", 10, "Working"));
    List<RecordId> changed =
        store()
            .write(
                session ->
                    session
                        .records()
                        .see(SALESFORCE, List.of(lead("L1", 9, "Open")), Map.of(), at(99)));
    assertThat(changed).isEmpty();
    assertThat(status1().reading()).isEqualTo(Reading.of(new RawValue("Working")));
    assertThat(lead1().modified()).isEqualTo(at(10));
    assertThat(lead1().readAt()).isEqualTo(at(99));
  }

  @Test
  default void aChangedValueKnowsBetweenWhichVersionsItChanged() {
    see(lead("L1", 1, "Open"));
    see(lead("L1", 5, "Open"));
    assertThat(see(lead("L1", 9, "Working"))).containsExactly(id("L1"));
    see(lead("L1", 20, "Working"));
    assertThat(status1())
        .isEqualTo(
            new SeenField(Reading.of(new RawValue("Working")), Optional.of(at(5)), at(9), "005A"));
    assertThat(lead1().modified()).isEqualTo(at(20));
  }

  @Test
  default void aVersionThatCouldNotBeReadDoesNotCountAsAnotherValue() {
    see(lead("L1", 1, "Open"));
    see(lead("L1", 5, Reading.UNREADABLE, Conversion.NOT_CONVERTED));
    see(lead("L1", 6, Reading.UNREADABLE, Conversion.NOT_CONVERTED));
    see(lead("L1", 9, "Working"));
    assertThat(status1().unchangedUntil()).contains(at(1));
  }

  @Test
  default void anyDifferenceThatADecisionDependsOnCounts() {
    see(lead("L1", 0, "Open"));
    Conversion converted =
        new Conversion(
            true,
            Evidence.OPEN,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    Reading open = Reading.of(new RawValue("Open"));
    assertThat(see(lead("L1", 0, open, converted))).containsExactly(id("L1"));
    assertThat(see(lead("L1", 0, open, converted))).isEmpty();
    List<RecordId> changed =
        store()
            .write(
                session ->
                    session
                        .records()
                        .see(
                            SALESFORCE,
                            List.of(lead("L1", 0, open, converted)),
                            Map.of(id("L1"), "hash"),
                            NOW));
    assertThat(changed).containsExactly(id("L1"));
  }

  @Test
  default void aRecordThatIsGoneCountsWhateverItsStampAndComesBackWhenItIsRestored() {
    see(lead("L1", 10, "Open"));
    assertThat(see(CrmRecord.gone(id("L1"), Optional.of(id("L2"))))).containsExactly(id("L1"));
    assertThat(see(CrmRecord.gone(id("L1"), Optional.empty()))).isEmpty();
    assertThat(lead1().presence()).isEqualTo(Presence.GONE);
    assertThat(now().records().gone(SALESFORCE, List.of(id("L1"), id("L2"))))
        .containsExactly(id("L1"));
    assertThat(lead1().mergedInto()).contains(id("L2"));
    assertThat(toPair()).isEmpty();
    assertThat(see(lead("L1", 10, "Open"))).containsExactly(id("L1"));
    assertThat(lead1().mergedInto()).isEmpty();
    assertThat(toPair()).containsExactly(id("L1"));
  }

  @Test
  default void aChangeMarksThePairToBeDecided() {
    Pair pair = Samples.decided(store(), "L1", "501");
    assertThat(toDecide()).isEmpty();
    see(lead("L1", 0, "Open"));
    assertThat(toDecide()).isEmpty();
    see(lead("L1", 1, "Working"));
    assertThat(toDecide()).extracting(PairState::pair).containsExactly(pair);
    assertThat(toPair()).isEmpty();
  }

  private List<PairState> toDecide() {
    return now().pairs().toDecide(Optional.empty(), 100);
  }

  @Test
  default void aRecordThatStandsTwiceOnAPageIsSeenInItsOrder() {
    assertThat(see(lead("L1", 1, "Open"), lead("L1", 2, "Working"), lead("L1", 1, "Open")))
        .containsExactly(id("L1"));
    assertThat(status1().reading()).isEqualTo(Reading.of(new RawValue("Working")));
    assertThat(lead1().modified()).isEqualTo(at(2));
  }

  @Test
  default void partnersAreFoundByTheirIdAndByTheirEmailKeyWhileTheyLive() {
    store()
        .change(
            session -> {
              session
                  .records()
                  .see(
                      HUBSPOT,
                      List.of(
                          contact("502", 0, "OPEN", "L1"),
                          contact("501", 0, "OPEN", "L1"),
                          contact("503", 0, "OPEN", "")),
                      Map.of(id("501"), "hash", id("503"), "hash", id("502"), "other"),
                      NOW);
              Samples.see(session, HUBSPOT, CrmRecord.gone(id("503"), Optional.empty()));
            });
    store()
        .read(
            session -> {
              assertThat(session.records().naming(id("L1")))
                  .extracting(SeenRecord::id)
                  .containsExactly(id("501"), id("502"));
              assertThat(session.records().withEmailKey(HUBSPOT, "hash"))
                  .extracting(SeenRecord::id)
                  .containsExactly(id("501"));
              assertThat(session.records().ids(HUBSPOT, Optional.of(id("501")), 10))
                  .containsExactly(id("502"));
              return true;
            });
  }

  @Test
  default void whyRecordsStayedAloneIsCounted() {
    see(lead("L1", 0, "Open"), lead("L2", 0, "Open"), lead("L3", 0, "Open"));
    store()
        .change(
            session -> {
              session.records().paired(SALESFORCE, id("L1"), "nobody there");
              session.records().paired(SALESFORCE, id("L2"), "nobody there");
              session.records().paired(SALESFORCE, id("L3"), "");
            });
    assertThat(now().records().alone(SALESFORCE)).containsExactly(Map.entry("nobody there", 2L));
    assertThat(toPair()).isEmpty();
  }

  @Test
  default void idsAreOrderedByTheirCharactersCodesOnEveryServer() {
    see(lead("a1", 0, "Open"), lead("B1", 0, "Open"), lead("A-1", 0, "Open"), lead("A1", 0, "x"));
    assertThat(now().records().ids(SALESFORCE, Optional.empty(), 10))
        .containsExactly(id("A-1"), id("A1"), id("B1"), id("a1"));
    assertThat(toPair()).containsExactly(id("A-1"), id("A1"), id("B1"), id("a1"));
  }

  @Test
  default void moreRecordsThanAStatementTakesAreFoundAtOnce() {
    List<CrmRecord> many = new ArrayList<>();
    for (int i = 0; i < 1_234; i++) {
      many.add(lead("L" + i, 0, "Open"));
    }
    see(many.toArray(CrmRecord[]::new));
    Map<RecordId, SeenRecord> found =
        now().records().find(SALESFORCE, many.stream().map(CrmRecord::id).toList());
    assertThat(found).hasSize(1_234);
    assertThat(see(many.toArray(CrmRecord[]::new))).isEmpty();
  }
}
