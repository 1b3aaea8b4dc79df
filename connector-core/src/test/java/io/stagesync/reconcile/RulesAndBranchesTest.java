package io.stagesync.reconcile;

import static io.stagesync.reconcile.RulesAcrossTracksTest.decided;
import static io.stagesync.reconcile.RulesAcrossTracksTest.findings;
import static io.stagesync.reconcile.RulesAcrossTracksTest.resting;
import static io.stagesync.reconcile.TestMappings.STAGE;
import static io.stagesync.reconcile.TestMappings.STATUS;
import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.Rule;
import io.stagesync.reconcile.PairDecision.Finding;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Rules and labels of which neither is further. */
class RulesAndBranchesTest {
  private static final Track SCORE = new Track("score");
  private static final Rule WORKING_IS_MEETING =
      TestMappings.rule(STATUS, "working", STAGE, "meeting");
  private static final Rule HOT_IS_TRIAL = TestMappings.rule(SCORE, "hot", STAGE, "trial");
  private static final Rule HOT_IS_SQL = TestMappings.rule(SCORE, "hot", STAGE, "sql");

  private static Mapping mapping(Rule... rules) {
    var score =
        new TrackBuilder("score")
            .salesforce("Lead", "Score__c")
            .hubspot("score")
            .label("cold", "Cold", "cold", "rank=1")
            .label("hot", "Hot", "hot", "rank=2")
            .build();
    return TestMappings.with(
        TestMappings.mapping(TestMappings.forked().build(), TestMappings.status().build(), score),
        rules);
  }

  /** Both drivers entered their labels in Salesforce. */
  private static PairModel bothEntered(String stage, Rule... rules) {
    PairModel model = resting(mapping(rules), stage, "open");
    model.show(SCORE, Side.SALESFORCE, "Cold").show(SCORE, Side.HUBSPOT, "cold");
    model.round();
    return model
        .show(STATUS, Side.SALESFORCE, "Working - Contacted")
        .show(SCORE, Side.SALESFORCE, "Hot");
  }

  @Test
  void twoRulesToTwoBranchesAreHeldForAPerson() {
    PairModel model = bothEntered("mql", WORKING_IS_MEETING, HOT_IS_TRIAL);
    model.round();
    TrackDecision stage = decided(model, STAGE);
    assertThat(stage.reason()).isEqualTo(Reason.CONFLICT);
    assertThat(stage.writes()).isEmpty();
    assertThat(stage.to()).contains(new Label("mql"));
    assertThat(stage.why())
        .isEqualTo(
            "Both sides mean mql: Salesforce shows \"MQL\", HubSpot \"mql\". Rules lead to"
                + " meeting (standard.yaml:60) and trial (standard.yaml:60), and none of them is"
                + " the furthest.");
    assertThat(stage.release()).isEqualTo("Set both sides to what is right.");
    assertThat(findings(model)).containsOnly(Finding.Code.RULE_WAITS);
    assertThat(model.round()).isZero();
  }

  @Test
  void whatAPersonSetsOnBothSidesEndsIt() {
    PairModel model = bothEntered("mql", WORKING_IS_MEETING, HOT_IS_TRIAL);
    model.round();
    model.show(STAGE, Side.SALESFORCE, "Trial").show(STAGE, Side.HUBSPOT, "trial");
    assertThat(findings(model)).containsExactly(Finding.Code.RULE_YIELDED);
    assertThat(model.round()).isZero();
    assertThat(decided(model, STAGE).reason()).isEqualTo(Reason.AGREED);
    assertThat(findings(model)).isEmpty();
  }

  @Test
  void aPersonWhoChoosesLeavesItWhereItIs() {
    PairModel model = bothEntered("mql", WORKING_IS_MEETING, HOT_IS_TRIAL);
    model.round();
    Memory m = model.memory(STAGE);
    model.memories.put(
        STAGE,
        new Memory(
            m.lastDecided(),
            m.refused(),
            m.blankSeenInRun(),
            m.openClear(),
            Optional.of(
                new Memory.Choice(
                    Side.HUBSPOT,
                    model.seen(STAGE, Side.SALESFORCE).value(),
                    model.seen(STAGE, Side.HUBSPOT).value())),
            m.approvedMapping()));
    model.round();
    assertThat(decided(model, STAGE).reason()).isEqualTo(Reason.AGREED);
    assertThat(decided(model, STAGE).to()).contains(new Label("mql"));
    assertThat(model.memory(STAGE).choice()).as("a choice is carried out once").isEmpty();
    assertThat(findings(model)).isEmpty();
  }

