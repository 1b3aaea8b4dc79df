package io.stagesync.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.example.Remembered;
import io.stagesync.example.Shown;
import io.stagesync.example.Terms;
import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.yaml.MappingFile;
import io.stagesync.reconcile.FieldWrite;
import io.stagesync.reconcile.PairDecision;
import io.stagesync.reconcile.PairView;
import io.stagesync.reconcile.Reason;
import io.stagesync.reconcile.Reconciler;
import io.stagesync.reconcile.TrackDecision;
import io.stagesync.vocabulary.Evidence;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every law notices a decision that breaks it. */
class EdgeLawsTest {
  private static final Track STAGE = new Track("lead-stage");

  private final Mapping mapping = MappingFile.preset("standard").mapping().orElseThrow();
  private final ImaginedCatalogs catalogs = new ImaginedCatalogs(mapping);

  private final Staged moved =
      Staged.agreed(STAGE, new Label("lead")).shows(STAGE, Side.HUBSPOT, new Label("mql"));

  /** The laws that are broken when this is written in place of what is decided. */
  private Set<EdgeLaw> broken(Staged staged, Reason reason, String to, FieldWrite... writes) {
    Scene scene = new Scene(mapping, staged.given(), catalogs.of(staged.given().terms()));
    PairView pair = scene.pair();
    PairDecision right = Reconciler.decide(mapping, scene.catalogs(), pair);
    assertThat(EdgeLaws.brokenBy(scene, pair, right)).as("what is really decided").isEmpty();
    return EdgeLaws.brokenBy(scene, pair, decision(pair, reason, to, writes));
  }

  /** The decision that is right, but for what is said of the stage. */
  private PairDecision decision(PairView pair, Reason reason, String to, FieldWrite... writes) {
    PairDecision right = Reconciler.decide(mapping, catalogs.of(Terms.PLAIN), pair);
    Map<Track, TrackDecision> tracks = new HashMap<>(right.tracks());
    TrackDecision d = Objects.requireNonNull(tracks.get(STAGE));
    tracks.put(
        STAGE,
        new TrackDecision(
            reason,
            d.from(),
            to.isEmpty() ? Optional.empty() : Optional.of(new Label(to)),
            List.of(writes),
            d.base(),
            d.base(),
            d.memory(),
            to.isEmpty() ? "" : "why",
            "",
            false,
            false));
    return new PairDecision(tracks, List.of());
  }

  private FieldWrite write(Side side, String value) {
    return new FieldWrite(
        mapping.track(STAGE).field(side).orElseThrow(),
        Optional.empty(),
        Optional.of(new RawValue(value)),
        false);
  }

  @Test
  void aWrittenConvertedLeadIsNoticed() {
    assertThat(
            broken(
                moved.converted(Evidence.OPEN),
                Reason.CONVERTED,
                "opportunity",
                write(Side.SALESFORCE, "Opportunity")))
        .contains(EdgeLaw.CONVERTED_UNWRITTEN);
  }

  @Test
  void anOverwrittenOrSpreadUnknownValueIsNoticed() {
    Staged unknown = moved.shows(STAGE, Side.SALESFORCE, Shown.word("Hot"));
    assertThat(
            broken(
                unknown, Reason.MOVED, "mql", write(Side.SALESFORCE, "Marketing qualified lead")))
        .contains(EdgeLaw.UNKNOWN_LEFT);
    assertThat(broken(moved, Reason.MOVED, "mql", write(Side.SALESFORCE, "Hot")))
        .contains(EdgeLaw.UNKNOWN_LEFT, EdgeLaw.ACCEPTED, EdgeLaw.READ_BACK);
  }

  @Test
  void anOverwrittenOrSpreadIgnoredValueIsNoticed() {
    Staged ignored = moved.shows(STAGE, Side.HUBSPOT, Shown.word("evangelist"));
    assertThat(broken(ignored, Reason.MOVED, "lead", write(Side.HUBSPOT, "lead")))
        .contains(EdgeLaw.IGNORED_LEFT);
    assertThat(broken(moved, Reason.MOVED, "mql", write(Side.HUBSPOT, "evangelist")))
        .contains(EdgeLaw.IGNORED_LEFT);
  }

