package io.stagesync.reconcile;

import static io.stagesync.reconcile.RulesAcrossTracksTest.decided;
import static io.stagesync.reconcile.TestMappings.REASON;
import static io.stagesync.reconcile.TestMappings.STAGE;
import static io.stagesync.reconcile.TestMappings.STATUS;
import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.mapping.ConflictRule;
import io.stagesync.mapping.Conversion;
import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.RefusedEdits;
import io.stagesync.mapping.Rule;
import io.stagesync.vocabulary.Evidence;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What other tracks have to show while a person is moved. */
class CriteriaTest {
  private static final String SQL = "Sales qualified lead";

  private static TrackBuilder stage() {
    return new TrackBuilder("lead-stage")
        .salesforce("Lead", "Lead_Stage__c")
        .hubspot("lifecyclestage")
        .label("lead", "Lead", "lead", "rank=20")
        .label("mql", "MQL", "mql", "rank=30", "exit=unqualified-reason not-ready")
        .label("sal", "SAL", "shares mql", "rank=40")
        .label("sql", SQL, "sql", "rank=50", "entry=lead-status working qualified")
        .label("customer", "Customer", "customer", "rank=70", "from=opportunity");
  }

  private static Mapping mapping(TrackBuilder stage, Rule... rules) {
    return TestMappings.with(
        TestMappings.mapping(
            stage.build(), TestMappings.status().build(), TestMappings.reason().build()),
        rules);
  }

  private static PairModel resting(Mapping mapping, String stage, String status) {
    PairModel model = new PairModel(mapping, TestMappings.catalogs(mapping));
    RulesAcrossTracksTest.agree(model, STAGE, stage);
    RulesAcrossTracksTest.agree(model, STATUS, status);
    return model;
  }

  private static PairModel sal(String status, Rule... rules) {
    return resting(mapping(stage(), rules), "sal", status);
  }

  @Test
  void aMoveWhoseCriteriaAreNotMetIsHeldAndSaysWhatIsMissing() {
    PairModel model = sal("open").show(STAGE, Side.SALESFORCE, SQL);
    TrackDecision decision = decided(model, STAGE);
    assertThat(decision.reason()).isEqualTo(Reason.CRITERIA_NOT_MET);
    assertThat(decision.why())
        .isEqualTo(
            "Salesforce moved from sal to sql (\"Sales qualified lead\"). sql is entered only while"
                + " lead-status is working or qualified, and it comes to open.");
    assertThat(decision.release())
        .isEqualTo(
            "See to it that this holds, or set Salesforce back to sal. Or set both sides to what is"
                + " right.");
    assertThat(model.round()).isZero();
  }

  @Test
  void theMoveGoesOnOnceTheCriteriaAreMet() {
    PairModel model = sal("open").show(STAGE, Side.SALESFORCE, SQL);
    model.round();
    model.show(STATUS, Side.SALESFORCE, "Legal Review");
    model.round();
    assertThat(decided(model, STAGE).to()).contains(new Label("sql"));
    assertThat(model.seen(STAGE, Side.HUBSPOT).value()).contains(new RawValue("sql"));
    assertThat(model.round()).isZero();
  }

  @Test
  void bothEditsAtOnceAreEnoughWhicheverSideIsWrittenFirst() {
    for (Side first : Side.values()) {
      for (Side status : Side.values()) {
        PairModel model = sal("open").show(STAGE, Side.SALESFORCE, SQL);
        model.show(
            STATUS, status, status == Side.SALESFORCE ? "Working - Contacted" : "IN_PROGRESS");
        model.first = first;
        model.round();
        assertThat(decided(model, STAGE).to()).as(first + " " + status).contains(new Label("sql"));
      }
    }
  }

  @Test
  void whatTheOtherTrackIsAboutToLeaveDoesNotCount() {
    for (Side first : Side.values()) {
      PairModel model =
          sal("working").show(STAGE, Side.SALESFORCE, SQL).show(STATUS, Side.HUBSPOT, "NEW");
      model.first = first;
      model.round();
      assertThat(decided(model, STAGE).reason()).isEqualTo(Reason.CRITERIA_NOT_MET);
      assertThat(decided(model, STATUS).to()).contains(new Label("open"));
    }
  }

