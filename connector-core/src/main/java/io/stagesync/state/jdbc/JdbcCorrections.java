package io.stagesync.state.jdbc;

import static io.stagesync.state.jdbc.Sql.KEYS;

import io.stagesync.reconcile.FieldWrite;
import io.stagesync.reconcile.Reason;
import io.stagesync.state.Correction;
import io.stagesync.state.Corrections;
import io.stagesync.state.PairId;
import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The table {@code correction}. */
final class JdbcCorrections implements Corrections {
  private static final String COLUMNS =
      "pair, track, side, field_object, field_name, expected, value, clear_first, reason,"
          + " label_from, label_to, why, run, approved";

  private final Sql sql;

  JdbcCorrections(Sql sql) {
    this.sql = sql;
  }

  @Override
  public void replace(PairId pair, List<Correction> corrections) {
    List<Correction> waiting = of(pair);
    if (!waiting.isEmpty()) {
      sql.update("DELETE FROM correction WHERE pair = ?", pair);
    }
    List<@Nullable Object[]> rows = new ArrayList<>(corrections.size());
    for (Correction correction : corrections) {
      boolean approved =
          correction.approved()
              || waiting.stream().anyMatch(old -> old.approved() && sameWrite(old, correction));
      rows.add(values(correction, approved));
    }
    sql.batch(
        "INSERT INTO correction ("
            + COLUMNS
            + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        rows);
  }

  private static boolean sameWrite(Correction one, Correction other) {
    return one.track().equals(other.track())
        && one.write().field().equals(other.write().field())
        && one.write().expected().equals(other.write().expected())
        && one.write().value().equals(other.write().value());
  }

  private static @Nullable Object[] values(Correction correction, boolean approved) {
    FieldWrite write = correction.write();
    return new @Nullable Object[] {
      correction.pair(),
      correction.track(),
      write.side(),
      write.field().object(),
      write.field().name(),
      write.expected(),
      write.value(),
      write.clearFirst(),
      correction.reason(),
      correction.from(),
      correction.to(),
      correction.why(),
      correction.run(),
      approved
    };
  }

  private static Correction correction(Row row) throws SQLException {
    return new Correction(
        new PairId(row.number()),
        new Track(row.text()),
        new FieldWrite(
            new FieldName(row.one(Side.class), row.text(), row.text()),
            row.maybe().map(RawValue::new),
            row.maybe().map(RawValue::new),
            row.flag()),
        row.one(Reason.class),
        row.text(),
        row.text(),
        row.text(),
        row.number(),
        row.flag());
  }

  @Override
  public long count(Side side) {
    return sql.number("SELECT COUNT(*) FROM correction WHERE side = ?", side);
  }

  @Override
  public List<Correction> waiting(Side side, Optional<PairId> after, int pairs) {
    return sql.list(
        "SELECT "
            + COLUMNS
            + " FROM correction WHERE side = ? AND pair IN (SELECT DISTINCT pair FROM correction"
            + " WHERE side = ? AND pair > ? ORDER BY pair LIMIT ?) ORDER BY pair, track",
        JdbcCorrections::correction,
        side,
        side,
        after.map(PairId::number).orElse(0L),
        Math.max(1, pairs));
  }

  @Override
  public List<Correction> of(PairId pair) {
    return sql.list(
        "SELECT " + COLUMNS + " FROM correction WHERE pair = ? ORDER BY track, side",
        JdbcCorrections::correction,
        pair);
  }

  @Override
  public List<Tally> tally() {
    return sql.list(
        """
        SELECT side, track, reason, label_from, label_to, COALESCE(value, ''), COUNT(*),
          SUM(approved)
        FROM correction
        GROUP BY side, track, reason, label_from, label_to, COALESCE(value, '')
        ORDER BY COUNT(*) DESC, side, track, reason, label_from, label_to
        """,
        row ->
            new Tally(
                row.one(Side.class),
                new Track(row.text()),
                row.one(Reason.class),
                row.text(),
                row.text(),
                row.text(),
                row.number(),
                row.number()));
  }

  @Override
  public long peopleToward(Track track, Label label, Map<Side, Set<RawValue>> words) {
    var conditions = new ArrayList<String>();
    var values = new ArrayList<@Nullable Object>(List.of(track));
    words.forEach(
        (side, own) -> {
          values.add(side);
          values.add(label);
          values.addAll(own);
          conditions.add("side = ? AND (label_to = ?" + " OR value = ?".repeat(own.size()) + ")");
        });
    return conditions.isEmpty()
        ? 0
        : sql.number(
            "SELECT COUNT(DISTINCT pair) FROM correction WHERE track = ? AND approved = 0 AND ("
                + String.join(" OR ", conditions)
                + ")",
            values.toArray());
  }

  @Override
  public void approve(Collection<PairId> pairs) {
    sql.updateIn("UPDATE correction SET approved = 1 WHERE pair IN " + KEYS, pairs);
  }
}