  @Test
  void aWriteToWhatCannotBeSeenIsNoticed() {
    for (Shown.Kind kind : List.of(Shown.Kind.UNREADABLE, Shown.Kind.GONE)) {
      assertThat(
              broken(
                  moved.shows(STAGE, Side.SALESFORCE, kind),
                  Reason.MOVED,
                  "mql",
                  write(Side.SALESFORCE, "Marketing qualified lead")))
          .contains(EdgeLaw.UNSEEN_UNWRITTEN);
    }
  }

  @Test
  void aNeedlessWriteIsNoticed() {
    assertThat(broken(moved, Reason.MOVED, "mql", write(Side.HUBSPOT, "marketingqualifiedlead")))
        .contains(EdgeLaw.NO_NEEDLESS_WRITE);
  }

  @Test
  void aRankThatFallsIsNoticedUnlessAPersonChoseIt() {
    Staged back =
        Staged.agreed(STAGE, new Label("sql")).shows(STAGE, Side.HUBSPOT, new Label("subscriber"));
    var fall = write(Side.SALESFORCE, "Lead");
    Staged further =
        Staged.agreed(STAGE, new Label("customer")).shows(STAGE, Side.HUBSPOT, new Label("lead"));
    assertThat(broken(further, Reason.MOVED, "lead", fall)).contains(EdgeLaw.RANK_KEPT);
    assertThat(broken(further, Reason.CHOSEN, "lead", fall)).doesNotContain(EdgeLaw.RANK_KEPT);
    assertThat(broken(back, Reason.MOVED, "lead", fall))
        .as("a declared way")
        .doesNotContain(EdgeLaw.RANK_KEPT);
  }

  @Test
  void aDecisionWithoutASentenceAndAHoldWithoutAReleaseAreNoticed() {
    assertThat(broken(moved, Reason.MOVED, "")).containsExactly(EdgeLaw.EXPLAINED);
    assertThat(broken(moved, Reason.NOT_OWNER, "mql")).containsExactly(EdgeLaw.EXPLAINED);
  }

  @Test
  void aTrackThatDoesNotComeToRestIsNoticed() {
    FieldWrite clears =
        new FieldWrite(
            mapping.track(STAGE).field(Side.SALESFORCE).orElseThrow(),
            Optional.empty(),
            Optional.empty(),
            false);
    // Each run clears what the next one refills.
    PairView pair = new Scene(mapping, moved.given(), catalogs.of(moved.given().terms())).pair();
    assertThat(EdgeLaws.rests(p -> decision(p, Reason.MOVED, "mql", clears), pair)).isFalse();
    assertThat(EdgeLaws.rests(p -> decision(p, Reason.MOVED, "mql"), pair)).isTrue();
  }

  @Test
  void ourOwnBlankMayBeFilledWhateverTheDirection() {
    Remembered openClear =
        new Remembered(
            Remembered.File.SAME,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(Shown.label("customer")),
            false);
    Mapping shop = MappingFile.preset("b2c-shop").mapping().orElseThrow();
    Staged cleared =
        Staged.agreed(STAGE, new Label("customer"))
            .shows(STAGE, Side.HUBSPOT, Shown.Kind.BLANK)
            .remembers(STAGE, openClear);
    Scene scene =
        new Scene(shop, cleared.given(), new ImaginedCatalogs(shop).of(cleared.given().terms()));
    PairDecision decision = Reconciler.decide(shop, scene.catalogs(), scene.pair());
    assertThat(Objects.requireNonNull(decision.tracks().get(STAGE)).writes()).hasSize(1);
    assertThat(EdgeLaws.brokenBy(scene, scene.pair(), decision)).isEmpty();
  }
}
