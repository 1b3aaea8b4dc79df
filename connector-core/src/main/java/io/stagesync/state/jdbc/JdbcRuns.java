package io.stagesync.state.jdbc;

import io.stagesync.port.Cursor;
import io.stagesync.port.Feed;
import io.stagesync.state.Runs;
import io.stagesync.vocabulary.Side;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The tables {@code run} and {@code feed_cursor}. */
final class JdbcRuns implements Runs {
  private static final String SELECT =
      "SELECT number, kind, began, ended, outcome, report FROM run ";

  private final Sql sql;
  private final Counter counter;

  JdbcRuns(Sql sql, Counter counter) {
    this.sql = sql;
    this.counter = counter;
  }

  @Override
  public long begin(String kind, Instant at) {
    long run = counter.next();
    sql.update(
        "INSERT INTO run (number, kind, began, outcome, report) VALUES (?, ?, ?, '', '')",
        run,
        kind,
        at);
    JdbcIntents.forgetClosed(sql);
    return run;
  }

  @Override
  public void end(long run, String outcome, String report, Instant at) {
    sql.update(
        "UPDATE run SET outcome = ?, report = ?, ended = ? WHERE number = ?",
        outcome,
        report,
        at,
        run);
  }

  @Override
  public List<RunRow> latest(int limit) {
    return sql.list(SELECT + "ORDER BY number DESC LIMIT ?", JdbcRuns::run, limit);
  }

  @Override
  public Optional<RunRow> latest(String kind) {
    return sql.one(SELECT + "WHERE kind = ? ORDER BY number DESC LIMIT 1", JdbcRuns::run, kind);
  }

  @Override
  public Optional<RunRow> run(long number) {
    return sql.one(SELECT + "WHERE number = ?", JdbcRuns::run, number);
  }

  @Override
  public Optional<Cursor> cursor(Side side, Feed feed) {
    return sql.one(
        "SELECT text FROM feed_cursor WHERE side = ? AND feed = ?",
        row -> new Cursor(row.text()),
        side,
        feed.name());
  }

  @Override
  public void cursor(Side side, Feed feed, Cursor cursor) {
    sql.update(
        """
        INSERT INTO feed_cursor (side, feed, text) VALUES (?, ?, ?)
        ON CONFLICT (side, feed) DO UPDATE SET text = excluded.text
        """,
        side,
        feed.name(),
        cursor.text());
  }

  private static RunRow run(Row row) throws SQLException {
    return new RunRow(
        row.number(), row.text(), row.instant(), row.maybeInstant(), row.text(), row.text());
  }
}
