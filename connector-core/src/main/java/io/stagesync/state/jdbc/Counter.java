package io.stagesync.state.jdbc;

import org.jspecify.annotations.Nullable;

/**
 * Numbers that are never given twice, also when what had them is deleted. Within a transaction
 * nobody else counts, so it is asked once and stored once, at its end.
 */
final class Counter {
  private final Sql sql;
  private final String name;
  private @Nullable Long last;
  private boolean moved;

  Counter(Sql sql, String name) {
    this.sql = sql;
    this.name = name;
  }

  long last() {
    Long known = last;
    if (known == null) {
      known = sql.number("SELECT last FROM counter WHERE name = ?", name);
      last = known;
    }
    return known;
  }

  long next() {
    long next = last() + 1;
    moveTo(next);
    return next;
  }

  void moveTo(long last) {
    this.last = last;
    moved = true;
  }

  /** Stores how far it came; to be called before the transaction ends. */
  void store() {
    if (moved) {
      sql.update("UPDATE counter SET last = ? WHERE name = ?", last, name);
      moved = false;
    }
  }
}
