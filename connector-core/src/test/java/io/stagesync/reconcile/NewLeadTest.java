package io.stagesync.reconcile;

import static io.stagesync.reconcile.RulesAcrossTracksTest.decided;
import static io.stagesync.reconcile.RulesAcrossTracksTest.findings;
import static io.stagesync.reconcile.TestMappings.REASON;
import static io.stagesync.reconcile.TestMappings.STAGE;
import static io.stagesync.reconcile.TestMappings.STATUS;
import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.Rule;
import io.stagesync.reconcile.PairDecision.Finding;
import io.stagesync.vocabulary.Evidence;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.Side;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What the tracks of a new lead begin with, beside rules, companions and kills. */
class NewLeadTest {
  private static Mapping mapping(Rule... rules) {
    Mapping mapping =
        TestMappings.mapping(
            TestMappings.stage().build(),
            TestMappings.status().build(),
            TestMappings.reason().build());
    mapping = TestMappings.beginning(mapping, STAGE, "lead");
    return TestMappings.with(TestMappings.beginning(mapping, STATUS, "open"), rules);
  }

  private static PairModel pair(Rule... rules) {
    Mapping mapping = mapping(rules);
    return new PairModel(mapping, TestMappings.catalogs(mapping));
  }

  @Test
  void allTracksOfANewLeadBeginAtOnceAndItIsToldWhere() {
    PairModel model = pair();
    assertThat(decided(model, STAGE).why())
        .isEqualTo(
            "The lead is new and nothing is said of its lead-stage; it begins with lead"
                + " (standard.yaml:62).");
    model.round();
    assertThat(decided(model, STAGE).to()).contains(new Label("lead"));
    assertThat(decided(model, STATUS).to()).contains(new Label("open"));
    assertThat(decided(model, REASON).reason()).isEqualTo(Reason.BOTH_BLANK);
    assertThat(model.round()).isZero();
  }

  @Test
  void whatPeopleClearLaterStaysBlank() {
    PairModel model = pair();
    model.round();
    for (Side side : Side.values()) {
      model.show(STAGE, side, "");
    }
    for (int i = 0; i < 4; i++) {
      assertThat(model.round()).isZero();
    }
    assertThat(decided(model, STAGE).reason()).isEqualTo(Reason.BOTH_BLANK);
  }

  @Test
  void aLeadThatCouldNotBeReadYetIsStillNew() {
    PairModel model = pair();
    model.on(Side.HUBSPOT).put(STAGE, Observation.of(Observation.Kind.UNREADABLE));
    model.round();
    assertThat(model.seen(STAGE, Side.SALESFORCE).value()).isEmpty();
    model.show(STAGE, Side.HUBSPOT, "");
    model.round();
    assertThat(decided(model, STAGE).to()).contains(new Label("lead"));
  }

  @Test
  void aNewOpenLeadAfterAConvertedOneIsNewToo() {
    PairModel model = pair();
    model.converted = true;
    model.show(STAGE, Side.SALESFORCE, "Customer").show(STAGE, Side.HUBSPOT, "customer");
    model.round();
    assertThat(model.memory(STAGE).lastDecided()).isPresent();
    model.converted = false;
    for (Side side : Side.values()) {
      model.show(STAGE, side, "");
    }
    model.bases.computeIfPresent(
        STAGE,
        (track, b) ->
            new Base(
                b.label(),
                b.salesforce(),
                b.hubspot(),
                Optional.of(Evidence.WON),
                b.rulesRanFor(),
                b.fingerprint()));
    model.round();
    assertThat(decided(model, STAGE).to()).contains(new Label("lead"));
  }

  @Test
  void aRuleThatLeadsFurtherFillsTheBlankInstead() {
    PairModel model = pair(RulesAcrossTracksTest.QUALIFIED_IS_SQL);
    model.show(STATUS, Side.SALESFORCE, "Qualified");
    TrackDecision stage = decided(model, STAGE);
    assertThat(stage.to()).contains(new Label("sql"));
    assertThat(stage.why()).contains("lead-status qualified leads to lead-stage sql");
    model.round();
    assertThat(decided(model, STAGE).to()).contains(new Label("sql"));
    assertThat(model.round()).isZero();
  }

  @Test
  void aRuleThatLeadsLessFarLeavesItsBeginning() {
    PairModel model = pair(TestMappings.rule(STATUS, "qualified", STAGE, "subscriber"));
    model.show(STATUS, Side.SALESFORCE, "Qualified");
    model.round();
    assertThat(decided(model, STAGE).to()).contains(new Label("lead"));
    assertThat(model.round()).isZero();
    assertThat(findings(model)).isEmpty();
  }

