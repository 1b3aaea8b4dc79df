package io.stagesync.reconcile;

import static io.stagesync.reconcile.RulesAcrossTracksTest.decided;
import static io.stagesync.reconcile.RulesAcrossTracksTest.findings;
import static io.stagesync.reconcile.RulesAcrossTracksTest.resting;
import static io.stagesync.reconcile.TestMappings.STAGE;
import static io.stagesync.reconcile.TestMappings.STATUS;
import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.RefusedEdits;
import io.stagesync.mapping.Rule;
import io.stagesync.reconcile.PairDecision.Finding;
import io.stagesync.vocabulary.Evidence;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.Side;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** A status that matters from a stage onward. */
class FloorTest {
  private static Mapping mapping(Rule... rules) {
    return TestMappings.with(
        TestMappings.with(
            TestMappings.mapping(
                TestMappings.stage().build(),
                TestMappings.status().notBelow("lead-stage", "mql").build()),
            TestMappings.conversion(RefusedEdits.HOLD)),
        rules);
  }

  private static PairModel fresh(Rule... rules) {
    Mapping mapping = mapping(rules);
    return new PairModel(mapping, TestMappings.catalogs(mapping));
  }

  @Test
  void belowTheFloorAStatusIsLeftAloneAndReported() {
    PairModel model =
        resting(mapping(), "lead", "open").show(STATUS, Side.SALESFORCE, "Working - Contacted");
    TrackDecision status = decided(model, STATUS);
    assertThat(status.reason()).isEqualTo(Reason.BELOW_SYNC_FLOOR);
    assertThat(status.why())
        .isEqualTo(
            "The person is below mql in lead-stage, where this track begins to count. Salesforce"
                + " shows \"Working - Contacted\", HubSpot shows \"NEW\"; it is left as it is.");
    assertThat(status.base()).isPresent();
    assertThat(findings(model)).containsExactly(Finding.Code.STATUS_BELOW_FLOOR);
    assertThat(model.round()).isZero();
  }

  @Test
  void aBlankBelowTheFloorIsNothingToReportAndNothingToFill() {
    PairModel model =
        fresh().show(STAGE, Side.SALESFORCE, "Lead").show(STAGE, Side.HUBSPOT, "lead");
    assertThat(model.round()).isZero();
    assertThat(decided(model, STATUS).reason()).isEqualTo(Reason.BELOW_SYNC_FLOOR);
    assertThat(findings(model)).isEmpty();
  }

  @Test
  void oneSideThatReachedTheFloorIsEnough() {
    PairModel model =
        resting(mapping(), "lead", "open")
            .show(STATUS, Side.SALESFORCE, "Working - Contacted")
            .show(STAGE, Side.HUBSPOT, "marketingqualifiedlead");
    assertThat(decided(model, STATUS).reason()).isEqualTo(Reason.MOVED);
    model.round();
    assertThat(model.seen(STATUS, Side.HUBSPOT).value()).contains(new RawValue("IN_PROGRESS"));
    assertThat(model.round()).isZero();
  }

  @Test
  void whoFallsBelowTheFloorKeepsTheBaseAndGoesOnFromItAfterwards() {
    PairModel model =
        resting(mapping(), "sql", "working").show(STAGE, Side.SALESFORCE, "Marketing ready lead");
    model.round();
    model.show(STATUS, Side.SALESFORCE, "New");
    assertThat(model.round()).isZero();
    assertThat(decided(model, STATUS).reason()).isEqualTo(Reason.BELOW_SYNC_FLOOR);
    model.show(STAGE, Side.HUBSPOT, "marketingqualifiedlead");
    model.round();
    model.round();
    assertThat(decided(model, STATUS).to()).contains(new Label("open"));
    assertThat(model.seen(STATUS, Side.HUBSPOT).value()).contains(new RawValue("NEW"));
  }

  @Test
  void whomBothSidesTookBelowTheFloorIsLeftAloneFromThatDecisionOn() {
    PairModel model =
        resting(mapping(), "mql", "open")
            .show(STAGE, Side.SALESFORCE, "Lead")
            .show(STAGE, Side.HUBSPOT, "lead")
            .show(STATUS, Side.SALESFORCE, "Working - Contacted");
    assertThat(decided(model, STAGE).to()).contains(new Label("lead"));
    assertThat(decided(model, STATUS).reason())
        .as("decided again, the base would be below, too")
        .isEqualTo(Reason.BELOW_SYNC_FLOOR);
    assertThat(model.round()).isZero();
  }

