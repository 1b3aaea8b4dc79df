package io.stagesync.reconcile;

import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.Side;
import java.util.EnumMap;
import java.util.Optional;

/**
 * The blank between our clear and our set.
 *
 * <p>HubSpot's stage moves backward only by a clear and a set, two requests. Whatever happens
 * between them (a crash, an edit in Salesforce, a change of mind), the blank is ours: it must never
 * be taken for a person's, never reach Salesforce, never stay. So while it is open the field is
 * read as the value before the clear, the pair is decided as if nothing had been sent, and the
 * field is set in any case: to the label decided on, or back.
 */
final class OurClear {
  private OurClear() {}

  /** Whether HubSpot's blank is our own. */
  static boolean isOpen(TrackView view) {
    return view.memory().openClear().isPresent() && view.hubspot().kind() == Observation.Kind.BLANK;
  }

  /**
   * What a side is to be read as. When it came to show that is what the view says, if anything: the
   * field's last change was our clear, which is no evidence of who changed last, and no view may
   * give its time.
   */
  static Observation effective(TrackView view, Side side) {
    return side == Side.HUBSPOT && isOpen(view)
        ? new Observation(
            Observation.Kind.VALUE,
            view.memory().openClear(),
            view.hubspot().changed(),
            view.hubspot().author())
        : view.on(side);
  }

  /**
   * Whether the clear is over: the field shows a value. Be it the one that we set or a person's, it
   * is what the field says now, and the next decision takes it as it is.
   */
  static boolean isOver(TrackView view) {
    return view.memory().openClear().isPresent() && view.hubspot().kind() == Observation.Kind.VALUE;
  }

  /** The write that ends it where the decision itself writes nothing there. */
  static Optional<Verdict> restore(TrackCase c, Verdict decided) {
    if (!c.restoring() || decided.values().containsKey(Side.HUBSPOT)) {
      return Optional.empty();
    }
    var values = new EnumMap<Side, Optional<RawValue>>(Side.class);
    values.putAll(decided.values());
    values.put(Side.HUBSPOT, c.hubspot().raw());
    return Optional.of(
        new Verdict(
            decided.pushed() ? decided.reason() : Reason.RESTORED,
            decided.pushed() || decided.agreed() ? decided.label() : Optional.empty(),
            values,
            Sentences.restored(c, decided),
            "",
            decided.wantsHistory()));
  }
}
