package io.stagesync.reconcile;

import io.stagesync.reconcile.OwnWrites.Bounce;
import io.stagesync.vocabulary.FieldCatalog;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.Side;
import java.util.Optional;
import java.util.Set;

/**
 * Guard 8: the third write of one label to one field within 24 hours is not made.
 *
 * <p>A flow in a CRM may set a field back each time that we write it. Both are right by themselves,
 * and together they would go on for ever, each write with its mails and tasks. So after two writes
 * the track of this pair is left alone on both sides, whatever it would write by then, until both
 * sides agree or a person releases it. To wait for the day to pass would only begin anew.
 *
 * <p>A person's choice is not asked: who chose knows what stands there. Nor is what our own open
 * clear emptied, which is filled in any case.
 */
final class BounceGuard {
  private BounceGuard() {}

  static Verdict on(TrackCase c, Verdict verdict) {
    boolean asked =
        verdict.pushed()
            && verdict.reason() != Reason.CHOSEN
            && verdict.reason() != Reason.RESTORED;
    return asked
        ? of(c, verdict.label(), verdict.values().keySet())
            .map(bounce -> hold(c, bounce))
            .orElse(verdict)
        : verdict;
  }

  /** What stands in the way of writing a label to some sides; empty: nothing does. */
  static Optional<Bounce> of(TrackCase c, Optional<Label> label, Set<Side> sides) {
    OwnWrites own = c.view().memory().own();
    if (own.bouncing().isPresent() || own.lately().isEmpty()) {
      return own.bouncing();
    }
    return Side.BOTH.stream()
        .filter(sides::contains)
        .map(side -> new Bounce(side, label))
        .filter(own::exhausted)
        .findFirst();
  }

  /** What goes back and forth, in words. */
  static String words(TrackCase c, Bounce bounce) {
    Side side = bounce.side();
    String label = bounce.label().map(Label::name).orElse("a blank");
    String twice = label + ", which StageSync wrote twice within 24 hours";
    boolean shown = bounce.label().filter(c.on(side)::canMean).isPresent();
    String author = c.mapping().hands().said(side, c.view().on(side).author());
    return Sentences.field(c, side)
        + " goes back and forth"
        + (shown
            ? ": it came back each time to something else than " + twice + "."
            : " between "
                + twice
                + ", and "
                + Sentences.said(c, side)
                + (author.isBlank() ? "." : ", set by " + author + "."));
  }

  private static Verdict hold(TrackCase c, Bounce bounce) {
    Side side = bounce.side();
    boolean more =
        c.field(side).filter(FieldCatalog::keepsHistory).isPresent()
            && c.view().on(side).changed().filter(ChangeWindow::exact).isEmpty();
    return Verdict.stop(
            Reason.BOUNCING,
            words(c, bounce) + " A third time it is not written.",
            "Find out what sets "
                + Sentences.field(c, side)
                + ", and stop it or change "
                + c.mapping().fileName()
                + ". Then set both sides to what is right, or let StageSync write again with"
                + " `stagesync release`.")
        .bouncing(bounce)
        .wantingHistory(more);
  }

  /** What is to be remembered of it. */
  static OwnWrites after(TrackCase c, Verdict decided, Verdict verdict) {
    OwnWrites own = c.view().memory().own();
    return own.bouncing(verdict.agreed() ? Optional.empty() : decided.bounce().or(own::bouncing));
  }
}