  @Test
  void aWordThatCouldStillMeanTheFloorIsReadAsWhatBothSidesAgreeOn() {
    Mapping floored =
        TestMappings.mapping(
            TestMappings.stage().build(),
            TestMappings.status().notBelow("lead-stage", "sal").build());
    PairModel model =
        resting(floored, "sal", "open")
            .show(STAGE, Side.SALESFORCE, "Marketing qualified lead")
            .show(STATUS, Side.SALESFORCE, "Working - Contacted");
    assertThat(decided(model, STAGE).to()).contains(new Label("mql"));
    assertThat(decided(model, STATUS).reason()).isEqualTo(Reason.BELOW_SYNC_FLOOR);
    assertThat(model.round()).isZero();
  }

  @Test
  void aConvertedPersonOfWhomNothingStandsInTheFloorsTrackIsLeftAloneFromThatDecisionOn() {
    Mapping floored =
        TestMappings.mapping(
            TestMappings.stage().build(),
            TestMappings.status().notBelow("lead-stage", "mql").build());
    PairModel model =
        resting(floored, "mql", "open")
            .show(STAGE, Side.SALESFORCE, "")
            .show(STAGE, Side.HUBSPOT, "")
            .show(STATUS, Side.SALESFORCE, "Working - Contacted");
    model.converted = true;
    assertThat(decided(model, STAGE).reason()).isEqualTo(Reason.BOTH_BLANK);
    assertThat(decided(model, STATUS).reason()).isEqualTo(Reason.BELOW_SYNC_FLOOR);
    assertThat(model.round()).isZero();
  }

  @Test
  void theRuleOfTheFloorItselfFindsTheTrackAwake() {
    PairModel model =
        fresh(TestMappings.ruleIf(STAGE, "mql", STATUS, "open", ""))
            .show(STAGE, Side.HUBSPOT, "marketingqualifiedlead");
    model.round();
    model.round();
    assertThat(decided(model, STATUS).to()).contains(new Label("open"));
    assertThat(model.round()).isZero();
  }

  @Test
  void whatSalesSaidBelowTheFloorSpreadsOnceItIsReached() {
    PairModel model = fresh();
    model.show(STATUS, Side.SALESFORCE, "New").show(STAGE, Side.HUBSPOT, "lead");
    model.round();
    assertThat(decided(model, STATUS).reason()).isEqualTo(Reason.BELOW_SYNC_FLOOR);
    model.show(STAGE, Side.HUBSPOT, "marketingqualifiedlead");
    model.round();
    assertThat(model.seen(STATUS, Side.HUBSPOT).value()).contains(new RawValue("NEW"));
    assertThat(model.round()).isZero();
  }

  @Test
  void aConvertedPersonCountsWithTheOpportunity() {
    PairModel model = resting(mapping(), "lead", "open").show(STATUS, Side.SALESFORCE, "Qualified");
    model.converted = true;
    model.evidence = Evidence.OPEN;
    assertThat(decided(model, STATUS).reason()).isEqualTo(Reason.MOVED);
  }

  @Test
  void aKillBetweenAnyTwoStepsChangesNothingForWhoRises() {
    Mapping mapping = mapping(TestMappings.ruleIf(STAGE, "mql", STATUS, "working", "open"));
    Catalogs catalogs = TestMappings.catalogs(mapping);
    long kills = 0;
    for (String a : List.of("Lead", "Marketing qualified lead", "Sales accepted lead")) {
      for (String b : RulesAndKillsTest.shown(mapping, catalogs, STAGE, Side.HUBSPOT)) {
        for (String c : RulesAndKillsTest.shown(mapping, catalogs, STATUS, Side.SALESFORCE)) {
          for (String d : List.of("", "NEW", "IN_PROGRESS")) {
            Supplier<PairModel> fresh =
                () ->
                    resting(mapping, "lead", "open")
                        .show(STAGE, Side.SALESFORCE, a)
                        .show(STAGE, Side.HUBSPOT, b)
                        .show(STATUS, Side.SALESFORCE, c)
                        .show(STATUS, Side.HUBSPOT, d);
            kills += RulesAndKillsTest.killed(fresh);
          }
        }
      }
    }
    System.out.println("floors: " + kills + " kills");
    assertThat(kills).isGreaterThan(1_000);
  }
}
