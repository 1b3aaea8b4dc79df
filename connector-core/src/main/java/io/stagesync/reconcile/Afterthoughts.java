package io.stagesync.reconcile;

import io.stagesync.vocabulary.FieldCatalog;
import io.stagesync.vocabulary.Side;
import java.util.Optional;

/**
 * Four reasons not to write yet what the table and the guards want written: a blank that may be the
 * middle of somebody's clear-then-set, a mapping that changed under unchanged data, a target that
 * kept its value when the same was tried before, and a field that goes back and forth.
 *
 * <p>They come last because they are about writing. What is agreed, or held anyway, says so.
 */
final class Afterthoughts {
  private Afterthoughts() {}

  static Verdict on(TrackCase c, Verdict verdict) {
    if (verdict.reason() == Reason.CHOSEN) {
      // Who chose has seen the blank and knows the mapping.
      return refused(c) ? refusal(c, verdict) : verdict;
    }
    boolean acts = verdict.pushed() || dropsTheBase(c, verdict);
    if (acts && BlankSettling.settles(c)) {
      return BlankSettling.verdict(c);
    }
    if (MappingChange.forbids(c, verdict)) {
      return MappingChange.verdict(c, verdict);
    }
    return verdict.pushed() && refused(c) ? refusal(c, verdict) : BounceGuard.on(c, verdict);
  }

  /** A lone blank drops the base, and with it the label that rules last ran for. */
  private static boolean dropsTheBase(TrackCase c, Verdict verdict) {
    return verdict.reason() == Reason.BOTH_BLANK && !c.salesforce().bound();
  }

  /** Whether the target kept its value when it was tried with exactly these values and order. */
  static boolean refused(TrackCase c) {
    Optional<Memory.Seen> refused = c.view().memory().refused();
    return refused.isPresent() && refused.get().equals(seen(c));
  }

  static Memory.Seen seen(TrackCase c) {
    return Memory.Seen.of(c.track(), c.catalogs(), c.view());
  }

  static Verdict refusal(TrackCase c, Verdict verdict) {
    boolean ordered = c.field(Side.HUBSPOT).filter(FieldCatalog::forwardOnly).isPresent();
    return Verdict.stop(
        Reason.REFUSED_BY_TARGET,
        verdict.why() + " It was sent, and the target kept its value.",
        "Change either side"
            + (ordered ? ", or the order of HubSpot's options" : "")
            + "; until then it is not tried again.");
  }
}
