package io.stagesync.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stagesync.engine.EngineException;
import io.stagesync.engine.RunReport;
import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.yaml.MappingFile;
import io.stagesync.proof.Draft.LabelChangeDraft;
import io.stagesync.proof.Draft.TrackDraft;
import io.stagesync.reconcile.Base;
import io.stagesync.reconcile.Reason;
import io.stagesync.state.PairState;
import io.stagesync.state.Pairs.DecidedTrack;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A file that is changed while people are agreed under it: a label is renamed, merged, split or
 * retired. Nobody is taken anywhere by it, and nothing is written until a person approves it.
 */
final class ChangedFile {
  private static final int PATIENCE = 6;

  private final World old;
  private final long seed;
  private final Dice dice;

  ChangedFile(World old, long seed) {
    this.old = old;
    this.seed = seed;
    this.dice = new Dice(seed ^ 0xc4a26edL);
  }

  /** What was changed; empty where the new file would make no sense. */
  Optional<Renaming.Kind> change(Path copy) {
    Renaming.Kind kind = Renaming.Kind.values()[dice.below(Renaming.Kind.values().length)];
    Draft draft = Generator.draft(seed);
    LabelChangeDraft change = new Renaming(draft, dice).change(kind);
    String text = DraftYaml.of(draft);
    Optional<Mapping> mapping = MappingFile.parse("generated.yaml", text).mapping();
    if (mapping.isEmpty()) {
      return Optional.empty();
    }
    String story =
        "seed "
            + seed
            + ", "
            + kind
            + " "
            + change
            + "\n"
            + DraftYaml.of(old.draft)
            + "\nand\n"
            + text;
    decidedOnceMore(story);
    withoutAWord(draft, change, story);
    carriedOut(old.under(draft, mapping.get()), kind, change, story, copy);
    return Optional.of(kind);
  }

  /** Whatever is decided once more, under the same file, writes nothing. */
  private void decidedOnceMore(String story) {
    old.store.change(s -> s.pairs().decideAllAgain());
    assertThat(old.sync().writes()).as(story + "\ndecided once more").isZero();
  }

  /** A label at which people stand cannot disappear without a word about it. */
  private void withoutAWord(Draft draft, LabelChangeDraft change, String story) {
    boolean stillThere =
        draft.track(change.track()).labels.stream().anyMatch(l -> l.name.equals(change.was()));
    boolean stoodAt =
        states().stream()
            .flatMap(s -> s.track(new Track(change.track())).base().stream())
            .anyMatch(b -> b.label().name().equals(change.was()));
    if (stillThere || !stoodAt) {
      return;
    }
    draft.labelChanges.clear();
    Mapping silent =
        MappingFile.parse("generated.yaml", DraftYaml.of(draft)).mapping().orElseThrow();
    draft.labelChanges.add(change);
    Map<String, String> before = shown(old);
    assertThatThrownBy(() -> old.under(draft, silent).sync())
        .as(story)
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("LABEL_DISAPPEARED");
    assertThat(shown(old)).as(story).isEqualTo(before);
  }

  private void carriedOut(
      World world, Renaming.Kind kind, LabelChangeDraft change, String story, Path copy) {
    Map<String, String> before = shown(old);
    Map<String, DecidedTrack> decided = decided(old);
    RunReport report = world.sync();
    assertThat(report.writes()).as(story + "\nwritten without approval").isZero();
    assertThat(shown(world)).as(story).isEqualTo(before);
    for (PairState state : states()) {
      for (TrackDraft track : world.draft.tracks) {
        state
            .track(new Track(track.name))
            .base()
            .map(Base::label)
            .ifPresent(
                l -> assertThat(track.labels).as(story).anyMatch(d -> d.name.equals(l.name())));
      }
    }
    if (kind == Renaming.Kind.RENAMED) {
      onlyTheNameIsNew(decided, decided(world), change, story);
    }
    World.Approved approved = world.approve(copy);
    if (kind == Renaming.Kind.RENAMED) {
      // Old words wait for a person under any file.
      assertThat(approved.rows()).as(story).allMatch(row -> row.reason() == Reason.REWORDED);
    }
    List<RunReport> runs = new ArrayList<>(List.of(approved.applied().report()));
    while (runs.size() < PATIENCE && runs.get(runs.size() - 1).writes() > 0) {
      runs.add(world.sync());
    }
    assertThat(runs.get(runs.size() - 1).writes()).as(story + "\nit does not rest").isZero();
  }

  private static void onlyTheNameIsNew(
      Map<String, DecidedTrack> before,
      Map<String, DecidedTrack> after,
      LabelChangeDraft change,
      String story) {
    before.forEach(
        (where, was) -> {
          DecidedTrack now = Objects.requireNonNull(after.get(where));
          boolean here = where.endsWith(" " + change.track());
          Optional<String> base = was.base().map(b -> b.label().name());
          assertThat(now.base().map(b -> b.label().name()))
              .as(story + "\n" + where)
              .isEqualTo(base.map(l -> here && l.equals(change.was()) ? change.now().get(0) : l));
          assertThat(now.reason().outcome())
              .as(story + "\n" + where + was + now)
              .isEqualTo(was.reason().outcome());
        });
  }

  private List<PairState> states() {
    return old.store.read(s -> s.pairs().all(Optional.empty(), 100));
  }

  private Map<String, DecidedTrack> decided(World world) {
    Map<String, DecidedTrack> decided = new HashMap<>();
    for (PairState state : states()) {
      world
          .store
          .<Map<Track, DecidedTrack>>read(s -> s.pairs().decisions(state.pair().id()))
          .forEach((track, d) -> decided.put(state.pair().lead() + " " + track.name(), d));
    }
    return decided;
  }

  private Map<String, String> shown(World world) {
    Map<String, String> shown = new HashMap<>();
    for (PairState state : states()) {
      for (TrackDraft track : world.draft.tracks) {
        for (Side side : track.fields.keySet()) {
          var id = side == Side.SALESFORCE ? state.pair().lead() : state.pair().contact();
          shown.put(
              id + " " + track.name + " " + side,
              world.crm(side).value(id, World.field(track, side)).map(v -> v.text()).orElse(""));
        }
      }
    }
    return shown;
  }
}
