package io.stagesync.reconcile;

import static io.stagesync.reconcile.RulesAcrossTracksTest.decided;
import static io.stagesync.reconcile.TestMappings.STAGE;
import static io.stagesync.reconcile.TestMappings.STATUS;
import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.mapping.Direction;
import io.stagesync.mapping.Fingerprint;
import io.stagesync.mapping.FirstSync;
import io.stagesync.mapping.Mapping;
import io.stagesync.vocabulary.Catalog;
import io.stagesync.vocabulary.Evidence;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What becomes of records and bases when labels and words change. */
class ChangedLabelsTest {
  private static final Fingerprint BEFORE = new Fingerprint("f0");

  /** A pair that rested under the mapping before. */
  private static PairModel rested(
      Mapping mapping, Track track, String label, String salesforce, String hubspot) {
    PairModel model = new PairModel(mapping, TestMappings.catalogs(mapping));
    rest(model, track, label, salesforce, hubspot);
    return model;
  }

  private static void rest(
      PairModel model, Track track, String label, String salesforce, String hubspot) {
    model.show(track, Side.SALESFORCE, salesforce).show(track, Side.HUBSPOT, hubspot);
    Optional<RawValue> sf = model.seen(track, Side.SALESFORCE).value();
    Optional<RawValue> hs = model.seen(track, Side.HUBSPOT).value();
    Label old = new Label(label);
    model.base(track, new Base(old, sf, hs, Optional.empty(), Optional.of(old), BEFORE));
    Memory.Seen seen = new Memory.Seen(BEFORE, sf, hs, "");
    model.memories.put(track, remembering(Memory.NONE, Optional.of(seen), Optional.empty()));
  }

  private static Memory remembering(
      Memory m, Optional<Memory.Seen> lastDecided, Optional<Fingerprint> approved) {
    return new Memory(
        lastDecided, m.refused(), m.blankSeenInRun(), m.openClear(), m.choice(), approved);
  }

  private static void approve(PairModel model, Track track) {
    Memory m = model.memory(track);
    model.memories.put(
        track,
        remembering(m, m.lastDecided(), Optional.of(model.mapping.track(track).fingerprint())));
  }

  private static Mapping mapping(TrackBuilder track) {
    return TestMappings.mapping(track.build());
  }

  private static TrackBuilder stage() {
    return new TrackBuilder("lead-stage")
        .salesforce("Lead", "Lead_Stage__c")
        .hubspot("lifecyclestage")
        .label("lead", "Lead", "lead", "rank=10")
        .label("mql", "MQL", "mql", "rank=20")
        .label("sal", "SAL", "shares mql", "rank=30")
        .label("qualified", "Qualified", "qualified", "rank=40");
  }

  private static Base base(PairModel model, Track track) {
    return Optional.ofNullable(model.bases.get(track)).orElseThrow();
  }

  @Test
  void aBaseOfARenamedLabelIsTheNewOneAndNothingIsWrittenOrEntered() {
    Mapping mapping =
        TestMappings.with(
            TestMappings.mapping(
                stage().became("sql", "qualified").build(), TestMappings.status().build()),
            TestMappings.ruleIf(STAGE, "qualified", STATUS, "open", ""));
    PairModel model = rested(mapping, STAGE, "sql", "Qualified", "qualified");
    assertThat(model.round()).isZero();
    assertThat(base(model, STAGE).label()).isEqualTo(new Label("qualified"));
    assertThat(base(model, STAGE).rulesRanFor()).contains(new Label("qualified"));
    assertThat(decided(model, STATUS).reason()).isEqualTo(Reason.BOTH_BLANK);
  }

  @Test
  void aRenamedLabelIsTheNewOneThoughItsOldWordsMeanNothingAnyMore() {
    PairModel model =
        rested(mapping(stage().became("sql", "qualified")), STAGE, "sql", "SQL", "sql");
    assertThat(decided(model, STAGE).reason()).isEqualTo(Reason.UNMAPPED_VALUE);
    model.round();
    assertThat(base(model, STAGE).label()).as("kept under its new name").hasToString("qualified");
    model.show(STAGE, Side.SALESFORCE, "Qualified").show(STAGE, Side.HUBSPOT, "mql");
    assertThat(decided(model, STAGE).why())
        .startsWith("HubSpot moved from qualified to mql")
        .contains("is backward");
  }

  @Test
  void mergedLabelsAreOneWithoutAWrite() {
    TrackBuilder merged =
        new TrackBuilder("lead-stage")
            .salesforce("Lead", "Lead_Stage__c")
            .hubspot("lifecyclestage")
            .label("lead", "Lead", "lead", "rank=10")
            .label("mql", "MQL, SAL", "mql, sal", "rank=20")
            .became("sal", "mql");
    PairModel model = rested(mapping(merged), STAGE, "sal", "SAL", "sal");
    assertThat(model.round()).isZero();
    assertThat(base(model, STAGE).label()).isEqualTo(new Label("mql"));
    assertThat(decided(model, STAGE).reason()).isEqualTo(Reason.AGREED);
  }

