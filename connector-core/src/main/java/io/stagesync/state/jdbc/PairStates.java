package io.stagesync.state.jdbc;

import static io.stagesync.state.jdbc.Sql.KEYS;

import io.stagesync.state.Pair;
import io.stagesync.state.PairId;
import io.stagesync.state.PairState;
import io.stagesync.state.SeenRecord;
import io.stagesync.vocabulary.Track;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Pairs with all that is known of them: two statements for a page of any size. */
final class PairStates {
  /** CROSS JOIN keeps SQLite from going through all leads for a page of pairs. */
  private static final String SELECT =
      "SELECT "
          + JdbcPairs.COLUMNS
          + ", "
          + SeenRow.columnsOf("l")
          + ", "
          + SeenRow.columnsOf("c")
          + " FROM pair p CROSS JOIN seen_record l CROSS JOIN seen_record c"
          + " WHERE l.side = 'SALESFORCE' AND l.id = p.lead"
          + " AND c.side = 'HUBSPOT' AND c.id = p.contact AND ";

  private final Sql sql;

  PairStates(Sql sql) {
    this.sql = sql;
  }

  List<PairState> page(String condition, Optional<PairId> after, int limit) {
    return complete(
        sql.list(
            SELECT + condition + " AND p.number > ? ORDER BY p.number LIMIT ?",
            PairStates::known,
            after.map(PairId::number).orElse(0L),
            limit));
  }

  List<PairState> of(Collection<PairId> pairs) {
    return complete(sql.listIn(SELECT + "p.number IN " + KEYS, PairStates::known, pairs));
  }

  private List<PairState> complete(List<Known> page) {
    Map<Long, Map<Track, PairState.Remembered>> remembered = remembered(page);
    List<PairState> states = new ArrayList<>(page.size());
    for (Known known : page) {
      states.add(
          new PairState(
              known.pair(),
              known.lead(),
              known.contact(),
              remembered.getOrDefault(known.pair().id().number(), Map.of())));
    }
    return states;
  }

  private Map<Long, Map<Track, PairState.Remembered>> remembered(List<Known> page) {
    Map<Long, Map<Track, PairState.Remembered>> found = new HashMap<>();
    sql.listIn(
        "SELECT pair, track, base, memory FROM track_state WHERE pair IN " + KEYS,
        row ->
            found
                .computeIfAbsent(row.number(), pair -> new HashMap<>())
                .put(
                    new Track(row.text()),
                    new PairState.Remembered(
                        MemoryText.base(row.textOrNull()), MemoryText.memory(row.textOrNull()))),
        page.stream().map(known -> known.pair().id()).toList());
    return found;
  }

  private static Known known(Row row) throws SQLException {
    return new Known(JdbcPairs.pair(row), SeenRow.seen(row), SeenRow.seen(row));
  }

  private record Known(Pair pair, SeenRecord lead, SeenRecord contact) {}
}
