package io.stagesync.hubspot.simulator;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One contact as the account keeps it. Guarded by its {@link Portal}. */
final class ContactRecord {
  final long id;
  final Instant created;
  Instant modified;
  boolean archived;
  private final Map<String, String> values = new HashMap<>();
  private final Map<String, Deque<HistoryEntry>> history = new HashMap<>();
  private final Map<String, Integer> writes = new HashMap<>();

  ContactRecord(long id, Instant created) {
    this.id = id;
    this.created = created;
    this.modified = created;
    values.put("hs_object_id", Long.toString(id));
    values.put("createdate", Wire.stamp(created));
    values.put("lastmodifieddate", Wire.stamp(created));
  }

  /** What a property shows; blank where it has no value. */
  String value(String property) {
    return values.getOrDefault(property, "");
  }

  /** A copy that later changes do not reach. */
  Map<String, String> snapshot() {
    return Map.copyOf(values);
  }

  Map<String, String> values() {
    return values;
  }

  /** Changes a property, notes it in the history and moves the stamp. */
  void set(String property, String value, Instant now, Actor by) {
    if (value.isEmpty()) {
      values.remove(property);
    } else {
      values.put(property, value);
    }
    history
        .computeIfAbsent(property, p -> new ArrayDeque<>(2))
        .addFirst(new HistoryEntry(value, now, by));
    touch(now);
  }

  /** Moves the stamp as hidden and calculated properties do, without a change that we could see. */
  void touch(Instant now) {
    modified = now;
    values.put("lastmodifieddate", Wire.stamp(now));
  }

  /** Takes over what another record went through, as a merge does. */
  void inherit(ContactRecord other, String property) {
    values.put(property, other.value(property));
    var entries = other.history.get(property);
    if (entries != null) {
      history.put(property, new ArrayDeque<>(entries));
    }
  }

  /** A property's history, newest first. */
  List<HistoryEntry> history(String property) {
    var entries = history.get(property);
    return entries == null ? List.of() : List.copyOf(entries);
  }

  void countWrite(String property) {
    writes.merge(property, 1, Integer::sum);
  }

  int writes(String property) {
    return writes.getOrDefault(property, 0);
  }
}
