package io.stagesync.proof;

import io.stagesync.proof.Draft.ChangeDraft;
import io.stagesync.proof.Draft.LabelDraft;
import io.stagesync.proof.Draft.RuleDraft;
import io.stagesync.proof.Draft.Said;
import io.stagesync.proof.Draft.ScopeDraft;
import io.stagesync.proof.Draft.TrackDraft;
import io.stagesync.proof.Draft.WayDraft;
import io.stagesync.vocabulary.Side;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Adds what the language has beside words, ranks, owners and rules: floors, first labels, criteria,
 * cycles, words that changed, caps, attributes, orgs that never convert.
 */
final class ReachGenerator {
  private final Draft draft;
  private final Dice dice;

  ReachGenerator(Draft draft, long seed) {
    this.draft = draft;
    this.dice = new Dice(seed ^ 0x5eedL);
  }

  void write() {
    draft.attributes = dice.chance(10);
    if (draft.conversion.isEmpty() && dice.chance(20)) {
      draft.neverConverted = true;
    }
    for (TrackDraft track : draft.tracks) {
      cycle(track);
      floor(track);
      first(track);
      criteria(track);
      change(track);
      cap(track);
    }
  }

  /** A way by which people enter again; it may lead forward, and in a track without order, too. */
  private void cycle(TrackDraft track) {
    if (!dice.chance(20)) {
      return;
    }
    LabelDraft from = dice.any(track.labels);
    LabelDraft to = dice.any(track.labels);
    List<String> by =
        draft.teams.keySet().stream()
            .filter(team -> Generator.canEnter(draft, track, team, to))
            .toList();
    // The same way declared twice has to say the same of the cycle.
    boolean declared =
        track.ways.stream().anyMatch(w -> w.to().equals(to.name) && w.from().contains(from.name));
    if (from != to && !by.isEmpty() && !declared) {
      String team = dice.chance(60) ? dice.any(by) : "";
      track.ways.add(new WayDraft(List.of(from.name), to.name, team, true));
    }
  }

  private void floor(TrackDraft track) {
    List<TrackDraft> others = draft.tracks.stream().filter(t -> t != track && t.ordered()).toList();
    if (others.isEmpty() || !dice.chance(12)) {
      return;
    }
    TrackDraft other = dice.any(others);
    String from = dice.any(other.labels).name;
    boolean below =
        draft.rules.stream()
            .filter(r -> r.driven().equals(track.name) && r.when().equals(other.name))
            .anyMatch(r -> other.precedes(r.enters(), from));
    if (!below) {
      track.floor = Optional.of(new ScopeDraft(other.name, from));
    }
  }

  private void first(TrackDraft track) {
    boolean bothWays = track.lone() || track.direction.equals("two-way");
    boolean ruled = draft.rules.stream().anyMatch(r -> r.driven().equals(track.name));
    if (!bothWays || (!track.ordered() && ruled) || !dice.chance(15)) {
      return;
    }
    dice.maybe(track.labels.stream().filter(l -> sayable(track, l)).toList())
        .ifPresent(l -> draft.first.put(track.name, l.name));
  }

  private static boolean sayable(TrackDraft track, LabelDraft label) {
    return track.fields.keySet().stream()
        .map(label::on)
        .allMatch(w -> w.is(Said.OWN) || w.is(Said.SHARES));
  }

  /** What a rule of the same move could undo is not asked for. */
  private void criteria(TrackDraft track) {
    boolean drives = draft.rules.stream().map(RuleDraft::when).anyMatch(track.name::equals);
    List<TrackDraft> others = draft.tracks.stream().filter(t -> t != track).toList();
    if (track.lone() || drives || others.isEmpty() || !dice.chance(15)) {
      return;
    }
    TrackDraft other = dice.any(others);
    LabelDraft label = dice.any(track.labels);
    Map<String, List<String>> asked = dice.chance(60) ? label.entry : label.exit;
    List<String> wanted =
        other.labels.stream().map(l -> l.name).filter(name -> dice.chance(50)).toList();
    asked.put(other.name, wanted.isEmpty() ? List.of(other.labels.get(0).name) : wanted);
  }

  private void change(TrackDraft track) {
    for (Side side : track.fields.keySet()) {
      List<LabelDraft> own = track.labels.stream().filter(l -> l.on(side).is(Said.OWN)).toList();
      if (!own.isEmpty() && dice.chance(8)) {
        track.changes.add(new ChangeDraft(side, "Formerly", dice.any(own).on(side).words().get(0)));
      }
    }
  }

  private void cap(TrackDraft track) {
    List<LabelDraft> labels =
        track.labels.stream()
            .filter(
                l ->
                    track.fields.keySet().stream()
                        .filter(s -> track.lone() || track.writes(s))
                        .map(l::on)
                        .anyMatch(w -> w.is(Said.OWN) || w.is(Said.SHARES)))
            .toList();
    if (dice.chance(10)) {
      dice.maybe(labels).ifPresent(l -> l.cap = Optional.of(dice.any(List.of(0, 1, 3, 1_000))));
    }
  }
}
