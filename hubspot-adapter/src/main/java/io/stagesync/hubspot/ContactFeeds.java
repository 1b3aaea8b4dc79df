package io.stagesync.hubspot;

import io.stagesync.hubspot.client.model.Contact;
import io.stagesync.port.CallCount.Purpose;
import io.stagesync.port.CrmRecord;
import io.stagesync.port.Cursor;
import io.stagesync.port.Feed;
import io.stagesync.vocabulary.RecordId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads what changed, twice: at once, from the index as far as it has come; and again an hour
 * later, for what the index showed too late.
 *
 * <p>All times are the account's own, learned from its answers.
 */
final class ContactFeeds {
  static final Feed NOW = new Feed("contacts");
  static final Feed TRAILING = new Feed("contacts-trailing");

  /** How late the index may be before only the second pass, or the sweep, finds a change. */
  private static final Duration OVERLAP = Duration.ofMinutes(5);

  private static final Duration TRAIL = Duration.ofHours(1);
  private static final Duration TRAIL_EVERY = Duration.ofMinutes(15);

  private final HubSpotCalls calls;
  private final ContactShape shape;
  private final StampScan scan;
  private Handed handed = new Handed();
  private String handedUpTo = "";
  private long serial;
  private Optional<Extent> extent = Optional.empty();

  ContactFeeds(HubSpotCalls calls, ContactShape shape) {
    this.calls = calls;
    this.shape = shape;
    this.scan = new StampScan(calls, shape.asked());
  }

  /**
   * How many contacts there are, as far as the index knows.
   *
   * @param highest the id of the newest one; empty where there is none
   */
  record Extent(long contacts, Optional<RecordId> highest) {}

  /** As it was when a feed was last begun anew; empty before. */
  synchronized Optional<Extent> extent() {
    return extent;
  }

  /** The position up to which a feed was read: the account's time, and what tells reads apart. */
  private record Position(long at, long extra) {
    static Position of(Cursor cursor) {
      var parts = cursor.text().split("/", -1);
      try {
        return new Position(Long.parseLong(parts[0]), Long.parseLong(parts[1]));
      } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
        throw new IllegalArgumentException(
            "\"" + cursor.text() + "\" is not a position in HubSpot's contacts", e);
      }
    }

    Cursor cursor() {
      return new Cursor(at + "/" + extra);
    }
  }

  synchronized Cursor changes(Feed feed, Optional<Cursor> since, Consumer<List<CrmRecord>> pages) {
    if (feed.equals(NOW)) {
      return now(since, pages);
    }
    if (feed.equals(TRAILING)) {
      return trailing(since, pages);
    }
    throw new IllegalArgumentException("HubSpot has no feed \"" + feed + "\"");
  }

  private Cursor now(Optional<Cursor> since, Consumer<List<CrmRecord>> pages) {
    if (since.isEmpty()) {
      return keep(theirTimeAsked().toEpochMilli(), new Handed());
    }
    var from = Math.max(1, Position.of(since.get()).at - OVERLAP.toMillis());
    var fresh = since.get().text().equals(handedUpTo) ? new Handed(handed) : new Handed();
    fresh.forgetBefore(from);
    var began = new long[] {Long.MIN_VALUE};
    scan.run(
        from,
        Long.MAX_VALUE,
        theirTime().map(t -> t.plus(OVERLAP).toEpochMilli()).orElse(Long.MAX_VALUE),
        rows -> {
          if (began[0] == Long.MIN_VALUE) {
            began[0] = theirTime().orElseGet(() -> latest(rows, from)).toEpochMilli();
          }
          hand(rows, fresh, pages);
        });
    return keep(Math.max(began[0], Position.of(since.get()).at), fresh);
  }

  private Cursor trailing(Optional<Cursor> since, Consumer<List<CrmRecord>> pages) {
    var time = theirTime().orElseGet(this::theirTimeAsked).toEpochMilli();
    if (since.isEmpty()) {
      return new Position(time, time).cursor();
    }
    var position = Position.of(since.get());
    var to = time - TRAIL.toMillis();
    var due = Math.abs(time - position.extra) >= TRAIL_EVERY.toMillis();
    if (!due || to <= position.at) {
      return due ? new Position(position.at, time).cursor() : since.get();
    }
    var seams = new Handed();
    scan.run(position.at, to, to, rows -> hand(rows, seams, pages));
    return new Position(to + 1, time).cursor();
  }

  private void hand(List<Contact> rows, Handed fresh, Consumer<List<CrmRecord>> pages) {
    var page = new ArrayList<CrmRecord>();
    for (Contact row : rows) {
      var record = shape.record(row);
      if (fresh.isNew(record)) {
        page.add(record);
        page.addAll(shape.mergedAway(row));
      }
    }
    if (!page.isEmpty()) {
      pages.accept(page);
    }
  }

  private Cursor keep(long at, Handed fresh) {
    var cursor = new Position(at, ++serial).cursor();
    handed = fresh;
    handedUpTo = cursor.text();
    return cursor;
  }

  private Optional<Instant> theirTime() {
    return calls.theirTime();
  }

  /**
   * What time it is there, asked for; without an answer's date, the newest contact's stamp. The
   * same answer tells a sweep how many contacts there are.
   */
  private Instant theirTimeAsked() {
    var page = scan.first(ContactShape.ID, "DESCENDING", Purpose.FEED);
    var rows = StampScan.rows(page);
    var total = page.getTotal();
    extent =
        Optional.of(
            new Extent(total == null ? 0 : total, rows.stream().map(ContactShape::id).findFirst()));
    return theirTime().orElseGet(() -> latest(rows, 1));
  }

  private static Instant latest(List<Contact> rows, long otherwise) {
    return rows.stream()
        .map(ContactShape::stamp)
        .max(Instant::compareTo)
        .orElse(Instant.ofEpochMilli(otherwise));
  }
}