  @Test
  void whatANewLeadBeginsWithFiresRulesThatFillBlanks() {
    PairModel model = pair(TestMappings.ruleIf(STAGE, "lead", REASON, "not-ready", ""));
    model.round();
    model.round();
    assertThat(decided(model, REASON).to()).contains(new Label("not-ready"));
    assertThat(model.round()).isZero();
  }

  @Test
  void whatTheBeginningRequiresIsSuppliedOrItWaits() {
    Mapping without = TestMappings.beginning(mapping(), STATUS, "unqualified");
    PairModel model = new PairModel(without, TestMappings.catalogs(without));
    assertThat(decided(model, STATUS).reason()).isEqualTo(Reason.COMPANION_MISSING);
    model.round();
    model.show(REASON, Side.HUBSPOT, "not_ready");
    model.round();
    assertThat(decided(model, STATUS).to()).contains(new Label("unqualified"));
    assertThat(model.seen(REASON, Side.SALESFORCE).value()).contains(new RawValue("Not ready"));
  }

  @Test
  void aBeginningAndARuleOnBranchesBesideEachOtherAreHeld() {
    Mapping mapping =
        TestMappings.with(
            TestMappings.mapping(TestMappings.forked().build(), TestMappings.status().build()),
            TestMappings.rule(STATUS, "working", STAGE, "meeting"));
    mapping = TestMappings.beginning(mapping, STAGE, "trial");
    PairModel model = new PairModel(mapping, TestMappings.catalogs(mapping));
    model.show(STATUS, Side.SALESFORCE, "Working - Contacted");
    model.round();
    assertThat(decided(model, STAGE).reason()).isEqualTo(Reason.CONFLICT);
    assertThat(decided(model, STAGE).why())
        .isEqualTo(
            "Rules lead to meeting (standard.yaml:60) and trial (standard.yaml:62), and none of"
                + " them is the furthest.");
    assertThat(findings(model)).containsExactly(Finding.Code.RULE_WAITS);
    model.show(STAGE, Side.SALESFORCE, "Trial").show(STAGE, Side.HUBSPOT, "trial");
    model.round();
    assertThat(decided(model, STAGE).reason()).isEqualTo(Reason.AGREED);
    assertThat(findings(model)).isEmpty();
  }

  @Test
  void theOrderOfRulesHasNoEffectOnABeginning() {
    Rule more = TestMappings.rule(STATUS, "qualified", STAGE, "mql");
    PairModel one = pair(more, RulesAcrossTracksTest.QUALIFIED_IS_SQL);
    PairModel other = pair(RulesAcrossTracksTest.QUALIFIED_IS_SQL, more);
    for (PairModel model : List.of(one, other)) {
      model.show(STATUS, Side.SALESFORCE, "Qualified").round();
    }
    assertThat(one.outcome()).isEqualTo(other.outcome());
  }

  @Test
  void aKillBetweenAnyTwoStepsLeavesNobodyBlank() {
    List<Rule> rules =
        List.of(
            RulesAcrossTracksTest.QUALIFIED_IS_SQL,
            TestMappings.ruleIf(STAGE, "mql", STATUS, "working", "open"),
            TestMappings.ruleIf(STAGE, "lead", REASON, "not-ready", ""));
    Mapping mapping = mapping(rules.toArray(Rule[]::new));
    Catalogs catalogs = TestMappings.catalogs(mapping);
    long kills = 0;
    for (String a : RulesAndKillsTest.shown(mapping, catalogs, STAGE, Side.SALESFORCE)) {
      for (String b : RulesAndKillsTest.shown(mapping, catalogs, STAGE, Side.HUBSPOT)) {
        for (String status : RulesAndKillsTest.shown(mapping, catalogs, STATUS, Side.SALESFORCE)) {
          for (String there : List.of("", "NEW", "OPEN_DEAL")) {
            Supplier<PairModel> fresh =
                () ->
                    new PairModel(mapping, catalogs)
                        .show(STAGE, Side.SALESFORCE, a)
                        .show(STAGE, Side.HUBSPOT, b)
                        .show(STATUS, Side.SALESFORCE, status)
                        .show(STATUS, Side.HUBSPOT, there);
            kills += RulesAndKillsTest.killed(fresh);
          }
        }
      }
    }
    System.out.println("new leads: " + kills + " kills");
    assertThat(kills).isGreaterThan(4_000);
    assertThat(new PairModel(mapping, catalogs).killedAt(0)).isTrue();
  }

  @Test
  void whoIsHeldForALimitIsNewUntilItIsWritten() {
    PairModel model = pair();
    PairDecision decided = model.decide();
    decided.tracks().forEach((track, d) -> model.memories.put(track, d.memory()));
    assertThat(model.memory(STAGE).lastDecided()).isEqualTo(Optional.empty());
    assertThat(decided(model, STAGE).reason()).isEqualTo(Reason.RULE);
    assertThat(model.memory(REASON).lastDecided()).isPresent();
  }
}