  @Test
  void aTrackThatIsHeldCountsAsTheSideOfTheMoveShowsIt() {
    PairModel model = sal("open").show(STAGE, Side.SALESFORCE, SQL);
    model.show(STATUS, Side.SALESFORCE, "Qualified").show(STATUS, Side.HUBSPOT, "no such value");
    assertThat(decided(model, STATUS).reason()).isEqualTo(Reason.UNMAPPED_VALUE);
    assertThat(decided(model, STAGE).reason()).isEqualTo(Reason.MOVED);
    PairModel other = sal("open").show(STAGE, Side.HUBSPOT, "sql");
    other.show(STATUS, Side.SALESFORCE, "Qualified").show(STATUS, Side.HUBSPOT, "no such value");
    assertThat(decided(other, STAGE).reason()).isEqualTo(Reason.CRITERIA_NOT_MET);
    assertThat(decided(other, STAGE).why()).endsWith("HubSpot shows \"no such value\" there.");
  }

  @Test
  void aTrackWithoutAFieldOnTheSideOfTheMoveCountsAsTheOtherSideShowsIt() {
    Mapping mapping =
        TestMappings.mapping(stage().build(), TestMappings.status().only(Side.SALESFORCE).build());
    PairModel model = new PairModel(mapping, TestMappings.catalogs(mapping));
    RulesAcrossTracksTest.agree(model, STAGE, "sal");
    model.show(STATUS, Side.SALESFORCE, "New").show(STAGE, Side.HUBSPOT, "sql");
    assertThat(decided(model, STAGE).reason()).isEqualTo(Reason.CRITERIA_NOT_MET);
    model.show(STATUS, Side.SALESFORCE, "Qualified");
    assertThat(decided(model, STAGE).reason()).isEqualTo(Reason.MOVED);
  }

  @Test
  void alabelIsLeftOnlyWhileItsCriteriaAreMet() {
    PairModel model = resting(mapping(stage()), "mql", "open").show(STAGE, Side.SALESFORCE, "Lead");
    assertThat(decided(model, STAGE).reason()).as("the way comes first").isEqualTo(Reason.BACKWARD);
    model.show(STAGE, Side.SALESFORCE, "Customer");
    assertThat(decided(model, STAGE).reason()).isEqualTo(Reason.CRITERIA_NOT_MET);
    assertThat(decided(model, STAGE).why())
        .contains(
            "mql is left only while unqualified-reason is not-ready, and it comes to a blank");
    model.show(REASON, Side.HUBSPOT, "not_ready");
    assertThat(decided(model, STAGE).reason()).isEqualTo(Reason.MOVED);
  }

  @Test
  void neitherAgreementNorFirstSightNorAFillIsAsked() {
    PairModel both = sal("open").show(STAGE, Side.SALESFORCE, SQL).show(STAGE, Side.HUBSPOT, "sql");
    assertThat(decided(both, STAGE).reason()).isEqualTo(Reason.AGREED);
    PairModel filled = new PairModel(mapping(stage()), TestMappings.catalogs(mapping(stage())));
    filled.show(STAGE, Side.SALESFORCE, SQL).show(STATUS, Side.SALESFORCE, "New");
    assertThat(decided(filled, STAGE).reason()).isEqualTo(Reason.FILLED);
  }

  @Test
  void theWinnerOfAConflictIsAskedAndHeld() {
    TrackBuilder stage =
        stage().conflict(ConflictRule.FURTHEST_WINS).refusedEdits(RefusedEdits.CORRECT);
    PairModel model = resting(mapping(stage), "lead", "open");
    model.show(STAGE, Side.SALESFORCE, SQL).show(STAGE, Side.HUBSPOT, "mql");
    assertThat(decided(model, STAGE).reason()).isEqualTo(Reason.CRITERIA_NOT_MET);
    model.show(STATUS, Side.HUBSPOT, "CONNECTED");
    assertThat(decided(model, STAGE).reason()).isEqualTo(Reason.WON);
  }

  @Test
  void aRefusedEditIsSetBackWhereTheTrackSaysSo() {
    PairModel model = resting(mapping(stage().refusedEdits(RefusedEdits.CORRECT)), "sal", "open");
    model.show(STAGE, Side.SALESFORCE, SQL);
    assertThat(decided(model, STAGE).reason()).isEqualTo(Reason.CORRECTED);
    model.round();
    assertThat(model.seen(STAGE, Side.SALESFORCE).value()).contains(new RawValue("SAL"));
    assertThat(model.round()).isZero();
  }

  @Test
  void whatARefusedMoveWouldHaveFiredDoesNotHappen() {
    Rule rule = TestMappings.ruleIf(STAGE, "sql", REASON, "not-ready", "");
    PairModel model = sal("open", rule).show(STAGE, Side.SALESFORCE, SQL);
    model.round();
    assertThat(decided(model, REASON).reason()).isEqualTo(Reason.BOTH_BLANK);
    model.show(STATUS, Side.HUBSPOT, "CONNECTED");
    model.round();
    model.round();
    assertThat(decided(model, REASON).to()).contains(new Label("not-ready"));
  }

