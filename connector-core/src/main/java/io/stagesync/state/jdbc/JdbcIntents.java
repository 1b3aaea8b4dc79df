package io.stagesync.state.jdbc;

import io.stagesync.state.Intent;
import io.stagesync.state.Intents;
import io.stagesync.state.PairId;
import io.stagesync.vocabulary.RecordId;
import io.stagesync.vocabulary.Side;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * The table {@code intent}. A closed one stays as an empty row until the next run begins, because
 * whoever walks through the open ones by trace closes them on the way.
 */
final class JdbcIntents implements Intents {
  private static final String COLUMNS =
      "trace, pair, side, record, stage, fields, read_at, written_at, run";

  private final Sql sql;

  JdbcIntents(Sql sql) {
    this.sql = sql;
  }

  /** Drops the rows of closed intents. */
  static void forgetClosed(Sql sql) {
    sql.update("DELETE FROM intent WHERE closed = 1");
  }

  @Override
  public void put(Intent intent) {
    sql.update(
        "INSERT INTO intent ("
            + COLUMNS
            + ", closed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0) ON CONFLICT (trace) DO UPDATE SET"
            + " record = excluded.record, run = excluded.run, stage = excluded.stage, fields = excluded.fields, read_at = excluded.read_at,"
            + " written_at = excluded.written_at, closed = 0",
        intent.trace(),
        intent.pair(),
        intent.side(),
        intent.record(),
        intent.stage(),
        PartsText.of(intent.fields()),
        intent.readAt(),
        intent.writtenAt(),
        intent.run());
  }

  @Override
  public void close(String trace) {
    sql.update("UPDATE intent SET closed = 1, fields = '[]', record = '' WHERE trace = ?", trace);
  }

  @Override
  public List<Intent> open(Side side, Optional<String> after, int limit) {
    long run =
        after
            .flatMap(trace -> sql.one("SELECT run FROM intent WHERE trace = ?", Row::number, trace))
            .orElse(0L);
    return sql.list(
        "SELECT "
            + COLUMNS
            + " FROM intent WHERE closed = 0 AND side = ? AND (run, trace) > (?, ?)"
            + " ORDER BY run, trace LIMIT ?",
        JdbcIntents::intent,
        side,
        run,
        after.orElse(""),
        limit);
  }

  @Override
  public List<Intent> of(PairId pair) {
    return sql.list(
        "SELECT " + COLUMNS + " FROM intent WHERE closed = 0 AND pair = ? ORDER BY run, trace",
        JdbcIntents::intent,
        pair);
  }

  @Override
  public List<Intent> of(Side side, RecordId record) {
    return sql.list(
        "SELECT "
            + COLUMNS
            + " FROM intent WHERE closed = 0 AND side = ? AND record = ? ORDER BY run, trace",
        JdbcIntents::intent,
        side,
        record);
  }

  @Override
  public long count() {
    return sql.number("SELECT COUNT(*) FROM intent WHERE closed = 0");
  }

  private static Intent intent(Row row) throws SQLException {
    String trace = row.text();
    PairId pair = new PairId(row.number());
    Side side = row.one(Side.class);
    return new Intent(
        trace,
        pair,
        side,
        row.id(),
        row.one(Intent.Stage.class),
        PartsText.parts(side, row.text()),
        row.instant(),
        row.maybeInstant(),
        row.number());
  }
}
