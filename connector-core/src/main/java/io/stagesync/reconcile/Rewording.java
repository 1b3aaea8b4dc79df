package io.stagesync.reconcile;

import io.stagesync.mapping.Changes;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.Side;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Records that hold a word that became another one.
 *
 * <p>The old word is still read, so nothing is wrong with them and nothing waits for them: the
 * agreement stands, with its base and its rules. Only the word is old. That it is written anew is
 * the mapping's wish and nobody's edit, so a person approves it once. It is the one write to a side
 * that can mean the label, and it ends by what it writes: the new word has no successor.
 */
final class Rewording {
  private Rewording() {}

  static Verdict on(TrackCase c, Verdict verdict) {
    boolean noWordChanged = c.track().changes().words().isEmpty();
    if (noWordChanged || !verdict.agreed() || verdict.label().isEmpty()) {
      return verdict;
    }
    Map<Side, Optional<RawValue>> values = new EnumMap<>(Side.class);
    for (Side side : Side.BOTH) {
      c.on(side)
          .raw()
          .flatMap(c.table(side)::replacement)
          .filter(word -> isWritten(c, side, word))
          .ifPresent(word -> values.put(side, Optional.of(word)));
    }
    if (values.isEmpty()) {
      return verdict;
    }
    Verdict push =
        Verdict.push(
            Reason.REWORDED, verdict.label(), values, verdict.why() + " " + told(c, values));
    Verdict judged =
        Afterthoughts.refused(c) ? Afterthoughts.refusal(c, push) : BounceGuard.on(c, push);
    if (judged.pushed() && !MappingChange.approved(c)) {
      judged =
          Verdict.stop(
              Reason.MAPPING_CHANGED,
              push.why(),
              "Look at the plan of the changed mapping and approve it, or set the new word.");
    }
    return judged.pushed() ? judged : judged.agreeingOn(verdict.label());
  }

  /** Whether a side is given the new word. A converted status is never written. */
  private static boolean isWritten(TrackCase c, Side side, RawValue word) {
    return c.track().direction().writes(side)
        && !c.table(side).convertedStatus(word)
        && Acceptance.takesNow(c, side, word);
  }

  private static String told(TrackCase c, Map<Side, Optional<RawValue>> values) {
    return values.keySet().stream()
        .flatMap(side -> c.on(side).raw().flatMap(r -> c.track().changes().of(side, r)).stream())
        .map(change -> told(c, change))
        .collect(Collectors.joining(" "));
  }

  private static String told(TrackCase c, Changes.OfWord change) {
    return "In "
        + change.side().displayName()
        + " "
        + Sentences.quoted(change.was())
        + " became "
        + Sentences.quoted(change.now())
        + " ("
        + Sentences.at(c, change.line())
        + (change.because().isBlank() ? "" : ": " + change.because())
        + ").";
  }
}
