package io.stagesync.mapping;

import io.stagesync.vocabulary.Side;

/** Which sides a track writes. */
public enum Direction {
  TWO_WAY,
  /** Salesforce leads; only HubSpot is written. */
  TO_HUBSPOT,
  /** HubSpot leads; only Salesforce is written. */
  TO_SALESFORCE;

  /** Whether a side may be written. */
  public boolean writes(Side side) {
    return switch (this) {
      case TWO_WAY -> true;
      case TO_HUBSPOT -> side == Side.HUBSPOT;
      case TO_SALESFORCE -> side == Side.SALESFORCE;
    };
  }
}
