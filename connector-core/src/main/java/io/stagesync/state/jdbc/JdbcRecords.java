package io.stagesync.state.jdbc;

import static io.stagesync.state.jdbc.Sql.KEYS;

import io.stagesync.port.CrmRecord;
import io.stagesync.port.CrmRecord.Presence;
import io.stagesync.port.FieldChange;
import io.stagesync.port.Reading;
import io.stagesync.state.PairId;
import io.stagesync.state.Records;
import io.stagesync.state.SeenField;
import io.stagesync.state.SeenRecord;
import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.RecordId;
import io.stagesync.vocabulary.Side;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The table {@code seen_record}. */
final class JdbcRecords implements Records {
  private static final String SELECT = "SELECT " + SeenRow.COLUMNS + " FROM seen_record ";

  private final Sql sql;

  JdbcRecords(Sql sql) {
    this.sql = sql;
  }

  @Override
  public List<RecordId> see(
      Side side, Collection<CrmRecord> records, Map<RecordId, String> emailKey, Instant readAt) {
    Map<RecordId, SeenRow> known = known(side, records.stream().map(CrmRecord::id).toList());
    Map<RecordId, SeenRow> toStore = new LinkedHashMap<>();
    Map<RecordId, Instant> unchanged = new LinkedHashMap<>();
    Set<RecordId> changed = new LinkedHashSet<>();
    for (CrmRecord record : records) {
      RecordId id = record.id();
      SeenRow row = known.get(id);
      Sighting sighting =
          new Sighting(
              side,
              record,
              Optional.ofNullable(emailKey.get(id)),
              readAt,
              row == null ? null : row.seen());
      if (row != null && sighting.outdated()) {
        unchanged.put(id, row.seen().modified());
        continue;
      }
      SeenRecord seen = sighting.after();
      if (row != null && !sighting.changes(seen)) {
        unchanged.put(id, seen.modified());
      } else {
        changed.add(id);
        row = next(seen, row);
        toStore.put(id, row);
      }
      known.put(id, new SeenRow(seen, row.pair(), row.toPair()));
    }
    SeenRow.store(sql, List.copyOf(toStore.values()));
    touch(side, unchanged, readAt);
    decideAgain(toStore.values());
    return List.copyOf(changed);
  }

  private Map<RecordId, SeenRow> known(Side side, Collection<RecordId> ids) {
    Map<RecordId, SeenRow> known = new HashMap<>();
    sql.listIn(
            "SELECT "
                + SeenRow.COLUMNS
                + ", pair, to_pair FROM seen_record WHERE side = ? AND id IN "
                + KEYS,
            SeenRow::of,
            ids,
            side)
        .forEach(row -> known.put(row.seen().id(), row));
    return known;
  }

  /** What is gone needs no partner any more. */
  private static SeenRow next(SeenRecord seen, @Nullable SeenRow before) {
    Optional<PairId> pair = before == null ? Optional.empty() : before.pair();
    return new SeenRow(seen, pair, pair.isEmpty() && seen.presence() == Presence.LIVE);
  }

  private void touch(Side side, Map<RecordId, Instant> modified, Instant readAt) {
    List<@Nullable Object[]> rows = new ArrayList<>(modified.size());
    modified.forEach((id, stamp) -> rows.add(new @Nullable Object[] {stamp, readAt, side, id}));
    sql.batch("UPDATE seen_record SET modified = ?, read_at = ? WHERE side = ? AND id = ?", rows);
  }

  private void decideAgain(Collection<SeenRow> changed) {
    List<PairId> pairs = changed.stream().flatMap(row -> row.pair().stream()).toList();
    sql.updateIn("UPDATE pair SET to_decide = 1 WHERE number IN " + KEYS, pairs);
  }

  @Override
  public void wrote(
      Side side,
      RecordId id,
      Map<FieldName, Reading> fields,
      Optional<Instant> stamp,
      Instant readAt) {
    find(side, id).ifPresent(seen -> wrote(seen, fields, stamp.orElse(seen.modified()), readAt));
  }

  private void wrote(
      SeenRecord seen, Map<FieldName, Reading> fields, Instant stamp, Instant readAt) {
    var now = new HashMap<>(seen.fields());
    fields.forEach(
        (field, reading) ->
            now.put(field, new SeenField(reading, Optional.empty(), stamp, "StageSync")));
    sql.update(
        "UPDATE seen_record SET fields = ?, modified = ?, read_at = ? WHERE side = ? AND id = ?",
        FieldsText.of(now),
        stamp,
        readAt,
        seen.side(),
        seen.id());
  }

  @Override
  public void dated(Side side, RecordId id, Collection<FieldChange> changes) {
    find(side, id).ifPresent(seen -> dated(seen, changes));
  }

