package io.stagesync.state.jdbc;

import io.stagesync.state.StoreException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Runs statements of one transaction. */
final class Sql implements AutoCloseable {
  /** Stands for the list of keys in a statement of {@link #listIn} and {@link #updateIn}. */
  static final String KEYS = "(:keys)";

  /** Few sizes, so that few statements are prepared; both databases take many more parameters. */
  private static final int[] KEY_COUNTS = {1, 10, 100, 500};

  private final Statements statements;
  private final boolean readOnly;
  private final Function<SQLException, StoreException> trouble;
  private boolean open = true;

  Sql(Statements statements, boolean readOnly, Function<SQLException, StoreException> trouble) {
    this.statements = statements;
    this.readOnly = readOnly;
    this.trouble = trouble;
  }

  /** Makes a value of a row. */
  @FunctionalInterface
  interface Mapper<T> {
    T map(Row row) throws SQLException;
  }

  <T> List<T> list(String text, Mapper<T> mapper, @Nullable Object... values) {
    try {
      PreparedStatement statement = bound(text, values);
      List<T> found = new ArrayList<>();
      try (ResultSet results = statement.executeQuery()) {
        Row row = new Row(results);
        while (row.next()) {
          found.add(understood(mapper, row));
        }
      }
      return found;
    } catch (SQLException e) {
      throw trouble.apply(e);
    }
  }

  private static <T> T understood(Mapper<T> mapper, Row row) throws SQLException {
    try {
      return mapper.map(row);
    } catch (IllegalArgumentException e) {
      throw new StoreException(
          StoreException.Kind.DAMAGED,
          "A row of the store holds what no StageSync writes. Keep the store for inspection and"
              + " go back to a backup.",
          e);
    }
  }

  <T> Optional<T> one(String text, Mapper<T> mapper, @Nullable Object... values) {
    return list(text, mapper, values).stream().findFirst();
  }

  /** The one number that a statement always answers with. */
  long number(String text, @Nullable Object... values) {
    return list(text, Row::number, values).get(0);
  }

  /** Rows for any number of keys, which stand last among the values. */
  <T> List<T> listIn(
      String text, Mapper<T> mapper, Collection<?> keys, @Nullable Object... values) {
    List<T> found = new ArrayList<>();
    for (List<Object> some : chunks(keys)) {
      found.addAll(list(withKeys(text, some.size()), mapper, together(values, some)));
    }
    return found;
  }

  int update(String text, @Nullable Object... values) {
    changing();
    try {
      return bound(text, values).executeUpdate();
    } catch (SQLException e) {
      throw trouble.apply(e);
    }
  }

  /** Changes rows for any number of keys, which stand last among the values. */
  void updateIn(String text, Collection<?> keys, @Nullable Object... values) {
    for (List<Object> some : chunks(keys)) {
      update(withKeys(text, some.size()), together(values, some));
    }
  }

  /** One statement for many rows of values. */
  void batch(String text, List<@Nullable Object[]> rows) {
    if (rows.isEmpty()) {
      return;
    }
    changing();
    try {
      PreparedStatement statement = prepare(text);
      for (@Nullable Object[] values : rows) {
        Values.bind(statement, values);
        statement.addBatch();
      }
      statement.executeBatch();
    } catch (SQLException e) {
      throw trouble.apply(e);
    }
  }

  @Override
  public void close() {
    open = false;
  }

  private void changing() {
    if (readOnly) {
      throw new IllegalStateException("a reading transaction must not change the store");
    }
  }

  private PreparedStatement bound(String text, @Nullable Object[] values) throws SQLException {
    PreparedStatement statement = prepare(text);
    Values.bind(statement, values);
    return statement;
  }

  private PreparedStatement prepare(String text) throws SQLException {
    if (!open) {
      throw new IllegalStateException("a session was used after its transaction had ended");
    }
    return statements.of(text);
  }

  private static String withKeys(String text, int count) {
    return text.replace(KEYS, "(" + String.join(",", Collections.nCopies(count, "?")) + ")");
  }

  private static @Nullable Object[] together(@Nullable Object[] values, List<Object> keys) {
    List<@Nullable Object> all = new ArrayList<>(values.length + keys.size());
    Collections.addAll(all, values);
    all.addAll(keys);
    return all.toArray();
  }

  /** Repeats the last key where a chunk is not full: a key that stands twice finds its row once. */
  private static List<List<Object>> chunks(Collection<?> keys) {
    List<Object> all = List.copyOf(keys);
    List<List<Object>> chunks = new ArrayList<>();
    int largest = KEY_COUNTS[KEY_COUNTS.length - 1];
    for (int from = 0; from < all.size(); from += largest) {
      List<Object> some = new ArrayList<>(all.subList(from, Math.min(all.size(), from + largest)));
      int size = 0;
      while (KEY_COUNTS[size] < some.size()) {
        size++;
      }
      some.addAll(Collections.nCopies(KEY_COUNTS[size] - some.size(), some.get(some.size() - 1)));
      chunks.add(some);
    }
    return chunks;
  }
}
