package io.stagesync.reconcile;

import io.stagesync.vocabulary.Side;
import java.util.Optional;

/**
 * A converted lead's tracks that no opportunity speaks for.
 *
 * <p>They hand over once: what Salesforce said last, in the moment of conversion, reaches HubSpot
 * by the ordinary table, whose writes to Salesforce are refused by {@link Acceptance}. From then on
 * they rest. The base's evidence is the mark of it, since only an agreement after the conversion
 * carries one.
 */
final class ConvertedRest {
  private ConvertedRest() {}

  /** Why the track rests; empty: it may still hand over. */
  static Optional<Verdict> decide(TrackCase c) {
    boolean handedOver = c.base().flatMap(Base::evidence).isPresent();
    boolean silent = c.base().isPresent() && c.unmoved(Side.SALESFORCE);
    boolean nothingToSay = c.base().isEmpty() && c.salesforce().blank();
    if (!handedOver && !silent && !nothingToSay) {
      return Optional.empty();
    }
    return Optional.of(
        Verdict.stop(
            Reason.CONVERTED_READ_ONLY,
            Sentences.differ(c)
                + " The lead is converted, so it is not written, and HubSpot's value is left"
                + " alone.",
            "Nothing needs to be done. To have HubSpot say what the lead says, set it there by hand."));
  }
}
