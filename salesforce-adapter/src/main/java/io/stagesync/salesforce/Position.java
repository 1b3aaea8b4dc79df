package io.stagesync.salesforce;

import com.sforce.soap.partner.sobject.SObject;
import io.stagesync.port.CrmException;
import io.stagesync.port.Cursor;
import io.stagesync.vocabulary.Side;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/**
 * A position in a feed: the newest stamp seen, by Salesforce's clock. A change may be committed ten
 * minutes after the stamp that it carries, so that each read goes back a quarter of an hour.
 *
 * @param stamp the newest stamp seen
 * @param serial tells positions with the same stamp apart
 */
record Position(Instant stamp, long serial) {
  private static final Duration OVERLAP = Duration.ofMinutes(15);

  /**
   * Reads a cursor of ours.
   *
   * @throws CrmException for one that is not ours
   */
  static Position of(Cursor cursor) {
    try {
      var parts = cursor.text().split("#", -1);
      return new Position(Instant.parse(parts[0]), parts.length > 1 ? Long.parseLong(parts[1]) : 0);
    } catch (DateTimeParseException | NumberFormatException e) {
      throw new CrmException(
          Side.SALESFORCE,
          CrmException.Kind.MISFIT,
          "",
          "the position \"" + cursor.text() + "\" is none of Salesforce's feeds. Run a full sweep.",
          Optional.empty(),
          e);
    }
  }

  /** From when on to read. */
  Instant from() {
    return stamp.minus(OVERLAP);
  }

  /** This or a later stamp. */
  Position seen(Instant other) {
    return other.isAfter(stamp) ? new Position(other, serial) : this;
  }

  /** The same place under another name. */
  Position next() {
    return new Position(stamp, serial + 1);
  }

  Cursor cursor() {
    return new Cursor(serial == 0 ? stamp.toString() : stamp + "#" + serial);
  }

  /** Follows the newest stamp while pages come in. */
  static final class Newest {
    private Position position;

    Newest(Position start) {
      this.position = start;
    }

    void see(List<SObject> rows) {
      rows.forEach(row -> position = position.seen(LeadRows.stamp(row)));
    }

    Cursor cursor() {
      return position.cursor();
    }
  }
}
