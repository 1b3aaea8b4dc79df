package io.stagesync.state.jdbc;

import io.stagesync.port.CrmRecord.Presence;
import io.stagesync.state.PairId;
import io.stagesync.state.SeenRecord;
import io.stagesync.vocabulary.RecordType;
import io.stagesync.vocabulary.Side;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code seen_record}.
 *
 * @param pair the pair that it stands in
 * @param toPair whether it is to be looked at for pairing
 */
record SeenRow(SeenRecord seen, Optional<PairId> pair, boolean toPair) {
  private static final List<String> SEEN =
      List.of(
          "side",
          "id",
          "presence",
          "merged_into",
          "modified",
          "read_at",
          "fields",
          "email_key",
          "counterpart",
          "record_type",
          "conversion");

  static final String COLUMNS = String.join(", ", SEEN);

  private static final String UPSERT =
      "INSERT INTO seen_record (%s, pair, to_pair, why_alone) VALUES (%s, '') "
              .formatted(COLUMNS, "?" + ", ?".repeat(SEEN.size() + 1))
          + "ON CONFLICT (side, id) DO UPDATE SET "
          + Stream.concat(SEEN.stream().skip(2), Stream.of("to_pair"))
              .map(column -> column + " = excluded." + column)
              .collect(Collectors.joining(", "));

  /** The same columns of a table that has another name in the statement. */
  static String columnsOf(String alias) {
    return SEEN.stream().map(column -> alias + "." + column).collect(Collectors.joining(", "));
  }

  /** Reads {@link #COLUMNS}. */
  static SeenRecord seen(Row row) throws SQLException {
    Side side = row.one(Side.class);
    return new SeenRecord(
        side,
        row.id(),
        row.one(Presence.class),
        row.maybeId(),
        row.instant(),
        row.instant(),
        FieldsText.fields(side, row.text()),
        row.maybe(),
        row.maybeId(),
        row.maybe().map(RecordType::new),
        row.maybe().map(FieldsText::conversion));
  }

  /** Reads {@link #COLUMNS}, {@code pair} and {@code to_pair}. */
  static SeenRow of(Row row) throws SQLException {
    return new SeenRow(seen(row), row.maybeNumber().map(PairId::new), row.flag());
  }

  static void store(Sql sql, List<SeenRow> rows) {
    sql.batch(UPSERT, rows.stream().map(SeenRow::values).toList());
  }

  private @Nullable Object[] values() {
    return new @Nullable Object[] {
      seen.side(),
      seen.id(),
      seen.presence(),
      seen.mergedInto(),
      seen.modified(),
      seen.readAt(),
      FieldsText.of(seen.fields()),
      seen.emailKey(),
      seen.counterpart(),
      seen.recordType(),
      seen.conversion().map(FieldsText::of),
      pair,
      toPair
    };
  }
}
