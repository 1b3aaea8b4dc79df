package io.stagesync.hubspot.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * What a search sees: copies of the records as they were some time ago. Guarded by its {@link
 * Portal}.
 */
final class SearchIndex {
  /** One record as the index knows it; {@code values} is empty for one that is gone. */
  record Row(long id, long stamp, Map<String, String> values) {}

  private record Waiting(Instant visible, Row row) {}

  private final Map<Long, Row> rows = new HashMap<>();
  private final NavigableSet<Row> byStamp =
      new TreeSet<>(Comparator.comparingLong(Row::stamp).thenComparingLong(Row::id));
  private final NavigableSet<Row> byId = new TreeSet<>(Comparator.comparingLong(Row::id));
  private final Deque<Waiting> waiting = new ArrayDeque<>();
  private Duration lag;

  SearchIndex(Duration lag) {
    this.lag = lag;
  }

  void lag(Duration other) {
    lag = other;
  }

  /** Notes a record's new version; it shows up once the lag has passed. */
  void changed(ContactRecord record, Instant now) {
    waiting.add(
        new Waiting(
            now.plus(lag), new Row(record.id, record.modified.toEpochMilli(), record.snapshot())));
  }

  /** Notes that a record is gone. */
  void gone(ContactRecord record, Instant now) {
    waiting.add(
        new Waiting(now.plus(lag), new Row(record.id, record.modified.toEpochMilli(), Map.of())));
  }

  /** All rows in the order of their stamps, as of now. */
  NavigableSet<Row> byStamp(Instant now) {
    catchUp(now);
    return byStamp;
  }

  /** All rows in the order of their ids, as of now. */
  NavigableSet<Row> byId(Instant now) {
    catchUp(now);
    return byId;
  }

  private void catchUp(Instant now) {
    for (var i = waiting.iterator(); i.hasNext(); ) {
      var next = i.next();
      if (!next.visible.isAfter(now)) {
        i.remove();
        show(next.row);
      }
    }
  }

  private void show(Row row) {
    var old = rows.remove(row.id);
    if (old != null) {
      byStamp.remove(old);
      byId.remove(old);
    }
    if (!row.values.isEmpty()) {
      rows.put(row.id, row);
      byStamp.add(row);
      byId.add(row);
    }
  }
}
