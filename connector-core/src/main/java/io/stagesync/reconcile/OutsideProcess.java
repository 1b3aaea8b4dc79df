package io.stagesync.reconcile;

import io.stagesync.reconcile.PairDecision.Finding;
import io.stagesync.vocabulary.Side;
import java.util.Optional;

/**
 * A stored value that the record's type does not offer. Salesforce keeps such values when a type or
 * a process changes. It is reported and not rewritten: the sides agree, and nobody asked.
 */
final class OutsideProcess {
  private OutsideProcess() {}

  static Optional<Finding> find(TrackCase c) {
    Side side = Side.SALESFORCE;
    if (c.pair().recordType().isEmpty()) {
      return Optional.empty();
    }
    return c.on(side)
        .raw()
        .filter(
            raw ->
                c.field(side)
                    .flatMap(f -> Acceptance.offered(c, f))
                    .filter(offered -> !offered.contains(raw))
                    .isPresent())
        .map(
            raw ->
                new Finding(
                    Finding.Code.VALUE_OUTSIDE_PROCESS,
                    c.track().track(),
                    "Salesforce shows "
                        + Sentences.quoted(raw)
                        + ", which record type "
                        + c.pair().recordType().map(Object::toString).orElse("")
                        + " does not offer. It is left as it is."));
  }
}
