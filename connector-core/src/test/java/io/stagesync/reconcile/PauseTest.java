package io.stagesync.reconcile;

import static io.stagesync.reconcile.RulesAcrossTracksTest.QUALIFIED_IS_SQL;
import static io.stagesync.reconcile.TestMappings.REASON;
import static io.stagesync.reconcile.TestMappings.STAGE;
import static io.stagesync.reconcile.TestMappings.STATUS;
import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.mapping.Mapping;
import io.stagesync.reconcile.PairDecision.Finding;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What becomes of a pair while one of its tracks is paused. */
class PauseTest {
  private static final String WHY =
      "Salesforce Lead.Status: \"Qualified\" is not in the list any more";

  /** The same pair, decided while a track is paused. */
  private static PairModel paused(PairModel model, Track track) {
    return with(model, Map.of(track, WHY));
  }

  /** The same pair, decided while everything fits. */
  private static PairModel released(PairModel model) {
    return with(model, Map.of());
  }

  private static PairModel with(PairModel model, Map<Track, String> paused) {
    var same =
        new PairModel(
            model.mapping,
            new Catalogs(model.catalogs.salesforce(), model.catalogs.hubspot(), paused));
    same.run = model.run + 1;
    for (Side side : Side.values()) {
      same.on(side).putAll(model.on(side));
    }
    same.bases.putAll(model.bases);
    same.memories.putAll(model.memories);
    return same;
  }

  private static PairModel resting(String stage, String status) {
    return RulesAcrossTracksTest.resting(
        RulesAcrossTracksTest.mapping(QUALIFIED_IS_SQL), stage, status);
  }

  private static TrackDecision decided(PairModel model, Track track) {
    return Objects.requireNonNull(model.decide().tracks().get(track));
  }

  private static List<Finding.Code> findings(PairModel model) {
    return model.decide().findings().stream().map(Finding::code).toList();
  }

  @Test
  void aMoveIsHeldAndNothingIsForgottenWhileTheOtherTrackGoesOn() {
    var model =
        paused(
            resting("lead", "open")
                .show(STATUS, Side.SALESFORCE, "Working - Contacted")
                .show(STAGE, Side.HUBSPOT, "marketingqualifiedlead"),
            STATUS);
    var status = decided(model, STATUS);
    assertThat(status.reason()).isEqualTo(Reason.TRACK_PAUSED);
    assertThat(status.why())
        .startsWith("The track lead-status is paused: " + WHY + ". ")
        .contains("Salesforce moved from open to working");
    assertThat(status.release()).contains("stagesync drift", "by itself");
    assertThat(status.base().map(Base::label)).contains(new Label("open"));
    assertThat(status.memory().lastDecided()).isEmpty();
    assertThat(decided(model, STAGE).reason()).isEqualTo(Reason.MOVED);
    assertThat(model.round()).isEqualTo(1);
    assertThat(model.round()).isZero();

    var released = released(model);
    assertThat(released.round()).isEqualTo(1);
    assertThat(released.outcome()).contains("Working - Contacted / IN_PROGRESS AGREED working");
  }

  @Test
  void aPersonOnAWordThatWentIsHeldForThePauseAndNotForTheWord() {
    var model =
        paused(resting("lead", "open").show(STATUS, Side.SALESFORCE, "Sales Qualified"), STATUS);
    assertThat(decided(model, STATUS).reason()).isEqualTo(Reason.TRACK_PAUSED);
    assertThat(decided(model, STATUS).why()).contains("\"Sales Qualified\"");
  }

  @Test
  void whoAgreesStaysInAgreement() {
    var model = paused(resting("lead", "open"), STATUS);
    assertThat(decided(model, STATUS).reason()).isEqualTo(Reason.AGREED);
    model
        .show(STATUS, Side.SALESFORCE, "Working - Contacted")
        .show(STATUS, Side.HUBSPOT, "CONNECTED");
    assertThat(decided(model, STATUS).reason()).isEqualTo(Reason.AGREED);
    assertThat(decided(model, STATUS).base().map(Base::label)).contains(new Label("working"));
  }

  @Test
  void aRuleWaitsForThePausedTrackThatItDrivesAndFiresOnceItIsReleased() {
    var model = paused(resting("mql", "working").show(STATUS, Side.SALESFORCE, "Qualified"), STAGE);
    assertThat(decided(model, STATUS).reason()).isEqualTo(Reason.MOVED);
    assertThat(decided(model, STAGE).writes()).isEmpty();
    assertThat(findings(model)).containsExactly(Finding.Code.RULE_WAITS);
    model.round();
    assertThat(model.round()).isZero();

    var released = released(model);
    assertThat(released.round()).isEqualTo(2);
    assertThat(released.outcome())
        .contains("Sales qualified lead / salesqualifiedlead AGREED sql base sql/Optional[sql]")
        .contains("Qualified / OPEN_DEAL AGREED qualified base qualified/Optional[qualified]");
  }

  @Test
  void aPausedTrackLeadsNoOtherOnUntilItIsReleased() {
    var model =
        paused(
            resting("mql", "working")
                .show(STATUS, Side.SALESFORCE, "Qualified")
                .show(STATUS, Side.HUBSPOT, "OPEN_DEAL"),
            STATUS);
    assertThat(decided(model, STATUS).reason()).isEqualTo(Reason.AGREED);
    assertThat(model.round()).isZero();
    assertThat(decided(model, STATUS).base().flatMap(Base::rulesRanFor))
        .contains(new Label("working"));

    var released = released(model);
    assertThat(released.round()).isEqualTo(2);
    assertThat(released.outcome()).contains("AGREED sql");
  }

  @Test
  void aCompanionIsNotSuppliedIntoAPausedTrack() {
    Mapping mapping =
        TestMappings.mapping(TestMappings.status().build(), TestMappings.reason().build());
    var model = RulesAcrossTracksTest.resting(mapping, STATUS, "open");
    model
        .show(STATUS, Side.SALESFORCE, "Closed - Not Converted")
        .show(REASON, Side.SALESFORCE, "Not ready");
    assertThat(decided(model, STATUS).reason()).isEqualTo(Reason.MOVED);
    assertThat(decided(model, REASON).reason()).isEqualTo(Reason.FILLED);
    var held = paused(model, REASON);
    assertThat(decided(held, STATUS).reason()).isEqualTo(Reason.COMPANION_MISSING);
    assertThat(decided(held, REASON).reason()).isEqualTo(Reason.TRACK_PAUSED);
    assertThat(held.round()).isZero();
  }

  @Test
  void ourOwnUnfinishedStepBackIsFinishedAllTheSame() {
    var model = resting("mql", "open");
    model.show(STAGE, Side.HUBSPOT, "");
    model.memories.put(
        STAGE,
        new Memory(
            Optional.empty(),
            Optional.empty(),
            0,
            Optional.of(new RawValue("marketingqualifiedlead")),
            Optional.empty(),
            Optional.empty()));
    var held = paused(model, STAGE);
    assertThat(held.round()).isEqualTo(1);
    assertThat(held.outcome())
        .contains("lead-stage: Marketing qualified lead / marketingqualifiedlead AGREED mql");
  }
}
