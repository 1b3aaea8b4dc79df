package io.stagesync.state.jdbc;

import static io.stagesync.state.jdbc.Samples.LEAD_STATUS;
import static io.stagesync.state.jdbc.Samples.STAGE;
import static io.stagesync.state.jdbc.Samples.STATUS;
import static io.stagesync.state.jdbc.Samples.agreed;
import static io.stagesync.state.jdbc.Samples.base;
import static io.stagesync.state.jdbc.Samples.decided;
import static io.stagesync.state.jdbc.Samples.id;
import static io.stagesync.state.jdbc.Samples.lead;
import static io.stagesync.state.jdbc.Samples.memory;
import static io.stagesync.state.jdbc.Samples.pair;
import static io.stagesync.vocabulary.Side.HUBSPOT;
import static io.stagesync.vocabulary.Side.SALESFORCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stagesync.port.CrmRecord;
import io.stagesync.reconcile.Memory;
import io.stagesync.reconcile.Reason;
import io.stagesync.state.Pair;
import io.stagesync.state.PairId;
import io.stagesync.state.PairState;
import io.stagesync.state.PairState.Remembered;
import io.stagesync.state.Pairs;
import io.stagesync.state.Pairs.PairDecided;
import io.stagesync.state.SeenRecord;
import io.stagesync.vocabulary.Label;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which records are one person, and what was decided. */
interface PairsContract extends StoreFixture {
  private List<Pair> toDecide() {
    return now().pairs().toDecide(Optional.empty(), 100).stream().map(PairState::pair).toList();
  }

  private PairState only() {
    return now().pairs().all(Optional.empty(), 2).get(0);
  }

  @Test
  default void aPairIsFoundByEitherRecordAndIsToBeDecided() {
    Pair made = store().write(session -> pair(session, "L1", "501"));
    assertThat(now().pairs().of(SALESFORCE, id("L1"))).contains(made);
    assertThat(now().pairs().of(HUBSPOT, id("501"))).contains(made);
    assertThat(now().pairs().of(HUBSPOT, id("L1"))).isEmpty();
    assertThat(made.matchedBy()).isEqualTo("id");
    assertThat(toDecide()).containsExactly(made);
    assertThat(now().pairs().count()).isEqualTo(1);
    assertThat(only().lead().id()).isEqualTo(id("L1"));
    assertThat(only().contact().counterpart()).contains(id("L1"));
    assertThat(only().track(STATUS)).isEqualTo(Remembered.NOTHING);
    assertThat(now().records().toPair(SALESFORCE, Optional.empty(), 10)).isEmpty();
  }

  @Test
  default void aRecordNeverStandsInTwoPairs() {
    store().write(session -> pair(session, "L1", "501"));
    assertThatThrownBy(
            () ->
                store()
                    .change(
                        session -> {
                          Samples.see(session, SALESFORCE, lead("L2", 0, "Open"));
                          session.pairs().join(id("L2"), id("501"), "email");
                        }))
        .hasMessageContaining("501");
    assertThat(now().pairs().count()).isEqualTo(1);
    assertThat(now().records().find(SALESFORCE, id("L2"))).isEmpty();
  }

  @Test
  default void whatWasDecidedComesBack() {
    Pair pair = store().write(session -> pair(session, "L1", "501"));
    Pairs.DecidedTrack held =
        new Pairs.DecidedTrack(
            Reason.BACKWARD,
            "customer",
            "",
            "It would go back.",
            "Allow it.",
            Optional.empty(),
            Memory.NONE,
            3);
    store()
        .change(
            session ->
                session
                    .pairs()
                    .decided(pair.id(), Map.of(STATUS, agreed("open", 3), STAGE, held), false, 3));
    assertThat(toDecide()).isEmpty();
    assertThat(now().pairs().decisions(pair.id()))
        .isEqualTo(Map.of(STATUS, agreed("open", 3), STAGE, held));
    assertThat(now().pairs().decisions(List.of(pair.id(), new PairId(99))))
        .isEqualTo(Map.of(pair.id(), Map.of(STATUS, agreed("open", 3), STAGE, held)));
    assertThat(only().track(STATUS)).isEqualTo(new Remembered(Optional.of(base("open")), memory()));
    assertThat(only().track(STAGE)).isEqualTo(Remembered.NOTHING);
    assertThat(now().pairs().counts())
        .isEqualTo(Map.of(STATUS, Map.of(Reason.AGREED, 1L), STAGE, Map.of(Reason.BACKWARD, 1L)));
    assertThat(now().pairs().labels()).isEqualTo(Map.of(STATUS, Map.of(new Label("open"), 1L)));
  }

  @Test
  default void aDecisionThatStaysTheSameKeepsTheRunThatFirstMadeIt() {
    Pair pair = decided(store(), "L1", "501");
    store()
        .change(
            session ->
                session.pairs().decided(pair.id(), Map.of(STATUS, agreed("open", 5)), false, 5));
    assertThat(now().pairs().decisions(pair.id()).get(STATUS)).isEqualTo(agreed("open", 1));
    store()
        .change(
            session ->
                session.pairs().decided(pair.id(), Map.of(STATUS, agreed("working", 6)), false, 6));
    assertThat(now().pairs().decisions(pair.id()).get(STATUS)).isEqualTo(agreed("working", 6));
  }

  @Test
  default void rememberingIsNoDecision() {
    Pair pair = store().write(session -> pair(session, "L1", "501"));
    Remembered remembered = new Remembered(Optional.of(base("open")), memory());
    store().change(session -> session.pairs().remember(pair.id(), STATUS, remembered));
    assertThat(only().track(STATUS)).isEqualTo(remembered);
    assertThat(now().pairs().decisions(pair.id())).isEmpty();
    assertThat(now().pairs().counts()).isEmpty();
    assertThat(now().pairs().labels()).containsOnlyKeys(STATUS);
    assertThat(toDecide()).containsExactly(pair);
  }

