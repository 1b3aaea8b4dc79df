package io.stagesync.reconcile;

import static io.stagesync.reconcile.RulesAcrossTracksTest.decided;
import static io.stagesync.reconcile.TestMappings.STAGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.mapping.ConflictRule;
import io.stagesync.mapping.Mapping;
import io.stagesync.vocabulary.Evidence;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.Side;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** People who leave and enter again. */
class CyclesTest {
  private static final String MQL = "Marketing qualified lead";
  private static final String SAL = "Sales accepted lead";
  private static final String MRL = "Marketing ready lead";

  private static TrackBuilder stage() {
    return new TrackBuilder("lead-stage")
        .salesforce("Lead", "Lead_Stage__c")
        .hubspot("lifecyclestage")
        .label("lead", "Lead", "lead", "rank=20")
        .label("mrl", MRL, "mrl", "rank=25", "owner=sales")
        .label("mql", MQL, "mql", "rank=30")
        .label("sal", SAL, "shares mql", "rank=40", "owner=sales")
        .back("mrl", "sales", "mql", "sal")
        .again("mql", "marketing", "mrl");
  }

  private static PairModel at(TrackBuilder track, String label) {
    return resting(TestMappings.mapping(track.build()), label);
  }

  private static PairModel resting(Mapping mapping, String label) {
    PairModel model = new PairModel(mapping, TestMappings.catalogs(mapping));
    RulesAcrossTracksTest.agree(model, STAGE, label);
    return model;
  }

  private static int cycle(PairModel model) {
    return Optional.ofNullable(model.bases.get(STAGE)).orElseThrow().cycle();
  }

  private static void moves(PairModel model, Side side, String word, String to) {
    model.show(STAGE, side, word);
    model.round();
    assertThat(decided(model, STAGE).reason()).isEqualTo(Reason.AGREED);
    assertThat(decided(model, STAGE).to()).contains(new Label(to));
    assertThat(model.round()).isZero();
  }

  @Test
  void whoIsRecycledAndEngagesAgainIsInTheSecondCycle() {
    PairModel model = at(stage(), "lead");
    moves(model, Side.HUBSPOT, "mql", "mql");
    moves(model, Side.SALESFORCE, SAL, "sal");
    moves(model, Side.SALESFORCE, MRL, "mrl");
    assertThat(cycle(model)).as("leaving begins nothing").isEqualTo(1);
    moves(model, Side.HUBSPOT, "mql", "mql");
    assertThat(cycle(model)).isEqualTo(2);
    moves(model, Side.SALESFORCE, SAL, "sal");
    assertThat(cycle(model)).isEqualTo(2);
    moves(model, Side.SALESFORCE, MRL, "mrl");
    moves(model, Side.HUBSPOT, "mql", "mql");
    assertThat(cycle(model)).isEqualTo(3);
  }

  @Test
  void whoWasBlankOnBothSidesForAWhileStaysInTheSameCycle() {
    PairModel model = at(stage(), "mrl");
    moves(model, Side.HUBSPOT, "mql", "mql");
    assertThat(cycle(model)).isEqualTo(2);
    model.show(STAGE, Side.SALESFORCE, "").show(STAGE, Side.HUBSPOT, "");
    model.round();
    assertThat(decided(model, STAGE).reason()).isEqualTo(Reason.BOTH_BLANK);
    assertThat(model.bases).doesNotContainKey(STAGE);
    model.round();
    model.show(STAGE, Side.HUBSPOT, "mql");
    model.round();
    assertThat(decided(model, STAGE).to()).contains(new Label("mql"));
    assertThat(cycle(model)).as("filled, and no re-entry").isEqualTo(2);
    assertThat(model.memory(STAGE).cycle()).isZero();
    moves(model, Side.SALESFORCE, MRL, "mrl");
    moves(model, Side.HUBSPOT, "mql", "mql");
    assertThat(cycle(model)).isEqualTo(3);
  }

