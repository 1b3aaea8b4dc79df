package io.stagesync.reconcile;

import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.Side;
import java.util.Map;
import java.util.Optional;

/**
 * What one track comes to, before it is written down as a {@link TrackDecision}.
 *
 * @param label the label that is, or will be, agreed on; empty for a hold, a skip, and a clear. A
 *     conflict has one where both sides agree and rules want them in different places
 * @param values what sides are to show; an empty value clears. Empty unless something is pushed
 */
record Verdict(
    Reason reason,
    Optional<Label> label,
    Map<Side, Optional<RawValue>> values,
    String why,
    String release,
    boolean wantsHistory) {
  Verdict {
    values = Map.copyOf(values);
  }

  static Verdict agreed(Reason reason, Optional<Label> label, String why) {
    return new Verdict(reason, label, Map.of(), why, "", false);
  }

  static Verdict stop(Reason reason, String why, String release) {
    return new Verdict(reason, Optional.empty(), Map.of(), why, release, false);
  }

  static Verdict push(
      Reason reason, Optional<Label> label, Map<Side, Optional<RawValue>> values, String why) {
    return new Verdict(reason, label, values, why, "", false);
  }

  Verdict wantingHistory(boolean wanted) {
    return new Verdict(reason, label, values, why, release, wanted);
  }

  boolean is(Outcome outcome) {
    return reason.outcome() == outcome;
  }

  boolean pushed() {
    return is(Outcome.PUSHED);
  }

  boolean agreed() {
    return is(Outcome.AGREED);
  }

  /** Whether both sides mean the same, be it that rules tear at it. */
  boolean agrees() {
    return agreed() || (is(Outcome.CONFLICT) && label.isPresent());
  }
}
