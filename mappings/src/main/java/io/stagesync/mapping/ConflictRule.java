package io.stagesync.mapping;

/** Who wins when both sides moved away from the base. */
public enum ConflictRule {
  SALESFORCE_WINS,
  HUBSPOT_WINS,
  /** The side whose field changed last, by the CRMs' own records; never by our clock. */
  LATEST_WINS,
  /** The side with the higher rank. */
  FURTHEST_WINS,
  /** Nobody, until a person chooses. */
  REVIEW
}
