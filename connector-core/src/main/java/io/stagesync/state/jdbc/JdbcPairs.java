package io.stagesync.state.jdbc;

import static io.stagesync.state.jdbc.Sql.KEYS;

import io.stagesync.reconcile.Outcome;
import io.stagesync.reconcile.Reason;
import io.stagesync.state.Pair;
import io.stagesync.state.PairId;
import io.stagesync.state.PairState;
import io.stagesync.state.Pairs;
import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.RecordId;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The table {@code pair}. */
final class JdbcPairs implements Pairs {
  static final String COLUMNS = "p.number, p.lead, p.contact, p.matched_by";

  private static final String AGREED =
      Arrays.stream(Reason.values())
          .filter(reason -> reason.outcome() == Outcome.AGREED)
          .map(reason -> "'" + reason.name() + "'")
          .collect(Collectors.joining(", ", "(", ")"));

  private final Sql sql;
  private final Counter counter;
  private final TrackStates tracks;
  private final PairStates states;

  JdbcPairs(Sql sql, Counter counter) {
    this.sql = sql;
    this.counter = counter;
    this.tracks = new TrackStates(sql);
    this.states = new PairStates(sql);
  }

  static Pair pair(Row row) throws SQLException {
    return new Pair(new PairId(row.number()), row.id(), row.id(), row.text());
  }

  @Override
  public Pair join(RecordId lead, RecordId contact, String matchedBy) {
    Pair pair = new Pair(new PairId(counter.next()), lead, contact, matchedBy);
    link(pair.id(), Side.SALESFORCE, lead);
    link(pair.id(), Side.HUBSPOT, contact);
    sql.update(
        "INSERT INTO pair (number, lead, contact, matched_by, to_decide) VALUES (?, ?, ?, ?, 1)",
        pair.id(),
        lead,
        contact,
        matchedBy);
    return pair;
  }

  @Override
  public void relink(PairId id, Side side, RecordId survivor) {
    Pair pair = known(id);
    unlink(side, pair.on(side));
    link(id, side, survivor);
    sql.update(
        side == Side.SALESFORCE
            ? "UPDATE pair SET lead = ?, to_decide = 1 WHERE number = ?"
            : "UPDATE pair SET contact = ?, to_decide = 1 WHERE number = ?",
        survivor,
        id);
    sql.update("DELETE FROM correction WHERE pair = ?", id);
  }

  @Override
  public void part(PairId id) {
    Pair pair = known(id);
    unlink(Side.SALESFORCE, pair.lead());
    unlink(Side.HUBSPOT, pair.contact());
    sql.update("DELETE FROM correction WHERE pair = ?", id);
    sql.update("DELETE FROM track_state WHERE pair = ?", id);
    sql.update("DELETE FROM pair WHERE number = ?", id);
  }

  private Pair known(PairId id) {
    return sql.one("SELECT " + COLUMNS + " FROM pair p WHERE number = ?", JdbcPairs::pair, id)
        .orElseThrow(() -> new IllegalStateException(id + " is not in the store"));
  }

  private void link(PairId pair, Side side, RecordId id) {
    int linked =
        sql.update(
            """
            UPDATE seen_record SET pair = ?, to_pair = 0, why_alone = ''
            WHERE side = ? AND id = ? AND pair IS NULL
            """,
            pair,
            side,
            id);
    if (linked == 0) {
      throw new IllegalStateException(
          "%s %s was never seen, or stands in a pair already".formatted(side.displayName(), id));
    }
  }

  private void unlink(Side side, RecordId id) {
    sql.update(
        """
        UPDATE seen_record SET pair = NULL, to_pair = CASE WHEN presence = 'LIVE' THEN 1 ELSE 0 END
        WHERE side = ? AND id = ?
        """,
        side,
        id);
  }

