package io.stagesync.state.jdbc;

import io.stagesync.vocabulary.RecordId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One row of a result; its columns are read in their order, each once. */
final class Row {
  private final ResultSet rows;
  private int column;

  Row(ResultSet rows) {
    this.rows = rows;
  }

  /** Moves on to the next row, whose columns are read from the first one again. */
  boolean next() throws SQLException {
    column = 0;
    return rows.next();
  }

  String text() throws SQLException {
    String text = rows.getString(++column);
    if (text == null) {
      throw new SQLException("column " + column + " has no value", "22004");
    }
    return text;
  }

  @Nullable String textOrNull() throws SQLException {
    return rows.getString(++column);
  }

  Optional<String> maybe() throws SQLException {
    return Optional.ofNullable(textOrNull());
  }

  Optional<RecordId> maybeId() throws SQLException {
    return maybe().map(RecordId::new);
  }

  RecordId id() throws SQLException {
    return new RecordId(text());
  }

  long number() throws SQLException {
    return rows.getLong(++column);
  }

  Optional<Long> maybeNumber() throws SQLException {
    long number = rows.getLong(++column);
    return rows.wasNull() ? Optional.empty() : Optional.of(number);
  }

  boolean flag() throws SQLException {
    return number() == 1;
  }

  Instant instant() throws SQLException {
    return Instant.ofEpochMilli(number());
  }

  Optional<Instant> maybeInstant() throws SQLException {
    return maybeNumber().map(Instant::ofEpochMilli);
  }

  /** A constant of a closed list, by its name. */
  <E extends Enum<E>> E one(Class<E> list) throws SQLException {
    return Enum.valueOf(list, text());
  }

  /** A constant of a closed list, where there is one. */
  <E extends Enum<E>> Optional<E> maybeOne(Class<E> list) throws SQLException {
    return maybe().map(name -> Enum.valueOf(list, name));
  }
}
