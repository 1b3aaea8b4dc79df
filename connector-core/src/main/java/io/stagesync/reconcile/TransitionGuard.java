package io.stagesync.reconcile;

import io.stagesync.vocabulary.Label;
import java.util.Optional;

/**
 * Guard 4: a rank falls only along a declared way.
 *
 * <p>Two moves are judged, and both are needed. The person's, from the base to the label, is what
 * somebody decided; the record's, from what the target shows now to the label, is what the write
 * would do. After a conflict the two differ: Salesforce may have gone forward from mql to sal while
 * HubSpot went to sql, and then Salesforce's win would take HubSpot backward though nobody went
 * back.
 */
final class TransitionGuard {
  private TransitionGuard() {}

  /** Why a move is not made: it goes back, or it leaves out a label on its way forward. */
  record Refusal(Reason reason, String why) {}

  static Optional<Verdict> refuses(TrackCase c, Candidate push) {
    if (push.label().isEmpty()) {
      return Optional.empty();
    }
    Label to = push.label().get();
    Optional<Label> record = c.label(push.target());
    Optional<Refusal> refusal = refusal(c, c.baseLabel(), to);
    if (refusal.isEmpty() && record.isPresent()) {
      refusal = c.base().isEmpty() ? refusal(c, record, to) : backward(c, record.get(), to);
    }
    return refusal.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Verdict.stop(
                refusal.get().reason(),
                Sentences.moved(c, push) + " " + refusal.get().why(),
                Sentences.sameEditOr(c, push)));
  }

  /** Why a person may not make this move; empty: they may. */
  static Optional<Refusal> refusal(TrackCase c, Optional<Label> from, Label to) {
    if (from.isEmpty()) {
      return Optional.empty();
    }
    Optional<Refusal> backward = backward(c, from.get(), to);
    return backward.isPresent() ? backward : skipping(c, from.get(), to);
  }

  private static Optional<Refusal> backward(TrackCase c, Label from, Label to) {
    boolean refused = c.track().backward(from, to) && c.track().waysBack(from, to).isEmpty();
    return refused
        ? Optional.of(
            new Refusal(
                Reason.BACKWARD,
                "From "
                    + from
                    + " to "
                    + to
                    + " is backward, and "
                    + c.mapping().fileName()
                    + " declares no such way."))
        : Optional.empty();
  }

  /** Where the file forbids skips, no label may lie between the two, but for who enters again. */
  private static Optional<Refusal> skipping(TrackCase c, Label from, Label to) {
    if (c.track().skipsForward() || c.track().nextCycle(from, to)) {
      return Optional.empty();
    }
    return c.track().labels().stream()
        .map(l -> l.label())
        .filter(between -> c.track().backward(between, from) && c.track().backward(to, between))
        .findFirst()
        .map(
            between ->
                new Refusal(
                    Reason.SKIPS_FORWARD,
                    "From "
                        + from
                        + " to "
                        + to
                        + " leaves out "
                        + between
                        + ", which "
                        + c.mapping().fileName()
                        + " does not allow."));
  }
}