  @Test
  void anotherWayForwardIsNoReEntry() {
    PairModel model = at(stage(), "mrl");
    moves(model, Side.SALESFORCE, SAL, "sal");
    assertThat(cycle(model)).isEqualTo(1);
  }

  @Test
  void theWayNamesWhoEntersAgain() {
    PairModel model = at(stage(), "mrl").show(STAGE, Side.SALESFORCE, MQL);
    assertThat(decided(model, STAGE).reason()).isEqualTo(Reason.NOT_OWNER);
    assertThat(decided(model, STAGE).why()).contains("Only marketing, in HubSpot");
    PairModel lead = at(stage(), "lead").show(STAGE, Side.SALESFORCE, MQL);
    assertThat(decided(lead, STAGE).reason())
        .as("whoever comes from elsewhere")
        .isEqualTo(Reason.MOVED);
  }

  @Test
  void aReEntryForwardThatNamesNobodyLeavesTheOwner() {
    TrackBuilder owned =
        new TrackBuilder("lead-stage")
            .salesforce("Lead", "Lead_Stage__c")
            .hubspot("lifecyclestage")
            .label("mrl", MRL, "mrl", "rank=25")
            .label("mql", MQL, "mql", "rank=30", "owner=marketing")
            .again("mql", "", "mrl");
    PairModel model = at(owned, "mrl").show(STAGE, Side.SALESFORCE, MQL);
    assertThat(decided(model, STAGE).reason()).isEqualTo(Reason.NOT_OWNER);
    moves(at(owned, "mrl"), Side.HUBSPOT, "mql", "mql");
  }

  @Test
  void aReEntryForwardIsNoWayBack() {
    PairModel model = at(stage().conflict(ConflictRule.FURTHEST_WINS), "mrl");
    model.show(STAGE, Side.HUBSPOT, "mql").show(STAGE, Side.SALESFORCE, "Lead");
    assertThat(decided(model, STAGE).reason()).as("rank is evidence here").isEqualTo(Reason.WON);
  }

  @Test
  void aReEntryMayLeaveOutWhatLiesBetween() {
    TrackBuilder steps =
        new TrackBuilder("lead-stage")
            .salesforce("Lead", "Lead_Stage__c")
            .hubspot("lifecyclestage")
            .label("mrl", MRL, "mrl", "rank=25")
            .label("mql", MQL, "mql", "rank=30")
            .label("sal", SAL, "sal", "rank=40")
            .again("sal", "", "mrl")
            .noSkips();
    PairModel model = at(steps, "mrl");
    moves(model, Side.SALESFORCE, SAL, "sal");
    assertThat(cycle(model)).isEqualTo(2);
  }

  @Test
  void theCycleOutlastsAClearAndARecycledConversion() {
    PairModel model = at(stage(), "mrl");
    moves(model, Side.HUBSPOT, "mql", "mql");
    model.show(STAGE, Side.SALESFORCE, "");
    model.round();
    assertThat(decided(model, STAGE).to()).contains(new Label("mql"));
    assertThat(cycle(model)).isEqualTo(2);
    model.converted = true;
    model.evidence = Evidence.LOST;
    model.round();
    assertThat(cycle(model)).isEqualTo(2);
  }

  @Test
  void aKillBetweenAnyTwoStepsCountsNobodyTwice() {
    long kills = 0;
    for (Side first : Side.values()) {
      for (int step = 0; step < 12; step++) {
        PairModel model = at(stage(), "mrl").show(STAGE, Side.HUBSPOT, "mql");
        model.first = first;
        if (!model.killedAt(step)) {
          break;
        }
        kills++;
        model.round();
        model.round();
        assertThat(cycle(model)).as("killed before step %d", step).isEqualTo(2);
        assertThat(model.seen(STAGE, Side.SALESFORCE).value()).contains(new RawValue(MQL));
      }
    }
    assertThat(kills).isGreaterThan(3);
  }
}