  private void dated(SeenRecord seen, Collection<FieldChange> changes) {
    var now = new HashMap<>(seen.fields());
    for (FieldChange change : changes) {
      now.computeIfPresent(
          change.field(),
          (name, field) ->
              field.reading().equals(change.to())
                  ? new SeenField(
                      field.reading(), Optional.of(change.at()), change.at(), change.by().id())
                  : field);
    }
    sql.update(
        "UPDATE seen_record SET fields = ? WHERE side = ? AND id = ?",
        FieldsText.of(now),
        seen.side(),
        seen.id());
  }

  @Override
  public Optional<SeenRecord> find(Side side, RecordId id) {
    return sql.one(SELECT + "WHERE side = ? AND id = ?", SeenRow::seen, side, id);
  }

  @Override
  public Map<RecordId, SeenRecord> find(Side side, Collection<RecordId> ids) {
    Map<RecordId, SeenRecord> found = new LinkedHashMap<>();
    sql.listIn(SELECT + "WHERE side = ? AND id IN " + KEYS, SeenRow::seen, ids, side)
        .forEach(seen -> found.put(seen.id(), seen));
    return found;
  }

  @Override
  public Set<RecordId> gone(Side side, Collection<RecordId> ids) {
    return Set.copyOf(
        sql.listIn(
            "SELECT id FROM seen_record WHERE side = ? AND presence = 'GONE' AND id IN " + KEYS,
            Row::id,
            ids,
            side));
  }

  @Override
  public List<SeenRecord> withEmailKey(Side side, String emailKey) {
    return sql.list(
        SELECT + "WHERE side = ? AND email_key = ? AND presence = 'LIVE' ORDER BY id",
        SeenRow::seen,
        side,
        emailKey);
  }

  @Override
  public List<SeenRecord> naming(RecordId lead) {
    return sql.list(
        SELECT + "WHERE side = ? AND counterpart = ? AND presence = 'LIVE' ORDER BY id",
        SeenRow::seen,
        Side.HUBSPOT,
        lead);
  }

  @Override
  public List<SeenRecord> toPair(Side side, Optional<RecordId> after, int limit) {
    return sql.list(
        SELECT + "WHERE to_pair = 1 AND side = ? AND id > ? ORDER BY id LIMIT ?",
        SeenRow::seen,
        side,
        after.map(RecordId::text).orElse(""),
        limit);
  }

  @Override
  public void paired(Side side, RecordId id, String whyAlone) {
    sql.update(
        "UPDATE seen_record SET to_pair = 0, why_alone = ? WHERE side = ? AND id = ?",
        whyAlone,
        side,
        id);
  }

  @Override
  public void pairAgain(Collection<String> emailKeys, Collection<RecordId> leads) {
    String mark =
        "UPDATE seen_record SET to_pair = 1 WHERE pair IS NULL AND presence = 'LIVE' AND ";
    sql.updateIn(mark + "email_key IN " + KEYS, emailKeys);
    sql.updateIn(mark + "counterpart IN " + KEYS, leads);
    sql.updateIn(mark + "side = 'SALESFORCE' AND id IN " + KEYS, leads);
  }

  @Override
  public List<RecordId> ids(Side side, Optional<RecordId> after, int limit) {
    return sql.list(
        """
        SELECT id FROM seen_record WHERE side = ? AND id > ? AND presence = 'LIVE'
        ORDER BY id LIMIT ?
        """,
        Row::id,
        side,
        after.map(RecordId::text).orElse(""),
        limit);
  }

  /** {@code replace} compares letter by letter in both databases; {@code LIKE} does not. */
  @Override
  public long holding(FieldName field, RawValue value) {
    return sql.number(
        """
        SELECT COUNT(*) FROM seen_record
        WHERE side = ? AND presence = 'LIVE' AND replace(fields, ?, '') <> fields
        """,
        field.side(),
        FieldsText.holding(field, value));
  }

  @Override
  public long count(Side side) {
    return sql.number(
        "SELECT COUNT(*) FROM seen_record WHERE side = ? AND presence = 'LIVE'", side);
  }

  @Override
  public Map<String, Long> alone(Side side) {
    Map<String, Long> counts = new LinkedHashMap<>();
    sql.list(
        """
        SELECT why_alone, COUNT(*) FROM seen_record
        WHERE side = ? AND why_alone <> '' AND pair IS NULL AND presence = 'LIVE'
        GROUP BY why_alone ORDER BY COUNT(*) DESC, why_alone
        """,
        row -> counts.put(row.text(), row.number()) == null,
        side);
    return counts;
  }
}
