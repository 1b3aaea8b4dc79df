package io.stagesync.proof;

import io.stagesync.proof.Draft.RuleDraft;
import io.stagesync.proof.Draft.TrackDraft;
import java.util.List;
import java.util.Optional;

/** Adds rules to a draft without a thought of whether they make sense beside one another. */
final class CarelessRules {
  private static final int RULES = 5;

  private final Draft draft;
  private final Dice dice;

  private CarelessRules(Draft draft, long seed) {
    this.draft = draft;
    this.dice = new Dice(seed);
  }

  /** A draft with such rules; empty where it has no two tracks that one could join. */
  static Optional<Draft> draft(long seed) {
    Draft draft = Generator.plain(seed);
    new CarelessRules(draft, seed).write();
    return draft.rules.isEmpty() ? Optional.empty() : Optional.of(draft);
  }

  private void write() {
    List<TrackDraft> driven =
        draft.tracks.stream().filter(t -> t.lone() || t.direction.equals("two-way")).toList();
    for (int i = 0; i < RULES && !driven.isEmpty(); i++) {
      TrackDraft when = dice.any(draft.tracks);
      TrackDraft then = dice.any(driven);
      if (when != then) {
        draft.rules.add(
            new RuleDraft(when.name, label(when), then.name, label(then), condition(then)));
      }
    }
  }

  private String label(TrackDraft track) {
    return dice.any(track.labels).name;
  }

  private Optional<String> condition(TrackDraft track) {
    if (dice.chance(40)) {
      return Optional.empty();
    }
    return Optional.of(dice.chance(20) ? "" : label(track));
  }
}
