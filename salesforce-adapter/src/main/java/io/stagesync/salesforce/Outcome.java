package io.stagesync.salesforce;

import com.sforce.ws.bind.XmlObject;
import io.stagesync.vocabulary.Evidence;
import io.stagesync.vocabulary.RecordId;
import java.time.Instant;
import java.util.Optional;

/**
 * What one or several opportunities say about a person.
 *
 * @param opportunity the one that speaks
 * @param stamp the newest stamp among them; the epoch where there is none
 */
record Outcome(Evidence evidence, Optional<RecordId> opportunity, Instant stamp) {
  /** No opportunity at all. */
  static final Outcome NOTHING = new Outcome(Evidence.NONE, Optional.empty(), Instant.EPOCH);

  /** An opportunity that is hidden from our user, or deleted. */
  static Outcome unreadable(Optional<RecordId> opportunity) {
    return new Outcome(Evidence.UNREADABLE, opportunity, Instant.EPOCH);
  }

  /** An opportunity by its own flags, since the names of its stages are each org's own. */
  static Outcome of(RecordId id, XmlObject opportunity) {
    if (opportunity.getField("IsWon") == null || opportunity.getField("IsClosed") == null) {
      return unreadable(Optional.of(id));
    }
    var evidence =
        is(opportunity, "IsWon")
            ? Evidence.WON
            : is(opportunity, "IsClosed") ? Evidence.LOST : Evidence.OPEN;
    var stamp = opportunity.getField("SystemModstamp");
    return new Outcome(
        evidence, Optional.of(id), stamp == null ? Instant.EPOCH : LeadRows.time(stamp.toString()));
  }

  /**
   * Both together: a won one speaks whatever the other is, since nothing is further; else one that
   * is unreadable leaves it open; else the furthest speaks.
   */
  Outcome and(Outcome other) {
    var newest = stamp.isAfter(other.stamp) ? stamp : other.stamp;
    var speaks = weight(other.evidence) > weight(evidence) ? other : this;
    return new Outcome(speaks.evidence, speaks.opportunity, newest);
  }

  private static int weight(Evidence evidence) {
    return switch (evidence) {
      case WON -> 6;
      case UNREADABLE -> 5;
      case EXISTING_CUSTOMER_ACCOUNT -> 4;
      case OPEN -> 3;
      case LOST -> 2;
      case NONE -> 1;
    };
  }

  private static boolean is(XmlObject opportunity, String flag) {
    return Boolean.parseBoolean(String.valueOf(opportunity.getField(flag)));
  }
}
