package io.stagesync.reconcile;

import static io.stagesync.reconcile.TestMappings.STAGE;
import static io.stagesync.reconcile.TestMappings.STATUS;
import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.mapping.Clears;
import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.RefusedEdits;
import io.stagesync.mapping.Rule;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.mapping.ValueTable;
import io.stagesync.reconcile.PairDecision.Finding;
import io.stagesync.vocabulary.Evidence;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RulesAcrossTracksTest {
  static final Rule QUALIFIED_IS_SQL = TestMappings.rule(STATUS, "qualified", STAGE, "sql");

  private static TrackMapping stage() {
    return TestMappings.stage().build();
  }

  private static TrackMapping status() {
    return TestMappings.status().build();
  }

  static Mapping mapping(Rule... rules) {
    return TestMappings.with(TestMappings.mapping(stage(), status()), rules);
  }

  /** A pair that rests on both labels. */
  static PairModel resting(Mapping mapping, String stage, String status) {
    PairModel model = new PairModel(mapping, TestMappings.catalogs(mapping));
    agree(model, STAGE, stage);
    agree(model, STATUS, status);
    return model;
  }

  /** A pair that rests on a label of one track and shows nothing in the others. */
  static PairModel resting(Mapping mapping, Track track, String label) {
    PairModel model = new PairModel(mapping, TestMappings.catalogs(mapping));
    agree(model, track, label);
    return model;
  }

  static void agree(PairModel model, Track track, String label) {
    TrackMapping t = model.mapping.track(track);
    for (Side side : Side.values()) {
      Optional<RawValue> raw = word(model, track, side, label);
      if (t.field(side).isPresent()) {
        model.show(track, side, raw.map(RawValue::text).orElse(""));
      }
    }
    model.base(
        track,
        new Base(
            new Label(label),
            model.seen(track, Side.SALESFORCE).value(),
            model.seen(track, Side.HUBSPOT).value(),
            Optional.empty(),
            Optional.of(new Label(label)),
            t.fingerprint()));
  }

  private static Optional<RawValue> word(PairModel m, Track track, Side side, String label) {
    return ValueTable.of(m.mapping.track(track), side, Optional.empty(), m.catalogs.on(side))
        .written(new Label(label))
        .stream()
        .findFirst();
  }

  static TrackDecision decided(PairModel model, Track track) {
    return Objects.requireNonNull(model.decide().tracks().get(track));
  }

  static List<Finding.Code> findings(PairModel model) {
    return model.decide().findings().stream().map(Finding::code).toList();
  }

  @Test
  void aStatusThatIsEnteredMovesTheStageOnBothSidesInTheSameDecision() {
    PairModel model =
        resting(mapping(QUALIFIED_IS_SQL), "mql", "working")
            .show(STATUS, Side.SALESFORCE, "Qualified");
    assertThat(decided(model, STATUS).reason()).isEqualTo(Reason.MOVED);
    TrackDecision stage = decided(model, STAGE);
    assertThat(stage.reason()).isEqualTo(Reason.RULE);
    assertThat(DecisionRow.shown(stage.writes()))
        .isEqualTo("salesforce: Sales qualified lead; hubspot: salesqualifiedlead");
    assertThat(stage.why()).contains("standard.yaml:60").contains("lead-status qualified");
    model.round();
    assertThat(model.outcome())
        .isEqualTo(
            "lead-stage: Sales qualified lead / salesqualifiedlead AGREED sql base"
                + " sql/Optional[sql]; lead-status: Qualified / OPEN_DEAL AGREED qualified base"
                + " qualified/Optional[qualified]; ");
    assertThat(model.round()).isZero();
  }

  @Test
  void aTrackThatARuleMovesBeforeAnythingIsAgreedComesFromWhatOneSideSays() {
    PairModel model = resting(mapping(QUALIFIED_IS_SQL), STATUS, "open");
    model.show(STAGE, Side.HUBSPOT, "lead");
    model.show(STATUS, Side.SALESFORCE, "Qualified");

    TrackDecision decision = decided(model, STAGE);

    assertThat(decision.reason()).isEqualTo(Reason.RULE);
    assertThat(decision.writes()).hasSize(2);
    assertThat(decision.from()).contains(new Label("lead"));
  }

  @Test
  void aClearThatSpreadsIsCarriedOutBeforeARuleFillsTheTrack() {
    TrackMapping stage = TestMappings.stage().clears(Clears.PROPAGATE).build();
    Rule opens = TestMappings.rule(STATUS, "working", STAGE, "mrl");
    Mapping mapping = TestMappings.with(TestMappings.mapping(stage, status()), opens);
    PairModel model =
        resting(mapping, "sql", "open")
            .show(STAGE, Side.SALESFORCE, "")
            .show(STATUS, Side.SALESFORCE, "Working - Contacted");
    assertThat(decided(model, STAGE).reason()).isEqualTo(Reason.CLEARED);
    model.round();
    model.round();
    assertThat(model.seen(STAGE, Side.SALESFORCE).value().map(RawValue::text))
        .contains("Marketing ready lead");
    assertThat(model.sent.stream().map(s -> s.write().value().isPresent()))
        .as("blank first, then what the rule says")
        .contains(false);
    assertThat(decided(model, STAGE).to()).contains(new Label("mrl"));
    assertThat(model.round()).isZero();
  }

  @Test
  void aRuleBesideAClearAndARefusedEditComesToRestWhicheverSideIsWrittenFirst() {
    TrackMapping stage = TestMappings.stage().refusedEdits(RefusedEdits.CORRECT).build();
    Rule rule = TestMappings.ruleIf(STATUS, "working", STAGE, "sql", "mql");
    Mapping mapping = TestMappings.with(TestMappings.mapping(stage, status()), rule);
    for (Side first : Side.values()) {
      PairModel model =
          resting(mapping, "mql", "open")
              .show(STAGE, Side.SALESFORCE, "")
              .show(STAGE, Side.HUBSPOT, "salesqualifiedlead")
              .show(STATUS, Side.SALESFORCE, "Working - Contacted");
      model.first = first;
      for (int i = 0; i < 4; i++) {
        model.round();
      }
      assertThat(model.round()).as("%s first: %s", first, model.outcome()).isZero();
      assertThat(decided(model, STAGE).to()).contains(new Label("sql"));
    }
  }

  @Test
  void aRuleDoesNotFireAgainForALabelThatItRanFor() {
    PairModel model = resting(mapping(QUALIFIED_IS_SQL), "mql", "qualified");
    assertThat(model.round()).isZero();
    assertThat(decided(model, STAGE).reason()).isEqualTo(Reason.AGREED);
  }

  @Test
  void aRuleNeverTakesTheDrivenTrackBack() {
    PairModel model =
        resting(mapping(QUALIFIED_IS_SQL), "opportunity", "working")
            .show(STATUS, Side.SALESFORCE, "Qualified");
    model.round();
    assertThat(decided(model, STAGE).to()).contains(new Label("opportunity"));
  }

  @Test
  void aRuleYieldsToAPersonWhoTookTheStageBackInTheSameRun() {
    PairModel model =
        resting(mapping(TestMappings.rule(STATUS, "working", STAGE, "sql")), "sql", "open")
            .show(STATUS, Side.SALESFORCE, "Working - Contacted")
            .show(STAGE, Side.SALESFORCE, "Marketing ready lead");
    assertThat(findings(model)).containsExactly(Finding.Code.RULE_YIELDED);
    model.round();
    model.round();
    assertThat(decided(model, STAGE).to()).contains(new Label("mrl"));
    assertThat(decided(model, STATUS).to()).contains(new Label("working"));
    assertThat(model.round()).isZero();
  }

  @Test
  void aStepBackThatIsWrittenFirstIsStillKnownWhenTheStatusFollowsLater() {
    PairModel model =
        resting(mapping(TestMappings.rule(STATUS, "working", STAGE, "sql")), "sql", "open")
            .show(STATUS, Side.HUBSPOT, "IN_PROGRESS")
            .show(STAGE, Side.SALESFORCE, "Marketing ready lead");
    model.first = Side.HUBSPOT;
    for (int step = 0; step < 8; step++) {
      if (!model.killedAt(step)) {
        break;
      }
    }
    model.round();
    model.round();
    assertThat(decided(model, STAGE).to()).contains(new Label("mrl"));
  }

  @Test
  void atFirstSightRulesOnlyFillBlanks() {
    Mapping mapping = mapping(QUALIFIED_IS_SQL);
    PairModel model = new PairModel(mapping, TestMappings.catalogs(mapping));
    model.show(STATUS, Side.SALESFORCE, "Qualified").show(STATUS, Side.HUBSPOT, "OPEN_DEAL");
    assertThat(decided(model, STAGE).reason()).isEqualTo(Reason.RULE);
    model.round();
    assertThat(decided(model, STAGE).to()).contains(new Label("sql"));
  }

  @Test
  void atFirstSightWhatARuleWouldHaveDoneIsReported() {
    Mapping mapping = mapping(QUALIFIED_IS_SQL);
    PairModel model = new PairModel(mapping, TestMappings.catalogs(mapping));
    model.show(STATUS, Side.SALESFORCE, "Qualified").show(STATUS, Side.HUBSPOT, "OPEN_DEAL");
    model.show(STAGE, Side.SALESFORCE, "Lead").show(STAGE, Side.HUBSPOT, "lead");
    assertThat(findings(model)).containsExactly(Finding.Code.RULE_AT_FIRST_SIGHT);
    model.round();
    assertThat(decided(model, STAGE).to()).contains(new Label("lead"));
    assertThat(findings(model)).isEmpty();
  }

  @Test
  void aRuleWaitsForAHeldTrackAndGoesOnWhenItIsReleased() {
    PairModel model =
        resting(mapping(QUALIFIED_IS_SQL), "mql", "working")
            .show(STATUS, Side.SALESFORCE, "Qualified")
            .show(STAGE, Side.HUBSPOT, "no such value");
    model.round();
    assertThat(findings(model)).containsExactly(Finding.Code.RULE_WAITS);
    model.show(STAGE, Side.HUBSPOT, "marketingqualifiedlead");
    model.round();
    assertThat(decided(model, STAGE).to()).contains(new Label("sql"));
    assertThat(model.round()).isZero();
  }

  @Test
  void aWaitingRuleIsDroppedWhenItsDriverHasLeftTheLabel() {
    PairModel model =
        resting(mapping(QUALIFIED_IS_SQL), "mql", "working")
            .show(STATUS, Side.SALESFORCE, "Qualified")
            .show(STAGE, Side.HUBSPOT, "no such value");
    model.round();
    model.show(STATUS, Side.SALESFORCE, "Legal Review");
    model.round();
    model.show(STAGE, Side.HUBSPOT, "marketingqualifiedlead");
    model.round();
    assertThat(decided(model, STAGE).to()).contains(new Label("mql"));
    assertThat(findings(model)).isEmpty();
  }

  @Test
  void aRuleWritesBothSidesOrNeither() {
    Mapping mapping = mapping(TestMappings.rule(STAGE, "sql", STATUS, "nurture"));
    PairModel model =
        resting(mapping, "sal", "open").show(STAGE, Side.SALESFORCE, "Sales qualified lead");
    model.round();
    assertThat(findings(model)).containsExactly(Finding.Code.RULE_WAITS);
    assertThat(model.seen(STATUS, Side.SALESFORCE).value())
        .contains(new RawValue("Open - Not Contacted"));
  }

  @Test
  void aRuleNeverMovesTheStageOfAConvertedPerson() {
    Mapping mapping =
        TestMappings.with(mapping(QUALIFIED_IS_SQL), TestMappings.conversion(RefusedEdits.HOLD));
    PairModel model = resting(mapping, "mrl", "working").show(STATUS, Side.SALESFORCE, "Qualified");
    model.converted = true;
    model.evidence = Evidence.LOST;
    model.round();
    model.round();
    assertThat(decided(model, STAGE).to()).contains(new Label("mrl"));
    assertThat(findings(model)).isEmpty();
  }

  @Test
  void aConditionLooksAtTheLabelBeforeAnyRule() {
    Mapping mapping =
        mapping(
            TestMappings.ruleIf(STAGE, "sql", STATUS, "qualified", "working"),
            TestMappings.ruleIf(STAGE, "sql", STATUS, "qualified", "open"));
    PairModel model =
        resting(mapping, "sal", "working").show(STAGE, Side.SALESFORCE, "Sales qualified lead");
    model.round();
    assertThat(decided(model, STATUS).to()).contains(new Label("qualified"));
    PairModel other =
        resting(mapping, "sal", "unqualified").show(STAGE, Side.SALESFORCE, "Sales qualified lead");
    other.round();
    assertThat(decided(other, STATUS).to()).contains(new Label("unqualified"));
    assertThat(findings(other)).isEmpty();
  }

  @Test
  void whatARuleEntersFiresOn() {
    Track extra = new Track("score");
    TrackMapping score =
        new TrackBuilder("score")
            .salesforce("Lead", "Score__c")
            .hubspot("score")
            .label("cold", "Cold", "cold", "rank=1")
            .label("hot", "Hot", "hot", "rank=2")
            .build();
    Mapping mapping =
        TestMappings.with(
            TestMappings.mapping(score, stage(), status()),
            TestMappings.rule(STAGE, "sql", extra, "hot"),
            QUALIFIED_IS_SQL);
    PairModel model = resting(mapping, "mql", "working");
    agree(model, extra, "cold");
    model.show(STATUS, Side.SALESFORCE, "Qualified");
    assertThat(decided(model, extra).reason()).isEqualTo(Reason.RULE);
    model.round();
    assertThat(decided(model, extra).to()).contains(new Label("hot"));
    assertThat(model.round()).isZero();
  }

  @Test
  void aRuleGoesBackAlongADeclaredWayThatItsConditionNames() {
    Mapping mapping = mapping(TestMappings.ruleIf(STATUS, "open", STAGE, "mrl", "sql"));
    PairModel model = resting(mapping, "sql", "qualified").show(STATUS, Side.SALESFORCE, "New");
    model.round();
    model.round();
    assertThat(decided(model, STAGE).to()).contains(new Label("mrl"));
    assertThat(model.round()).isZero();
  }

  @Test
  void aTrackWithHubspotsFieldAloneFollowsTheStatusAndDrivesIt() {
    TrackMapping lone = TestMappings.stage().only(Side.HUBSPOT).build();
    Mapping mapping =
        TestMappings.with(
            TestMappings.mapping(lone, status()),
            QUALIFIED_IS_SQL,
            TestMappings.ruleIf(STAGE, "mql", STATUS, "open", ""));
    PairModel model = resting(mapping, "lead", "working");
    model.show(STATUS, Side.SALESFORCE, "Qualified");
    model.round();
    assertThat(model.seen(STAGE, Side.HUBSPOT).value())
        .contains(new RawValue("salesqualifiedlead"));
    PairModel other = new PairModel(mapping, TestMappings.catalogs(mapping));
    agree(other, STAGE, "lead");
    other.show(STAGE, Side.HUBSPOT, "marketingqualifiedlead");
    other.round();
    assertThat(other.seen(STATUS, Side.SALESFORCE).value())
        .contains(new RawValue("Open - Not Contacted"));
  }

  @Test
  void theOrderOfRulesHasNoEffect() {
    Rule more = TestMappings.rule(STATUS, "qualified", STAGE, "sal");
    for (String stage : List.of("lead", "mql", "sal", "sql", "customer")) {
      PairModel one =
          resting(mapping(QUALIFIED_IS_SQL, more), stage, "working")
              .show(STATUS, Side.SALESFORCE, "Qualified");
      PairModel other =
          resting(mapping(more, QUALIFIED_IS_SQL), stage, "working")
              .show(STATUS, Side.SALESFORCE, "Qualified");
      one.round();
      other.round();
      assertThat(one.outcome()).isEqualTo(other.outcome());
    }
  }
}