  @Test
  void aRuleIsNobodysMoveAndIsNotAsked() {
    Rule rule = TestMappings.rule(REASON, "not-ready", STAGE, "sql");
    PairModel model = sal("open", rule);
    RulesAcrossTracksTest.agree(model, REASON, "not-a-fit");
    model.show(REASON, Side.SALESFORCE, "Not ready");
    model.round();
    assertThat(decided(model, STAGE).to()).contains(new Label("sql"));
    assertThat(model.round()).isZero();
  }

  @Test
  void afterConversionHubSpotsMovesAreAskedToo() {
    Mapping mapping =
        TestMappings.with(
            mapping(stage()),
            new Conversion(
                STAGE,
                Map.of(Evidence.WON, new Label("customer"), Evidence.NONE, new Label("sal")),
                RefusedEdits.HOLD));
    PairModel model = resting(mapping, "sal", "open");
    model.converted = true;
    model.round();
    model.show(STAGE, Side.HUBSPOT, "sql");
    assertThat(decided(model, STAGE).reason()).isEqualTo(Reason.CRITERIA_NOT_MET);
    model.show(STATUS, Side.HUBSPOT, "OPEN_DEAL");
    assertThat(decided(model, STAGE).reason()).isEqualTo(Reason.LED_BY_HUBSPOT);
  }

  @Test
  void aKillBetweenAnyTwoStepsChangesNothingInTheEnd() {
    List<Rule> rules =
        List.of(
            TestMappings.ruleIf(STAGE, "sql", STATUS, "qualified", "working"),
            TestMappings.ruleIf(STATUS, "qualified", REASON, "not-ready", ""),
            TestMappings.ruleIf(REASON, "not-a-fit", STATUS, "nurture", "open"));
    for (RefusedEdits refused : RefusedEdits.values()) {
      Mapping mapping = mapping(stage().refusedEdits(refused), rules.toArray(Rule[]::new));
      Catalogs catalogs = TestMappings.catalogs(mapping);
      long kills = 0;
      for (String base : List.of("mql", "sal")) {
        for (String a : RulesAndKillsTest.shown(mapping, catalogs, STAGE, Side.SALESFORCE)) {
          for (String b : RulesAndKillsTest.shown(mapping, catalogs, STAGE, Side.HUBSPOT)) {
            for (String c : List.of("New", "Legal Review", "Qualified")) {
              for (String d : List.of("NEW", "IN_PROGRESS", "OPEN_DEAL")) {
                for (String reason : List.of("", "not_ready")) {
                  Supplier<PairModel> fresh =
                      () ->
                          resting(mapping, base, "working")
                              .show(STAGE, Side.SALESFORCE, a)
                              .show(STAGE, Side.HUBSPOT, b)
                              .show(STATUS, Side.SALESFORCE, c)
                              .show(STATUS, Side.HUBSPOT, d)
                              .show(REASON, Side.HUBSPOT, reason);
                  kills += RulesAndKillsTest.killed(fresh);
                }
              }
            }
          }
        }
      }
      System.out.println("criteria, refused edits " + refused + ": " + kills + " kills");
      assertThat(kills).isGreaterThan(2_000);
    }
  }

  @Test
  void criteriaThatTwoTracksPutToEachOtherAreMetByOneEditOfBoth() {
    Track score = new Track("score");
    Mapping mapping =
        TestMappings.mapping(
            new TrackBuilder("lead-stage")
                .salesforce("Lead", "Lead_Stage__c")
                .hubspot("lifecyclestage")
                .label("lead", "Lead", "lead", "rank=1")
                .label("mql", "MQL", "mql", "rank=2", "entry=score hot")
                .build(),
            new TrackBuilder("score")
                .salesforce("Lead", "Score__c")
                .hubspot("score")
                .label("cold", "Cold", "cold", "rank=1")
                .label("hot", "Hot", "hot", "rank=2", "entry=lead-stage mql")
                .build());
    PairModel one = new PairModel(mapping, TestMappings.catalogs(mapping));
    RulesAcrossTracksTest.agree(one, STAGE, "lead");
    RulesAcrossTracksTest.agree(one, score, "cold");
    one.show(STAGE, Side.HUBSPOT, "mql");
    assertThat(decided(one, STAGE).reason()).isEqualTo(Reason.CRITERIA_NOT_MET);
    one.show(score, Side.HUBSPOT, "hot");
    one.round();
    assertThat(Objects.requireNonNull(one.bases.get(STAGE)).label()).hasToString("mql");
    assertThat(Objects.requireNonNull(one.bases.get(score)).label()).hasToString("hot");
  }
}