  @Override
  public Optional<Pair> of(Side side, RecordId id) {
    String column = side == Side.SALESFORCE ? "lead" : "contact";
    return sql.one(
        "SELECT " + COLUMNS + " FROM pair p WHERE " + column + " = ?", JdbcPairs::pair, id);
  }

  @Override
  public long count() {
    return sql.number("SELECT COUNT(*) FROM pair");
  }

  @Override
  public long countAgreed() {
    return sql.number(
        "SELECT COUNT(*) FROM pair p WHERE p.to_decide = 0 AND NOT EXISTS (SELECT 1 FROM track_state t"
            + " WHERE t.pair = p.number AND (t.reason IS NULL OR t.reason NOT IN "
            + AGREED
            + "))");
  }

  @Override
  public long countToDecide() {
    return sql.number("SELECT COUNT(*) FROM pair WHERE to_decide = 1");
  }

  @Override
  public List<PairState> toDecide(Optional<PairId> after, int limit) {
    return states.page("p.to_decide = 1", after, limit);
  }

  @Override
  public List<PairState> all(Optional<PairId> after, int limit) {
    return states.page("1 = 1", after, limit);
  }

  @Override
  public List<PairState> states(Collection<PairId> pairs) {
    return states.of(pairs);
  }

  @Override
  public void decideAgain(Collection<PairId> pairs) {
    sql.updateIn("UPDATE pair SET to_decide = 1 WHERE number IN " + KEYS, pairs);
  }

  @Override
  public void decideAllAgain() {
    sql.update("UPDATE pair SET to_decide = 1 WHERE to_decide = 0");
  }

  @Override
  public void decided(
      PairId pair, Map<Track, DecidedTrack> decided, boolean freshNextRun, long run) {
    int known =
        sql.update(
            "UPDATE pair SET to_decide = 0, fresh_run = ? WHERE number = ?",
            freshNextRun ? Optional.of(run) : Optional.empty(),
            pair);
    if (known == 0) {
      throw new IllegalStateException(pair + " is not in the store");
    }
    decided.forEach((track, one) -> tracks.decided(pair, track, one));
  }

  @Override
  public List<Pair> freshBefore(long run, Optional<PairId> after, int limit) {
    return sql.list(
        "SELECT "
            + COLUMNS
            + " FROM pair p WHERE fresh_run IS NOT NULL AND fresh_run < ? AND number > ?"
            + " ORDER BY number LIMIT ?",
        JdbcPairs::pair,
        run,
        after.map(PairId::number).orElse(0L),
        limit);
  }

  @Override
  public void remember(PairId pair, Track track, PairState.Remembered remembered) {
    tracks.remember(pair, track, remembered);
  }

  @Override
  public long moved(Track track, FieldName field, RawValue was, RawValue now) {
    return sql.number(
        """
        SELECT COUNT(*) FROM track_state t
        JOIN pair p ON p.number = t.pair
        JOIN seen_record r ON r.side = ? AND r.id = %s
        WHERE t.track = ? AND replace(t.base, ?, '') <> t.base
          AND replace(r.fields, ?, '') <> r.fields
        """
            .formatted(field.side() == Side.SALESFORCE ? "p.lead" : "p.contact"),
        field.side(),
        track,
        MemoryText.restingOn(field.side(), was),
        FieldsText.holding(field, now));
  }

  @Override
  public Map<Track, DecidedTrack> decisions(PairId pair) {
    return tracks.of(pair);
  }

  @Override
  public Map<PairId, Map<Track, DecidedTrack>> decisions(Collection<PairId> pairs) {
    return tracks.of(pairs);
  }

  @Override
  public Map<Track, Map<Reason, Long>> counts() {
    return tracks.counts();
  }

  @Override
  public Map<Track, Map<Label, Long>> labels() {
    return tracks.labels();
  }

  @Override
  public List<PairDecided> withReason(
      Collection<Reason> reasons, Optional<PairId> after, int limit) {
    return tracks.withReason(reasons, after, limit);
  }
}
