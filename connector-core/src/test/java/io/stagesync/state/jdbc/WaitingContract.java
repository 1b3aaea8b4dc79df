package io.stagesync.state.jdbc;

import static io.stagesync.state.jdbc.Samples.CONTACT_STATUS;
import static io.stagesync.state.jdbc.Samples.LEAD_STAGE;
import static io.stagesync.state.jdbc.Samples.LEAD_STATUS;
import static io.stagesync.state.jdbc.Samples.STAGE;
import static io.stagesync.state.jdbc.Samples.STATUS;
import static io.stagesync.state.jdbc.Samples.at;
import static io.stagesync.state.jdbc.Samples.base;
import static io.stagesync.state.jdbc.Samples.correction;
import static io.stagesync.state.jdbc.Samples.id;
import static io.stagesync.state.jdbc.Samples.write;
import static io.stagesync.vocabulary.Side.HUBSPOT;
import static io.stagesync.vocabulary.Side.SALESFORCE;
import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.reconcile.Reason;
import io.stagesync.state.Correction;
import io.stagesync.state.Corrections.Tally;
import io.stagesync.state.Intent;
import io.stagesync.state.Intent.Stage;
import io.stagesync.state.PairId;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Corrections that wait and writes that were begun. */
interface WaitingContract extends StoreFixture {
  private void replace(PairId pair, Correction... corrections) {
    store().change(session -> session.corrections().replace(pair, List.of(corrections)));
  }

  private static PairId pair(int number) {
    return new PairId(number);
  }

  @Test
  default void whatWasDecidedLastWaitsInThePlaceOfWhatWaited() {
    Correction first = correction(pair(1), STATUS, LEAD_STATUS, "Working");
    Correction second = correction(pair(1), STAGE, LEAD_STAGE, "MQL");
    replace(pair(1), first, second);
    assertThat(now().corrections().of(pair(1))).containsExactlyInAnyOrder(first, second);
    replace(pair(1), second);
    assertThat(now().corrections().of(pair(1))).containsExactly(second);
    replace(pair(1));
    assertThat(now().corrections().count(SALESFORCE)).isZero();
  }

  @Test
  default void anApprovalStaysWithTheVerySameWriteOnly() {
    Correction asked = correction(pair(1), STATUS, LEAD_STATUS, "Working");
    replace(pair(1), asked);
    store().change(session -> session.corrections().approve(List.of(pair(1))));
    replace(pair(1), asked);
    assertThat(now().corrections().of(pair(1)))
        .extracting(Correction::approved)
        .containsExactly(true);
    replace(pair(1), correction(pair(1), STATUS, LEAD_STATUS, "Closed"));
    assertThat(now().corrections().of(pair(1)))
        .extracting(Correction::approved)
        .containsExactly(false);
  }

  @Test
  default void aPageOfCorrectionsNeverEndsWithinAPair() {
    for (int i = 1; i <= 3; i++) {
      replace(
          pair(i),
          correction(pair(i), STATUS, LEAD_STATUS, "Working"),
          correction(pair(i), STAGE, LEAD_STAGE, "MQL"),
          correction(pair(i), new Track("x"), CONTACT_STATUS, "OPEN"));
    }
    assertThat(now().corrections().waiting(SALESFORCE, Optional.empty(), 2))
        .extracting(waiting -> waiting.pair().number())
        .containsExactly(1L, 1L, 2L, 2L);
    assertThat(now().corrections().waiting(HUBSPOT, Optional.of(pair(2)), 0))
        .extracting(waiting -> waiting.pair().number())
        .containsExactly(3L);
    assertThat(now().corrections().count(SALESFORCE)).isEqualTo(6);
  }

  @Test
  default void correctionsThatAreAlikeAreCountedTogether() {
    replace(pair(1), correction(pair(1), STATUS, LEAD_STATUS, "Working"));
    replace(pair(2), correction(pair(2), STATUS, LEAD_STATUS, "Working"));
    replace(pair(3), correction(pair(3), STATUS, LEAD_STATUS, "Closed"));
    store().change(session -> session.corrections().approve(List.of(pair(2))));
    assertThat(now().corrections().tally())
        .containsExactly(
            new Tally(SALESFORCE, STATUS, Reason.MOVED, "open", "working", "Working", 2, 1),
            new Tally(SALESFORCE, STATUS, Reason.MOVED, "open", "working", "Closed", 1, 0));
  }

