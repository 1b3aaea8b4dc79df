package io.stagesync.state;

import io.stagesync.vocabulary.RecordId;
import io.stagesync.vocabulary.Side;

/**
 * The two records of one person.
 *
 * @param matchedBy how they were found: {@code id}, {@code email}
 */
public record Pair(PairId id, RecordId lead, RecordId contact, String matchedBy) {
  /** Its record on a side. */
  public RecordId on(Side side) {
    return side == Side.SALESFORCE ? lead : contact;
  }
}
