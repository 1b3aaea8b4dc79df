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
 *     stop has one where both sides agree and something else about it waits for a person
 * @param values what sides are to show; an empty value clears. Empty unless something is pushed
 * @param bounce what goes back and forth, for {@code BOUNCING} alone
 */
record Verdict(
    Reason reason,
    Optional<Label> label,
    Map<Side, Optional<RawValue>> values,
    String why,
    String release,
    boolean wantsHistory,
    Optional<OwnWrites.Bounce> bounce) {
  Verdict {
    values = Map.copyOf(values);
  }

  Verdict(
      Reason reason,
      Optional<Label> label,
      Map<Side, Optional<RawValue>> values,
      String why,
      String release,
      boolean wantsHistory) {
    this(reason, label, values, why, release, wantsHistory, Optional.empty());
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
    return new Verdict(reason, label, values, why, release, wanted, bounce);
  }

  Verdict bouncing(OwnWrites.Bounce now) {
    return new Verdict(reason, label, values, why, release, wantsHistory, Optional.of(now));
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

  /** The same stop while both sides agree on a label, or on nothing. */
  Verdict agreeingOn(Optional<Label> agreed) {
    return new Verdict(reason, agreed, Map.of(), why, release, wantsHistory, bounce);
  }

  /** Whether both sides mean the same, be it that something else is to be looked at. */
  boolean agrees() {
    return agreed() || (!pushed() && label.isPresent()) || reason == Reason.REWORDED;
  }
}
