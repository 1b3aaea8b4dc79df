package io.stagesync.mapping;

import java.util.Optional;

/** Who wins when a pair is seen for the first time and its sides differ. */
public enum FirstSync {
  SALESFORCE_WINS,
  HUBSPOT_WINS,
  LATEST_WINS,
  FURTHEST_WINS,
  REVIEW,
  /** Nobody: the difference is reported until both sides agree once or a person chooses. */
  REPORT_ONLY;

  /** The conflict rule of the same name; empty for {@link #REPORT_ONLY}. */
  public Optional<ConflictRule> asConflictRule() {
    return this == REPORT_ONLY ? Optional.empty() : Optional.of(ConflictRule.valueOf(name()));
  }
}
