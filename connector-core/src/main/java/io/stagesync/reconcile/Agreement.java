package io.stagesync.reconcile;

import io.stagesync.vocabulary.Label;
import java.util.Optional;

/**
 * Two sides agree when there is a label that both can mean.
 *
 * <p>This is what lets a coarser side live beside a finer one. HubSpot's mql stands for mql and
 * sal; Salesforce says sal; both can mean sal, so they agree and the finer word stays. Comparing
 * one label of each side instead would call it a difference, write, read back, and write again.
 *
 * <p>The base's label comes first, so that a value with two meanings keeps the one that it was
 * given: a label that is written is the one that is read back.
 */
final class Agreement {
  private Agreement() {}

  static Optional<Verdict> of(TrackCase c) {
    if (c.salesforce().blank() && c.hubspot().blank()) {
      return Optional.of(
          Verdict.agreed(Reason.BOTH_BLANK, Optional.empty(), "Both sides are blank."));
    }
    Optional<Label> common = c.common();
    return common.isPresent()
        ? Optional.of(Verdict.agreed(Reason.AGREED, common, Sentences.agreed(c, common.get())))
        : Optional.empty();
  }
}
