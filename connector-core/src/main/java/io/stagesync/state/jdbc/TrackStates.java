package io.stagesync.state.jdbc;

import static io.stagesync.state.jdbc.Sql.KEYS;

import io.stagesync.reconcile.Base;
import io.stagesync.reconcile.Reason;
import io.stagesync.state.PairId;
import io.stagesync.state.PairState;
import io.stagesync.state.Pairs.DecidedTrack;
import io.stagesync.state.Pairs.PairDecided;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.Track;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The table {@code track_state}: base, memory and last decision of each track of each pair. */
final class TrackStates {
  private static final String DECIDED =
      " t.reason, t.label_from, t.label_to, t.why, t.release, t.base, t.memory, t.run";

  /** A decision that stays the same keeps the run that first made it. */
  private static final String UPSERT =
      """
      INSERT INTO track_state
        (pair, track, reason, label_from, label_to, why, release, base, label, memory, run)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (pair, track) DO UPDATE SET
        run = CASE
          WHEN track_state.reason = excluded.reason AND track_state.label_from = excluded.label_from
            AND track_state.label_to = excluded.label_to
          THEN track_state.run ELSE excluded.run END,
        reason = excluded.reason, label_from = excluded.label_from, label_to = excluded.label_to,
        why = excluded.why, release = excluded.release,
        base = excluded.base, label = excluded.label, memory = excluded.memory
      """;

  private final Sql sql;

  TrackStates(Sql sql) {
    this.sql = sql;
  }

  void decided(PairId pair, Track track, DecidedTrack decided) {
    sql.update(
        UPSERT,
        pair,
        track,
        decided.reason(),
        decided.from(),
        decided.to(),
        decided.why(),
        decided.release(),
        MemoryText.of(decided.base()),
        decided.base().map(Base::label),
        MemoryText.of(decided.memory()),
        decided.run());
  }

  void remember(PairId pair, Track track, PairState.Remembered remembered) {
    sql.update(
        """
        INSERT INTO track_state
          (pair, track, base, label, memory, label_from, label_to, why, release, run)
        SELECT number, ?, ?, ?, ?, '', '', '', '', 0 FROM pair WHERE number = ?
        ON CONFLICT (pair, track) DO UPDATE SET
          base = excluded.base, label = excluded.label, memory = excluded.memory
        """,
        track,
        MemoryText.of(remembered.base()),
        remembered.base().map(Base::label),
        MemoryText.of(remembered.memory()),
        pair);
  }

  Map<Track, DecidedTrack> of(PairId pair) {
    Map<Track, DecidedTrack> decided = new TreeMap<>();
    sql.list(
        "SELECT t.track,"
            + DECIDED
            + " FROM track_state t WHERE t.pair = ? AND t.reason IS NOT NULL",
        row -> decided.put(new Track(row.text()), decided(row)) == null,
        pair);
    return decided;
  }

  Map<PairId, Map<Track, DecidedTrack>> of(Collection<PairId> pairs) {
    Map<PairId, Map<Track, DecidedTrack>> decided = new HashMap<>();
    sql.listIn(
        "SELECT t.pair, t.track,"
            + DECIDED
            + " FROM track_state t WHERE t.reason IS NOT NULL AND t.pair IN "
            + KEYS,
        row ->
            decided
                    .computeIfAbsent(new PairId(row.number()), pair -> new TreeMap<>())
                    .put(new Track(row.text()), decided(row))
                == null,
        pairs);
    return decided;
  }

  Map<Track, Map<Reason, Long>> counts() {
    return counts("reason", row -> row.one(Reason.class));
  }

  Map<Track, Map<Label, Long>> labels() {
    return counts("label", row -> new Label(row.text()));
  }

  /** How many pairs have each value of a column, by track. */
  private <K extends Comparable<K>> Map<Track, Map<K, Long>> counts(
      String column, Sql.Mapper<K> mapper) {
    Map<Track, Map<K, Long>> counts = new TreeMap<>();
    sql.list(
        "SELECT track, %1$s, COUNT(*) FROM track_state WHERE %1$s IS NOT NULL GROUP BY track, %1$s"
            .formatted(column),
        row ->
            counts
                    .computeIfAbsent(new Track(row.text()), track -> new TreeMap<>())
                    .put(mapper.map(row), row.number())
                == null);
    return counts;
  }

  /** Whole pairs, so that a page never ends between two tracks of one. */
  List<PairDecided> withReason(Collection<Reason> reasons, Optional<PairId> after, int limit) {
    List<Long> pairs =
        sql
            .listIn(
                """
                SELECT DISTINCT pair FROM track_state WHERE pair > ? AND reason IN (:keys)
                ORDER BY pair LIMIT %d
                """
                    .formatted(limit),
                Row::number,
                reasons,
                after.map(PairId::number).orElse(0L))
            .stream()
            .toList();
    return sql
        .listIn(
            "SELECT "
                + JdbcPairs.COLUMNS
                + ", t.track,"
                + DECIDED
                + " FROM track_state t JOIN pair p ON p.number = t.pair"
                + " WHERE t.reason IS NOT NULL AND t.pair IN "
                + KEYS
                + " ORDER BY t.pair, t.track",
            row -> new PairDecided(JdbcPairs.pair(row), new Track(row.text()), decided(row)),
            pairs)
        .stream()
        .filter(decided -> reasons.contains(decided.decided().reason()))
        .toList();
  }

  private static DecidedTrack decided(Row row) throws SQLException {
    return new DecidedTrack(
        row.one(Reason.class),
        row.text(),
        row.text(),
        row.text(),
        row.text(),
        MemoryText.base(row.textOrNull()),
        MemoryText.memory(row.textOrNull()),
        row.number());
  }
}
