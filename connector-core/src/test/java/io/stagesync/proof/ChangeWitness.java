package io.stagesync.proof;

import static io.stagesync.proof.PolicyWitness.tracks;
import static io.stagesync.proof.Witness.changed;
import static io.stagesync.proof.Witness.noEffect;
import static io.stagesync.proof.Witness.seen;
import static io.stagesync.proof.Witness.twoReadings;

import io.stagesync.mapping.DiagnosticId;
import io.stagesync.proof.Draft.ChangeDraft;
import io.stagesync.proof.Draft.LabelDraft;
import io.stagesync.proof.Draft.Said;
import io.stagesync.proof.Draft.TrackDraft;
import io.stagesync.proof.Draft.WordsDraft;
import io.stagesync.proof.Witness.Kind;
import io.stagesync.proof.Witness.Look;
import io.stagesync.proof.Witness.Seen;
import io.stagesync.vocabulary.Label;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What is wrong with words that became another one and did not, and caps that count nobody. */
final class ChangeWitness {
  private ChangeWitness() {}

  static void add(Map<DiagnosticId, Look> looks) {
    looks.put(DiagnosticId.STILL_THERE, ChangeWitness::stillThere);
    looks.put(DiagnosticId.CHANGED_TO_NO_WORD, ChangeWitness::toNoWord);
    looks.put(DiagnosticId.CHANGED_TWICE, ChangeWitness::twice);
    looks.put(DiagnosticId.CAP_NEVER_COUNTS, ChangeWitness::capOfNobody);
  }

  private static Draft with(Supplier<Draft> draft, String track, Consumer<TrackDraft> change) {
    return changed(draft, d -> change.accept(d.track(track)));
  }

  /** The word means its own label, or that of the word which it became. */
  private static Optional<Seen> stillThere(Supplier<Draft> draft) {
    return tracks(
        draft,
        t ->
            t.changes.isEmpty()
                ? Optional.empty()
                : twoReadings(
                    with(draft, t.name, d -> d.labels.forEach(l -> forget(l, d.changes.get(0)))),
                    with(draft, t.name, d -> d.changes.clear()),
                    t.name));
  }

  private static void forget(LabelDraft label, ChangeDraft change) {
    WordsDraft words = label.on(change.side());
    if (words.is(Said.OWN)) {
      List<String> left = words.words().stream().filter(w -> !w.equals(change.was())).toList();
      label.words.put(
          change.side(), left.isEmpty() ? WordsDraft.of(Said.NONE) : WordsDraft.own(left));
    }
  }

  /** An old word that is read as one which means nothing is as unknown as any other. */
  private static Optional<Seen> toNoWord(Supplier<Draft> draft) {
    return tracks(
        draft,
        t ->
            t.changes.isEmpty()
                ? Optional.empty()
                : noEffect(with(draft, t.name, d -> d.changes.clear()), draft.get(), t.name));
  }

  private static Optional<Seen> twice(Supplier<Draft> draft) {
    return tracks(
        draft,
        t ->
            t.changes.size() < 2
                ? Optional.empty()
                : twoReadings(
                    with(draft, t.name, d -> d.changes.remove(0)),
                    with(draft, t.name, d -> d.changes.remove(1)),
                    t.name));
  }

  private static Optional<Seen> capOfNobody(Supplier<Draft> draft) {
    return tracks(
        draft,
        t ->
            t.labels.stream()
                .filter(l -> l.cap.isPresent())
                .flatMap(
                    l ->
                        seen(
                            Kind.NEVER,
                            new EveryState(draft.get(), t.name)
                                .never(
                                    (state, decided) ->
                                        !decided.writes().isEmpty()
                                            && decided.to().equals(Optional.of(new Label(l.name)))),
                            "nobody is ever brought to " + l.name)
                            .stream())
                .findFirst());
  }
}