  @Test
  default void aMappingThatChangedHasEveryPairDecidedAgain() {
    Pair one = decided(store(), "L1", "501");
    Pair two = decided(store(), "L2", "502");
    assertThat(now().pairs().countToDecide()).isZero();
    store().change(session -> session.pairs().decideAgain(List.of(two.id())));
    assertThat(toDecide()).containsExactly(two);
    store().change(session -> session.pairs().decideAllAgain());
    assertThat(toDecide()).containsExactly(one, two);
    assertThat(now().pairs().countToDecide()).isEqualTo(2);
  }

  @Test
  default void pagesGoOnAfterTheLastPair() {
    Pair one = decided(store(), "L1", "501");
    Pair two = decided(store(), "L2", "502");
    assertThat(now().pairs().all(Optional.empty(), 1))
        .extracting(PairState::pair)
        .containsExactly(one);
    assertThat(now().pairs().all(Optional.of(one.id()), 1))
        .extracting(PairState::pair)
        .containsExactly(two);
    assertThat(now().pairs().all(Optional.of(two.id()), 1)).isEmpty();
    assertThat(now().pairs().states(List.of(two.id(), new PairId(99))))
        .extracting(PairState::pair)
        .containsExactly(two);
  }

  @Test
  default void aPairThatIsToBeReadFreshIsToldToLaterRunsUntilItIsDecidedAgain() {
    Pair pair = store().write(session -> pair(session, "L1", "501"));
    store().change(session -> session.pairs().decided(pair.id(), Map.of(), true, 4));
    assertThat(now().pairs().freshBefore(4, Optional.empty(), 10)).isEmpty();
    assertThat(now().pairs().freshBefore(5, Optional.empty(), 10)).containsExactly(pair);
    assertThat(now().pairs().freshBefore(5, Optional.of(pair.id()), 10)).isEmpty();
    store().change(session -> session.pairs().decided(pair.id(), Map.of(), false, 5));
    assertThat(now().pairs().freshBefore(6, Optional.empty(), 10)).isEmpty();
  }

  @Test
  default void aPageOfDecisionsNeverEndsBetweenTwoTracksOfAPair() {
    for (int i = 1; i <= 3; i++) {
      Pair pair = decided(store(), "L" + i, "50" + i);
      store()
          .change(
              session ->
                  session
                      .pairs()
                      .decided(
                          pair.id(),
                          Map.of(
                              STATUS,
                              decided(Reason.CONFLICT, "a", "b", 1),
                              STAGE,
                              decided(Reason.BACKWARD, "a", "b", 1)),
                          false,
                          1));
    }
    List<Reason> asked = List.of(Reason.CONFLICT, Reason.BACKWARD);
    List<PairDecided> page = now().pairs().withReason(asked, Optional.empty(), 2);
    assertThat(page)
        .extracting(found -> found.pair().id().number())
        .containsExactly(1L, 1L, 2L, 2L);
    assertThat(now().pairs().withReason(List.of(Reason.CONFLICT), Optional.of(new PairId(2)), 2))
        .extracting(PairDecided::track)
        .containsExactly(STATUS);
  }

  @Test
  default void aPairThatEndsLeavesItsRecordsToBePairedAgainAndItsNumberUnused() {
    Pair pair = decided(store(), "L1", "501");
    store()
        .change(
            session -> {
              session
                  .corrections()
                  .replace(
                      pair.id(),
                      List.of(Samples.correction(pair.id(), STATUS, LEAD_STATUS, "Working")));
              Samples.see(session, HUBSPOT, CrmRecord.gone(id("501"), Optional.empty()));
              session.pairs().part(pair.id());
            });
    store()
        .read(
            session -> {
              assertThat(session.pairs().count()).isZero();
              assertThat(session.pairs().counts()).isEmpty();
              assertThat(session.corrections().count(SALESFORCE)).isZero();
              assertThat(session.records().toPair(SALESFORCE, Optional.empty(), 9))
                  .extracting(SeenRecord::id)
                  .containsExactly(id("L1"));
              assertThat(session.records().toPair(HUBSPOT, Optional.empty(), 9)).isEmpty();
              return true;
            });
    Pair next =
        store()
            .write(
                session -> {
                  Samples.see(session, HUBSPOT, Samples.contact("502", 0, "OPEN", "L1"));
                  return session.pairs().join(id("L1"), id("502"), "email");
                });
    assertThat(next.id()).isGreaterThan(pair.id());
  }

  @Test
  default void aMergeGivesThePairTheSurvivorAndKeepsWhatBothSidesAgreedOn() {
    Pair pair = decided(store(), "L1", "501");
    store()
        .change(
            session -> {
              Samples.see(
                  session,
                  SALESFORCE,
                  lead("L2", 0, "Open"),
                  CrmRecord.gone(id("L1"), Optional.of(id("L2"))));
              session.pairs().relink(pair.id(), SALESFORCE, id("L2"));
            });
    assertThat(only().pair().lead()).isEqualTo(id("L2"));
    assertThat(only().lead().id()).isEqualTo(id("L2"));
    assertThat(only().track(STATUS).base()).contains(base("open"));
    assertThat(toDecide()).extracting(Pair::id).containsExactly(pair.id());
    assertThat(now().pairs().of(SALESFORCE, id("L1"))).isEmpty();
  }
}
