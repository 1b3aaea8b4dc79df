package io.stagesync.reconcile;

import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.Side;
import java.util.Optional;

/**
 * A track with a field on one side only; an org without a Lead Stage has one.
 *
 * <p>There is nobody to disagree with, so whatever it shows is agreed, a blank too: nothing is
 * filled, refilled or refused. Its base is kept all the same, since rules drive it and are driven
 * by it, and an entry is a change of the base's label.
 */
final class LoneSide {
  private LoneSide() {}

  static Verdict decide(TrackCase c) {
    Side side = c.salesforce().bound() ? Side.SALESFORCE : Side.HUBSPOT;
    Optional<Label> label = c.label(side);
    String name = side.displayName();
    return label
        .map(
            l ->
                Verdict.agreed(
                    Reason.AGREED,
                    label,
                    name
                        + " shows "
                        + Sentences.shown(c, side)
                        + ", "
                        + l
                        + "; the other side has no such field."))
        .orElseGet(
            () ->
                Verdict.agreed(
                    Reason.BOTH_BLANK,
                    Optional.empty(),
                    name + " is blank; the other side has no such field."));
  }
}
