package io.stagesync.state.jdbc;

/** Numbers that are never given twice, also when what had them is deleted. */
final class Counter {
  private final Sql sql;
  private final String name;

  Counter(Sql sql, String name) {
    this.sql = sql;
    this.name = name;
  }

  long last() {
    return sql.number("SELECT last FROM counter WHERE name = ?", name);
  }

  long next() {
    long next = last() + 1;
    moveTo(next);
    return next;
  }

  void moveTo(long last) {
    sql.update("UPDATE counter SET last = ? WHERE name = ?", last, name);
  }
}