  @Test
  void ofASplitLabelTheWordsOfEachRecordSayWhich() {
    Mapping mapping = mapping(stage().became("mql", "mql", "sal"));
    for (String[] row : new String[][] {{"MQL", "mql"}, {"SAL", "sal"}}) {
      PairModel model = rested(mapping, STAGE, "mql", row[0], "mql");
      assertThat(model.round()).isZero();
      assertThat(base(model, STAGE).label()).isEqualTo(new Label(row[1]));
      assertThat(base(model, STAGE).rulesRanFor()).contains(new Label(row[1]));
    }
  }

  @Test
  void whatWasAgreedOnARetiredLabelIsForgottenAndItsPairIsAsAtFirstSight() {
    TrackBuilder track = stage().became("frozen").firstSync(FirstSync.SALESFORCE_WINS);
    PairModel model = rested(mapping(track), STAGE, "frozen", "Qualified", "mql");
    TrackDecision decision = decided(model, STAGE);
    assertThat(decision.reason())
        .as("only the mapping asks for it")
        .isEqualTo(Reason.MAPPING_CHANGED);
    assertThat(decision.base()).as("nothing is agreed any more").isEmpty();
    approve(model, STAGE);
    assertThat(decided(model, STAGE).reason()).isEqualTo(Reason.FIRST_SIGHT);
    PairModel edited =
        rested(mapping(track), STAGE, "frozen", "Lead", "mql")
            .show(STAGE, Side.SALESFORCE, "Qualified");
    edited.round();
    assertThat(decided(edited, STAGE).to()).contains(new Label("qualified"));
  }

  @Test
  void aLabelThatVanishedWithoutAWordIsADoubt() {
    PairModel model = rested(mapping(stage()), STAGE, "frozen", "Lead", "mql");
    assertThat(decided(model, STAGE).reason()).isEqualTo(Reason.MAPPING_CHANGED);
    assertThat(decided(model, STAGE).base()).isPresent();
  }

  @Test
  void anOldWordIsReadAsTheNewOneAndWaitsForOneApproval() {
    Mapping mapping = mapping(stage().reworded(Side.SALESFORCE, "Old MQL", "MQL"));
    PairModel model = rested(mapping, STAGE, "mql", "Old MQL", "mql");
    TrackDecision held = decided(model, STAGE);
    assertThat(held.reason()).isEqualTo(Reason.MAPPING_CHANGED);
    assertThat(held.to()).contains(new Label("mql"));
    assertThat(held.why())
        .isEqualTo(
            "Both sides mean mql: Salesforce shows \"Old MQL\", HubSpot \"mql\". In Salesforce \"Old"
                + " MQL\" became \"MQL\" (standard.yaml:51: Clearer).");
    assertThat(model.round()).isZero();
    approve(model, STAGE);
    TrackDecision push = decided(model, STAGE);
    assertThat(push.reason()).isEqualTo(Reason.REWORDED);
    assertThat(DecisionRow.shown(push.writes())).isEqualTo("salesforce: MQL");
    assertThat(model.round()).isEqualTo(1);
    assertThat(decided(model, STAGE).reason()).isEqualTo(Reason.AGREED);
    assertThat(base(model, STAGE).salesforce()).contains(new RawValue("MQL"));
    assertThat(model.memory(STAGE).approvedMapping()).as("carried out").isEmpty();
    model.show(STAGE, Side.SALESFORCE, "Old MQL");
    assertThat(model.round()).as("who still writes the old word is seen").isZero();
    assertThat(decided(model, STAGE).reason()).isEqualTo(Reason.MAPPING_CHANGED);
  }

  @Test
  void anOldWordHoldsUpNoMoveAndNoRule() {
    Mapping mapping =
        TestMappings.with(
            TestMappings.mapping(
                stage().reworded(Side.SALESFORCE, "Old MQL", "MQL").build(),
                TestMappings.status().build()),
            TestMappings.ruleIf(STAGE, "mql", STATUS, "open", ""));
    PairModel model = new PairModel(mapping, TestMappings.catalogs(mapping));
    model.show(STAGE, Side.SALESFORCE, "Old MQL").show(STAGE, Side.HUBSPOT, "mql");
    model.round();
    model.round();
    assertThat(decided(model, STATUS).to()).contains(new Label("open"));
    assertThat(base(model, STAGE).rulesRanFor()).contains(new Label("mql"));
    model.show(STAGE, Side.HUBSPOT, "qualified");
    model.round();
    assertThat(model.seen(STAGE, Side.SALESFORCE).value()).contains(new RawValue("Qualified"));
  }

