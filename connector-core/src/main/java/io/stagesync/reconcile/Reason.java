package io.stagesync.reconcile;

/** Why a decision is what it is, a closed list; each belongs to one outcome. */
public enum Reason {
  AGREED(Outcome.AGREED),
  BOTH_BLANK(Outcome.AGREED),
  LED_BY_HUBSPOT(Outcome.AGREED),
  MOVED(Outcome.PUSHED),
  WON(Outcome.PUSHED),
  FIRST_SIGHT(Outcome.PUSHED),
  FILLED(Outcome.PUSHED),
  REFILLED(Outcome.PUSHED),
  CLEARED(Outcome.PUSHED),
  CORRECTED(Outcome.PUSHED),
  CONVERTED(Outcome.PUSHED),
  RULE(Outcome.PUSHED),
  SUPPLIED(Outcome.PUSHED),
  RESTORED(Outcome.PUSHED),
  CHOSEN(Outcome.PUSHED),
  REWORDED(Outcome.PUSHED),
  CONFLICT(Outcome.CONFLICT),
  CONFLICT_RECYCLED(Outcome.CONFLICT),
  UNMAPPED_VALUE(Outcome.HELD),
  AMBIGUOUS_MATCH(Outcome.HELD),
  ONE_WAY(Outcome.HELD),
  NOT_OWNER(Outcome.HELD),
  BACKWARD(Outcome.HELD),
  CRITERIA_NOT_MET(Outcome.HELD),
  SKIPS_FORWARD(Outcome.HELD),
  NOT_ACCEPTED_HERE(Outcome.HELD),
  NO_WORD_THERE(Outcome.HELD),
  COMPANION_MISSING(Outcome.HELD),
  NEEDS_OPPORTUNITY(Outcome.HELD),
  CONVERTED_READ_ONLY(Outcome.HELD),
  CONVERTED_DISAGREES(Outcome.HELD),
  CONVERTED_STATUS_ON_OPEN_LEAD(Outcome.HELD),
  CONVERTED_UNEXPECTED(Outcome.HELD),
  BOUNCING(Outcome.HELD),
  MASS_CHANGE(Outcome.HELD),
  MAPPING_CHANGED(Outcome.HELD),
  TRACK_PAUSED(Outcome.HELD),
  REPORT_ONLY(Outcome.HELD),
  UNREADABLE(Outcome.SKIPPED),
  GONE(Outcome.SKIPPED),
  IGNORED_VALUE(Outcome.SKIPPED),
  BLANK_SETTLES(Outcome.SKIPPED),
  BELOW_SYNC_FLOOR(Outcome.SKIPPED),
  OUTSIDE_PILOT(Outcome.SKIPPED),
  NOT_LINKED(Outcome.SKIPPED),
  REFUSED_BY_TARGET(Outcome.REFUSED),
  REJECTED_BY_TARGET(Outcome.FAILED);

  private final Outcome outcome;

  Reason(Outcome outcome) {
    this.outcome = outcome;
  }

  /** The outcome that this reason belongs to. */
  public Outcome outcome() {
    return outcome;
  }

  /**
   * Whether it holds one side's move, for where that leads or who made it. Another label may be
   * written there all the same, if it passes the guards itself.
   */
  public boolean doubtsAMove() {
    return switch (this) {
      case ONE_WAY,
          NOT_OWNER,
          BACKWARD,
          SKIPS_FORWARD,
          NOT_ACCEPTED_HERE,
          NO_WORD_THERE,
          COMPANION_MISSING,
          CRITERIA_NOT_MET,
          NEEDS_OPPORTUNITY,
          CONFLICT,
          REPORT_ONLY ->
          true;
      default -> false;
    };
  }
}
