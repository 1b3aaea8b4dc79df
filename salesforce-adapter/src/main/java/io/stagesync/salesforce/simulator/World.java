package io.stagesync.salesforce.simulator;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Everything that the org stores. Reads share a lock; changes have it alone. */
final class World {
  static final String ORG = "00D000000000001EAA";
  static final String OURSELVES = "005000000000001AAA";

  final InstantSource clock;
  private final Map<String, SimTable> tables = new HashMap<>();
  private final Map<String, RecordVariant> recordTypes = new LinkedHashMap<>();
  private final Map<String, String> users = new HashMap<>();
  private final AtomicLong ids = new AtomicLong(100);
  private final ReadWriteLock lock = new ReentrantReadWriteLock();

  /** A record type of Lead and, for each picklist, the values that it offers. */
  record RecordVariant(String id, String developerName, Map<String, List<String>> offered) {}

  World(InstantSource clock) {
    this.clock = clock;
    Tables.fresh().forEach(t -> tables.put(t.name, t));
  }

  <T> T reading(Supplier<T> work) {
    lock.readLock().lock();
    try {
      return work.get();
    } finally {
      lock.readLock().unlock();
    }
  }

  <T> T changing(Supplier<T> work) {
    lock.writeLock().lock();
    try {
      return work.get();
    } finally {
      lock.writeLock().unlock();
    }
  }

  SimTable table(String name) {
    return Objects.requireNonNull(tables.get(name), name);
  }

  /** A table, as our user sees it. */
  SimTable readable(String name) {
    var table = tables.get(name);
    if (table == null || !table.readable) {
      throw SoapFault.invalidType(name);
    }
    return table;
  }

  Map<String, RecordVariant> recordTypes() {
    return recordTypes;
  }

  SimRow insert(String tableName) {
    var table = table(tableName);
    var row = table.insert(newId(table.prefix));
    for (var field : table.fields.values()) {
      if (field.type.equals("boolean")) {
        row.set(field.name, "false");
      }
    }
    return row;
  }

  /** An id of 18 characters; digits behind the prefix, so that only the prefix has capitals. */
  String newId(String prefix) {
    int bits = 0;
    for (int i = 0; i < prefix.length(); i++) {
      if (Character.isUpperCase(prefix.charAt(i))) {
        bits |= 1 << i;
      }
    }
    return prefix
        + String.format(Locale.ROOT, "%012d", ids.incrementAndGet())
        + "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345".charAt(bits)
        + "AA";
  }

  /** The id of a user by name; the first use makes the user. */
  String user(String name) {
    return users.computeIfAbsent(name, n -> newId("005"));
  }

  SimRow row(String tableName, String id) {
    var row = table(tableName).rows.get(id);
    if (row == null) {
      throw new IllegalArgumentException("the simulated org has no " + tableName + " " + id);
    }
    return row;
  }

  /** Sets a row's stamp; a row's stamps never go back. */
  void stamp(SimRow row, String user, Instant at) {
    var stamp = Stamps.seconds(at);
    var before = row.get("SystemModstamp");
    row.set("SystemModstamp", before != null && before.compareTo(stamp) > 0 ? before : stamp);
    if (row.table.fields.containsKey("LastModifiedById")) {
      row.set("LastModifiedById", user);
      row.set("LastModifiedDate", row.get("SystemModstamp"));
    }
  }

  /** Changes fields of a lead, with its history and stamp. */
  void change(SimRow lead, Map<String, @Nullable String> values, String user, Instant at) {
    values.forEach(
        (name, value) -> {
          var old = lead.get(name);
          var field = lead.table.fields.get(name);
          if (field != null && field.tracked && !Objects.equals(old, value)) {
            var entry = insert("LeadHistory");
            entry.set("LeadId", lead.id);
            entry.set("Field", name);
            entry.set("OldValue", old);
            entry.set("NewValue", value);
            entry.set("CreatedById", user);
            entry.set("CreatedDate", Stamps.millis(at));
          }
          lead.set(name, value);
        });
    stamp(lead, user, at);
  }
}
