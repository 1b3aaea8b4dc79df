package io.stagesync.proof;

import static io.stagesync.mapping.DiagnosticId.CAP_NEVER_COUNTS;
import static io.stagesync.mapping.DiagnosticId.CHANGED_TO_NO_WORD;
import static io.stagesync.mapping.DiagnosticId.CHANGED_TWICE;
import static io.stagesync.mapping.DiagnosticId.STILL_THERE;

import io.stagesync.proof.Draft.ChangeDraft;
import io.stagesync.proof.Draft.LabelDraft;
import io.stagesync.proof.Draft.Said;
import io.stagesync.proof.Draft.TrackDraft;
import io.stagesync.vocabulary.Side;
import java.util.List;
import java.util.Optional;

/** Words that became another one and did not, and caps that count nobody. */
final class ChangeHarms {
  private ChangeHarms() {}

  static final List<Harm> ALL =
      List.of(
          new Harm(STILL_THERE, ChangeHarms::stillThere),
          new Harm(CHANGED_TO_NO_WORD, ChangeHarms::toNoWord),
          new Harm(CHANGED_TWICE, ChangeHarms::twice),
          new Harm(CAP_NEVER_COUNTS, ChangeHarms::capOfNobody));

  private static List<String> words(TrackDraft track) {
    return track.labels.stream()
        .map(l -> l.words.get(Side.HUBSPOT))
        .filter(w -> w != null && w.is(Said.OWN))
        .map(w -> w.words().get(0))
        .toList();
  }

  private static Optional<TrackDraft> withTwoWords(Draft draft, Dice dice) {
    return dice.maybe(draft.tracks.stream().filter(t -> words(t).size() > 1).toList());
  }

  private static void becomes(TrackDraft track, String was, String now) {
    track.changes.add(new ChangeDraft(Side.HUBSPOT, was, now));
  }

  private static boolean stillThere(Draft draft, Dice dice) {
    return Harm.change(
        withTwoWords(draft, dice), t -> becomes(t, words(t).get(0), words(t).get(1)));
  }

  private static boolean toNoWord(Draft draft, Dice dice) {
    return Harm.change(withTwoWords(draft, dice), t -> becomes(t, "Formerly", "Nowhere"));
  }

  private static boolean twice(Draft draft, Dice dice) {
    return Harm.change(
        withTwoWords(draft, dice),
        t -> {
          becomes(t, "Formerly", words(t).get(0));
          becomes(t, "Formerly", words(t).get(1));
        });
  }

  private static boolean capOfNobody(Draft draft, Dice dice) {
    List<LabelDraft> never =
        draft.tracks.stream()
            .filter(t -> !t.lone() && !t.direction.equals("two-way"))
            .flatMap(
                t ->
                    t.labels.stream()
                        .filter(l -> l.on(written(t)).is(Said.NONE) && l.partner.isEmpty()))
            .toList();
    return Harm.change(dice.maybe(never), l -> l.cap = Optional.of(10));
  }

  private static Side written(TrackDraft track) {
    return track.direction.equals("to-hubspot") ? Side.HUBSPOT : Side.SALESFORCE;
  }
}