  @Test
  void aTargetBehindBothBranchesIsTheFurthest() {
    PairModel model = bothEntered("mql", WORKING_IS_MEETING, HOT_IS_SQL);
    model.round();
    assertThat(decided(model, STAGE).to()).contains(new Label("sql"));
    assertThat(model.seen(STAGE, Side.HUBSPOT).value()).contains(new RawValue("sql"));
  }

  @Test
  void aRuleLeavesAPersonOnTheOtherBranch() {
    PairModel model =
        resting(mapping(WORKING_IS_MEETING), "trial", "open")
            .show(STATUS, Side.SALESFORCE, "Working - Contacted");
    assertThat(findings(model)).containsExactly(Finding.Code.RULE_YIELDED);
    model.round();
    model.round();
    assertThat(decided(model, STAGE).to()).contains(new Label("trial"));
    assertThat(findings(model)).isEmpty();
  }

  @Test
  void aRuleThatNamesTheLabelBesideReplacesIt() {
    PairModel model =
        resting(
                mapping(TestMappings.ruleIf(STATUS, "working", STAGE, "meeting", "trial")),
                "trial",
                "open")
            .show(STATUS, Side.SALESFORCE, "Working - Contacted");
    model.round();
    assertThat(decided(model, STAGE).to()).contains(new Label("meeting"));
    assertThat(model.round()).isZero();
  }

  @Test
  void whileAMoveOfItsOwnIsHeldNoBranchIsTakenForIt() {
    PairModel model = bothEntered("mql", WORKING_IS_MEETING, HOT_IS_TRIAL);
    // Only sales enters sal: the move is held, and one of the rules could mean that very side.
    model.show(STAGE, Side.HUBSPOT, "sal");
    model.round();
    model.round();
    assertThat(decided(model, STAGE).reason()).isEqualTo(Reason.NOT_OWNER);
    assertThat(model.seen(STAGE, Side.SALESFORCE).value()).contains(new RawValue("MQL"));
  }

  @Test
  void theOrderOfRulesHasNoEffectOnBranches() {
    for (String stage : List.of("lead", "mql", "sal", "meeting", "trial", "sql", "customer")) {
      PairModel one = bothEntered(stage, WORKING_IS_MEETING, HOT_IS_TRIAL);
      PairModel other = bothEntered(stage, HOT_IS_TRIAL, WORKING_IS_MEETING);
      one.round();
      other.round();
      assertThat(one.outcome()).as(stage).isEqualTo(other.outcome());
    }
  }

  @Test
  void aKillBetweenAnyTwoStepsChangesNothingInTheEnd() {
    Mapping mapping = mapping(WORKING_IS_MEETING, HOT_IS_TRIAL);
    Catalogs catalogs = TestMappings.catalogs(mapping);
    long kills = 0;
    for (String base : List.of("mql", "trial")) {
      for (String a : RulesAndKillsTest.shown(mapping, catalogs, STAGE, Side.SALESFORCE)) {
        for (String b : List.of("", "mql", "sal", "meeting", "trial")) {
          for (String status : List.of("NEW", "IN_PROGRESS")) {
            for (String score : List.of("Cold", "Hot")) {
              Supplier<PairModel> fresh =
                  () ->
                      bothEntered(base, WORKING_IS_MEETING, HOT_IS_TRIAL)
                          .show(STATUS, Side.SALESFORCE, "New")
                          .show(STATUS, Side.HUBSPOT, status)
                          .show(SCORE, Side.SALESFORCE, score)
                          .show(STAGE, Side.SALESFORCE, a)
                          .show(STAGE, Side.HUBSPOT, b);
              kills += RulesAndKillsTest.killed(fresh);
            }
          }
        }
      }
    }
    System.out.println("rules and branches: " + kills + " kills");
    assertThat(kills).isGreaterThan(2_000);
  }
}
