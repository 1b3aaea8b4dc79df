package io.stagesync.reconcile;

import io.stagesync.mapping.Clears;
import io.stagesync.mapping.FirstSync;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.Side;
import java.util.Optional;

/**
 * The six cases.
 *
 * <p>What is known when a case is looked at: both sides are readable, mapped, not ignored, in
 * scope; there is no label that both can mean; they are not both blank. So at least one side has a
 * label, and each side that has none is blank.
 */
final class DecisionTable {
  private DecisionTable() {}

  static Verdict decide(TrackCase c) {
    Optional<Label> salesforce = c.label(Side.SALESFORCE);
    Optional<Label> hubspot = c.label(Side.HUBSPOT);
    if (salesforce.isEmpty() || hubspot.isEmpty()) {
      Side blank = salesforce.isEmpty() ? Side.SALESFORCE : Side.HUBSPOT;
      return c.base().isEmpty() ? fill(c, blank) : cleared(c, blank);
    }
    if (c.base().isEmpty()) {
      return firstSight(c, salesforce.get(), hubspot.get());
    }
    // Both unmoved is impossible: both could then mean the base, which is agreement.
    if (c.unmoved(Side.SALESFORCE)) {
      return Guards.judge(c, new Candidate(Reason.MOVED, Side.HUBSPOT, hubspot, ""));
    }
    if (c.unmoved(Side.HUBSPOT)) {
      return Guards.judge(c, new Candidate(Reason.MOVED, Side.SALESFORCE, salesforce, ""));
    }
    return conflict(
        c,
        ConflictRules.rule(c, c.track().conflict(), salesforce.get(), hubspot.get()),
        Reason.WON);
  }

  /**
   * Case 5. No first-sync rule is asked, not even report-only: a blank contradicts nobody. It is
   * also the way on from {@code BOTH_BLANK}, which keeps no base.
   */
  private static Verdict fill(TrackCase c, Side blank) {
    Side source = blank.other();
    return Guards.judge(c, new Candidate(Reason.FILLED, source, c.label(source), ""));
  }

  /** Case 6: a blank never wins over a move of the other side. */
  private static Verdict cleared(TrackCase c, Side blank) {
    Side other = blank.other();
    if (!c.unmoved(other)) {
      return Guards.judge(c, new Candidate(Reason.MOVED, other, c.label(other), ""));
    }
    return c.track().clears() == Clears.PROPAGATE
        ? Guards.judge(c, new Candidate(Reason.CLEARED, blank, Optional.empty(), ""))
        : Guards.judge(c, new Candidate(Reason.REFILLED, other, c.baseLabel(), ""));
  }

  /**
   * Case 4. {@code report-only} holds in one-way tracks, too: who says it wants to look before
   * anything is aligned, and only an agreement or a person ends that.
   */
  private static Verdict firstSight(TrackCase c, Label salesforce, Label hubspot) {
    if (c.track().firstSync() == FirstSync.REPORT_ONLY) {
      return Verdict.stop(
          Reason.REPORT_ONLY,
          Sentences.differ(c) + " They are seen together for the first time.",
          Sentences.AGREE_OR_SET_BOTH);
    }
    var rule = c.track().firstSync().asConflictRule().orElseThrow();
    return conflict(c, ConflictRules.rule(c, rule, salesforce, hubspot), Reason.FIRST_SIGHT);
  }

  private static Verdict conflict(TrackCase c, ConflictRules.Ruling ruling, Reason won) {
    if (ruling.winner().isPresent()) {
      Side side = ruling.winner().get();
      return Guards.judge(c, new Candidate(won, side, c.label(side), ruling.words()));
    }
    return Verdict.stop(
            ruling.reason(),
            Sentences.differ(c) + " " + ruling.words(),
            Sentences.AGREE_OR_SET_BOTH)
        .wantingHistory(ruling.wantsHistory());
  }
}
