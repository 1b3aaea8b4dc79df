package io.stagesync.proof;

import static io.stagesync.proof.Witness.changed;
import static io.stagesync.proof.Witness.noEffect;
import static io.stagesync.proof.Witness.seen;

import io.stagesync.mapping.DiagnosticId;
import io.stagesync.proof.Draft.LabelDraft;
import io.stagesync.proof.Draft.RuleDraft;
import io.stagesync.proof.Draft.TrackDraft;
import io.stagesync.proof.Witness.Kind;
import io.stagesync.proof.Witness.Look;
import io.stagesync.proof.Witness.Seen;
import io.stagesync.reconcile.Reason;
import io.stagesync.vocabulary.Side;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What is wrong with criteria that look at nothing, or that a rule of the same move undoes. */
final class CriterionWitness {
  private static final int LONG = 6;

  private CriterionWitness() {}

  static void add(Map<DiagnosticId, Look> looks) {
    looks.put(
        DiagnosticId.CRITERION_UNMEETABLE,
        draft ->
            draft.get().tracks.stream()
                .flatMap(t -> t.labels.stream().flatMap(l -> unmeetable(draft, t, l)))
                .findFirst());
  }

  private static Stream<Seen> unmeetable(
      Supplier<Draft> draft, TrackDraft track, LabelDraft label) {
    return ofItself(draft, track, label).or(() -> undone(draft, track, label)).stream();
  }

  /** It holds whatever is decided, or it lets nobody go: the label itself says which. */
  private static Optional<Seen> ofItself(
      Supplier<Draft> draft, TrackDraft track, LabelDraft label) {
    if (!label.entry.containsKey(track.name) && !label.exit.containsKey(track.name)) {
      return Optional.empty();
    }
    Draft without =
        changed(
            draft,
            d -> {
              d.track(track.name).label(label.name).entry.clear();
              d.track(track.name).label(label.name).exit.clear();
            });
    boolean enters = label.entry.containsKey(track.name);
    boolean never =
        new EveryState(draft.get(), track.name)
            .never(
                (state, decided) ->
                    (decided.reason() == Reason.MOVED || decided.reason() == Reason.WON)
                        && state.base().isPresent()
                        && (enters ? decided.to() : state.base())
                            .filter(l -> l.name().equals(label.name))
                            .isPresent()
                        && !decided.to().equals(state.base())
                        && !lists(label, track, decided.to().map(l -> l.name()).orElse("")));
    return noEffect(without, draft.get(), track.name)
        .or(
            () ->
                seen(
                    Kind.NEVER,
                    never,
                    "no move of " + track.name + " meets what " + label.name + " asks of itself"));
  }

  private static boolean lists(LabelDraft label, TrackDraft track, String name) {
    return Stream.of(label.entry, label.exit)
        .flatMap(asked -> Optional.ofNullable(asked.get(track.name)).stream())
        .anyMatch(asked -> asked.contains(name));
  }

  /** Who meets it is refused all the same, because of a rule of the same move. */
  private static Optional<Seen> undone(Supplier<Draft> draft, TrackDraft track, LabelDraft label) {
    for (RuleDraft rule : draft.get().rules) {
      List<String> wanted = label.entry.get(rule.driven());
      if (wanted == null || !rule.when().equals(track.name)) {
        continue;
      }
      Draft without = changed(draft, d -> d.rules.clear());
      for (String met : wanted) {
        for (LabelDraft before : track.labels) {
          Map<String, String> agreed = Map.of(track.name, before.name, rule.driven(), met);
          for (Side by : track.fields.keySet()) {
            boolean refused = !enters(draft.get(), agreed, track, by, label);
            if (before != label && refused && enters(without, agreed, track, by, label)) {
              return seen(
                  Kind.NEVER, true, "from " + agreed + " the criterion is met, and nobody enters");
            }
          }
        }
      }
    }
    return Optional.empty();
  }

  private static boolean enters(
      Draft draft, Map<String, String> agreed, TrackDraft track, Side by, LabelDraft label) {
    Walk walk = new Walk(draft, agreed).edit(track.name, by, label.name);
    walk.sync(LONG);
    return walk.stands(track.name, label.name);
  }
}
