package io.stagesync.reconcile;

import io.stagesync.mapping.LabelMapping;
import io.stagesync.vocabulary.Side;
import java.util.Optional;

/**
 * HubSpot alone never brings an open lead to a label that comes from an opportunity: a lead that
 * says "Customer" without an opportunity is a number in a forecast that nobody can trace. Somebody
 * converts the lead, and the opportunity says it.
 */
final class OpportunityGuard {
  private OpportunityGuard() {}

  static Optional<Verdict> refuses(TrackCase c, Candidate push) {
    boolean needs =
        push.hubspotAlone()
            && push.target() == Side.SALESFORCE
            && push.label()
                .flatMap(c.track()::label)
                .filter(LabelMapping::fromOpportunity)
                .isPresent();
    return needs
        ? Optional.of(
            Verdict.stop(
                Reason.NEEDS_OPPORTUNITY,
                Sentences.moved(c, push)
                    + " A lead comes there by its opportunity only, never by HubSpot alone.",
                "Convert the lead in Salesforce with its opportunity, or set HubSpot back. "
                    + Sentences.SET_BOTH))
        : Optional.empty();
  }
}