  @Test
  void aMoveToAnOldWordIsAMoveToItsLabel() {
    Mapping mapping = mapping(stage().reworded(Side.HUBSPOT, "mql_old", "mql"));
    PairModel model =
        rested(mapping, STAGE, "lead", "Lead", "lead").show(STAGE, Side.HUBSPOT, "mql_old");
    assertThat(decided(model, STAGE).reason()).isEqualTo(Reason.MOVED);
    model.round();
    assertThat(model.seen(STAGE, Side.SALESFORCE).value()).contains(new RawValue("MQL"));
    assertThat(decided(model, STAGE).reason()).isEqualTo(Reason.MAPPING_CHANGED);
  }

  @Test
  void aSideThatIsNotWrittenKeepsItsOldWord() {
    Mapping oneWay =
        mapping(
            stage().direction(Direction.TO_HUBSPOT).reworded(Side.SALESFORCE, "Old MQL", "MQL"));
    PairModel model = rested(oneWay, STAGE, "mql", "Old MQL", "mql");
    assertThat(decided(model, STAGE).reason()).isEqualTo(Reason.AGREED);
    PairModel converted =
        rested(
            mapping(stage().reworded(Side.SALESFORCE, "Old MQL", "MQL")),
            STAGE,
            "mql",
            "Old MQL",
            "mql");
    converted.converted = true;
    converted.evidence = Evidence.NONE;
    approve(converted, STAGE);
    assertThat(decided(converted, STAGE).reason()).isEqualTo(Reason.AGREED);
  }

  @Test
  void aNewWordThatIsAConvertedStatusIsNotWritten() {
    TrackBuilder status =
        new TrackBuilder("lead-status")
            .salesforce("Lead", "Status")
            .hubspot("hs_lead_status")
            .label("open", "Open", "OPEN")
            .label("won", "Won", "WON")
            .reworded(Side.SALESFORCE, "Closed", "Won");
    Mapping mapping = mapping(status);
    Catalogs catalogs = TestMappings.catalogs(mapping);
    Catalogs flagged =
        new Catalogs(
            new Catalog(
                Side.SALESFORCE, catalogs.salesforce().fields(), Set.of(new RawValue("Won"))),
            catalogs.hubspot());
    Map.of(catalogs, Reason.MAPPING_CHANGED, flagged, Reason.AGREED)
        .forEach(
            (accepts, reason) -> {
              PairModel model = new PairModel(mapping, accepts);
              rest(model, STATUS, "won", "Closed", "WON");
              assertThat(decided(model, STATUS).reason()).isEqualTo(reason);
              assertThat(model.round()).isZero();
            });
  }

  @Test
  void aNewWordThatTheTargetRefusedIsNotTriedAgain() {
    Mapping mapping = mapping(stage().reworded(Side.SALESFORCE, "Old MQL", "MQL"));
    PairModel model = rested(mapping, STAGE, "mql", "Old MQL", "mql");
    approve(model, STAGE);
    Memory m = model.memory(STAGE);
    var view = Optional.ofNullable(model.view().tracks().get(STAGE)).orElseThrow();
    Memory.Seen refused = Memory.Seen.of(mapping.track(STAGE), model.catalogs, view);
    model.memories.put(
        STAGE,
        new Memory(
            m.lastDecided(),
            Optional.of(refused),
            0,
            m.openClear(),
            m.choice(),
            m.approvedMapping()));
    assertThat(decided(model, STAGE).reason()).isEqualTo(Reason.REFUSED_BY_TARGET);
    assertThat(decided(model, STAGE).base()).isPresent();
    assertThat(model.round()).isZero();
  }

  @Test
  void aKillBetweenAnyTwoStepsOfRewordingChangesNothingInTheEnd() {
    Mapping mapping =
        mapping(
            stage()
                .reworded(Side.SALESFORCE, "Old MQL", "MQL")
                .reworded(Side.HUBSPOT, "q_old", "qualified")
                .reworded(Side.HUBSPOT, "mql_old", "mql"));
    Catalogs catalogs = TestMappings.catalogs(mapping);
    List<String> salesforce = RulesAndKillsTest.shown(mapping, catalogs, STAGE, Side.SALESFORCE);
    List<String> hubspot = RulesAndKillsTest.shown(mapping, catalogs, STAGE, Side.HUBSPOT);
    assertThat(salesforce).contains("Old MQL");
    assertThat(hubspot).contains("q_old", "mql_old");
    long kills = 0;
    for (String base : List.of("lead", "mql", "sal", "qualified")) {
      for (String s : salesforce) {
        for (String h : hubspot) {
          for (boolean approved : new boolean[] {false, true}) {
            Supplier<PairModel> fresh =
                () -> {
                  PairModel model = rested(mapping, STAGE, base, s, h);
                  if (approved) {
                    approve(model, STAGE);
                  }
                  return model;
                };
            kills += RulesAndKillsTest.killed(fresh);
          }
        }
      }
    }
    System.out.println("changed words: " + kills + " kills");
    assertThat(kills).isGreaterThan(300);
  }
}
