package io.stagesync.reconcile;

import io.stagesync.vocabulary.Side;
import java.util.Optional;

/**
 * A person's choice of a winner.
 *
 * <p>It is bound to the two raw values that it was made on: whoever chose looked at these, and if
 * one of them is another by now, nobody has chosen anything about it. It overrules the table and
 * every hold that comes from judging people; it does not overrule what a side can take.
 */
final class Choice {
  private Choice() {}

  /** The side that a person chose for exactly what both sides show now. */
  static Optional<Side> winner(TrackCase c) {
    Optional<Memory.Choice> chosen = c.view().memory().choice();
    boolean stands =
        chosen.isPresent()
            && chosen.get().salesforce().equals(c.salesforce().raw())
            && chosen.get().hubspot().equals(c.hubspot().raw());
    return stands ? chosen.map(Memory.Choice::winner) : Optional.empty();
  }

  static Optional<Verdict> decide(TrackCase c) {
    Optional<Side> side = winner(c);
    return side.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Guards.judge(c, new Candidate(Reason.CHOSEN, side.get(), c.label(side.get()), "")));
  }
}
