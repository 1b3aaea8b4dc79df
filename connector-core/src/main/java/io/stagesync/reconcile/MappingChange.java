package io.stagesync.reconcile;

import io.stagesync.mapping.Fingerprint;
import java.util.Optional;

/**
 * Writes that only a changed mapping asks for.
 *
 * <p>They may be right for every pair or wrong for every pair, and no guard on a single pair can
 * tell. So they make a plan of their own, which a person approves once. A person's choice needs no
 * approval: it was made for this pair.
 */
final class MappingChange {
  private MappingChange() {}

  static boolean forbids(TrackCase c, Verdict verdict) {
    if (verdict.agreed() || approved(c)) {
      return false;
    }
    return c.doubtful() || (unchangedData(c) && verdict.pushed());
  }

  static Verdict verdict(TrackCase c, Verdict would) {
    return Verdict.stop(
        Reason.MAPPING_CHANGED,
        "The mapping has changed since this pair was decided. " + would.why(),
        "Look at the plan of the changed mapping and approve it, or change "
            + c.mapping().fileName()
            + " back.");
  }

  static boolean approved(TrackCase c) {
    return approval(c).isPresent();
  }

  /** The approval, while it is for the mapping of now. */
  static Optional<Fingerprint> approval(TrackCase c) {
    Optional<Fingerprint> approved = c.view().memory().approvedMapping();
    return approved.equals(Optional.of(c.track().fingerprint())) ? approved : Optional.empty();
  }

  /** Whether the mapping has changed since the last decision, and neither raw value has. */
  static boolean unchangedData(TrackCase c) {
    Optional<Memory.Seen> last = c.view().memory().lastDecided();
    return last.isPresent()
        && !last.get().fingerprint().equals(c.track().fingerprint())
        && last.get().salesforce().equals(c.salesforce().raw())
        && last.get().hubspot().equals(c.hubspot().raw());
  }

  /** What the next decision is to take for the last one. */
  static Optional<Memory.Seen> lastDecided(TrackCase c, Verdict verdict) {
    Optional<Memory.Seen> before = c.view().memory().lastDecided();
    boolean nothingDecided =
        switch (verdict.reason()) {
          case UNREADABLE, GONE, BLANK_SETTLES, MAPPING_CHANGED, TRACK_PAUSED -> true;
          default -> false;
        };
    // A hold under the new mapping does not make the new mapping's writes anybody's wish: were it
    // remembered as decided, the hold's release would let them out without approval.
    boolean stillUnapproved = unchangedData(c) && !verdict.agreed() && !approved(c);
    boolean begins = NewLead.label(c).isPresent();
    if (nothingDecided || begins || (stillUnapproved && verdict.reason() != Reason.CHOSEN)) {
      return before;
    }
    return Optional.of(
        new Memory.Seen(c.track().fingerprint(), c.salesforce().raw(), c.hubspot().raw(), ""));
  }
}