  @Test
  default void peopleOnTheirWayToALabelAreCountedOnceEach() {
    replace(
        pair(1),
        correction(pair(1), STATUS, LEAD_STATUS, "Working"),
        correction(pair(1), STATUS, CONTACT_STATUS, "IN_PROGRESS"));
    replace(pair(2), correction(pair(2), STATUS, CONTACT_STATUS, "IN_PROGRESS"));
    replace(pair(3), correction(pair(3), STAGE, LEAD_STAGE, "MQL"));
    replace(pair(4), correction(pair(4), STATUS, CONTACT_STATUS, "IN_PROGRESS"));
    store().change(session -> session.corrections().approve(List.of(pair(4))));
    var working = new Label("working");
    var both = Map.<Side, Set<RawValue>>of(SALESFORCE, Set.of(), HUBSPOT, Set.of());
    assertThat(now().corrections().peopleToward(STATUS, working, both)).isEqualTo(2);
    assertThat(now().corrections().peopleToward(STATUS, working, Map.of(SALESFORCE, Set.of())))
        .isEqualTo(1);
    assertThat(now().corrections().peopleToward(STATUS, working, Map.of())).isZero();
    assertThat(now().corrections().peopleToward(STATUS, new Label("another"), both)).isZero();
    var borrowed = Map.of(HUBSPOT, Set.of(new RawValue("IN_PROGRESS"), new RawValue("CALLED")));
    assertThat(now().corrections().peopleToward(STATUS, new Label("another"), borrowed))
        .isEqualTo(2);
  }

  private static Intent intent(String trace, long run) {
    return new Intent(
        trace,
        pair(1),
        SALESFORCE,
        id("L1"),
        Stage.SENT,
        List.of(
            new Intent.Part(
                STATUS,
                write(LEAD_STATUS, "Working"),
                Reason.MOVED,
                "open",
                "working",
                "HubSpot moved.",
                Optional.of(base("open")),
                Optional.of(base("working")))),
        at(1),
        Optional.empty(),
        run);
  }

  @Test
  default void aWriteThatWasBegunIsFoundAtItsLastStage() {
    Intent sent =
        new Intent(
            "t1",
            pair(1),
            SALESFORCE,
            id("L1"),
            Stage.WRITTEN,
            intent("t1", 1).fields(),
            at(1),
            Optional.of(at(2)),
            1);
    store().change(session -> session.intents().put(intent("t1", 1)));
    assertThat(now().intents().of(pair(1))).containsExactly(intent("t1", 1));
    store().change(session -> session.intents().put(sent));
    assertThat(now().intents().open(SALESFORCE, Optional.empty(), 9)).containsExactly(sent);
    assertThat(now().intents().open(HUBSPOT, Optional.empty(), 9)).isEmpty();
    assertThat(now().intents().of(SALESFORCE, id("L1"))).containsExactly(sent);
    assertThat(now().intents().of(HUBSPOT, id("L1"))).isEmpty();
    assertThat(now().intents().count()).isEqualTo(1);
    store().change(session -> session.intents().close("t1"));
    assertThat(now().intents().of(pair(1))).isEmpty();
    assertThat(now().intents().of(SALESFORCE, id("L1"))).isEmpty();
    assertThat(now().intents().count()).isZero();
  }

  @Test
  default void openWritesAreWalkedThroughOldestRunFirstAlsoWhenTheyAreClosedOnTheWay() {
    store()
        .change(
            session ->
                List.of(intent("b", 1), intent("c", 1), intent("a", 2))
                    .forEach(session.intents()::put));
    assertThat(now().intents().open(SALESFORCE, Optional.empty(), 2))
        .extracting(Intent::trace)
        .containsExactly("b", "c");
    store().change(session -> session.intents().close("c"));
    assertThat(now().intents().open(SALESFORCE, Optional.of("c"), 2))
        .extracting(Intent::trace)
        .containsExactly("a");
    store().change(session -> session.runs().begin("sync", at(3)));
    assertThat(now().intents().count()).isEqualTo(2);
  }
}
