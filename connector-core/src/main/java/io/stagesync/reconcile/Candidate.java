package io.stagesync.reconcile;

import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.Side;
import java.util.Optional;

/**
 * A push that the table proposes and the guards have yet to let pass.
 *
 * @param reason why it is proposed
 * @param source the side whose label is to spread
 * @param label what is to spread; empty: a blank
 * @param rule in words, what made this side the winner; blank where there was nothing to win
 */
record Candidate(Reason reason, Side source, Optional<Label> label, String rule) {

  Side target() {
    return source.other();
  }

  /**
   * Whether owner and transition are asked. They judge what a person did; fills, refills, a
   * person's choice and conversion restore or declare.
   */
  boolean judged() {
    return reason == Reason.MOVED || reason == Reason.WON || reason == Reason.FIRST_SIGHT;
  }

  /** Whether HubSpot says it of its own accord, without a person's choice between the two. */
  boolean hubspotAlone() {
    return source == Side.HUBSPOT && (judged() || reason == Reason.FILLED);
  }

  /** Whether a refusal may be corrected: a refused winner of a conflict is always held. */
  boolean correctable() {
    return reason == Reason.MOVED || reason == Reason.CLEARED;
  }
}
