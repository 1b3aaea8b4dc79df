package io.stagesync.state.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Copies one store's rows into the tables of another, new one of the same version. */
final class TableCopy {
  private static final int BATCH = 1_000;
  static final List<String> TABLES =
      List.of(
          "belonging",
          "remark",
          "counter",
          "lease",
          "pair",
          "seen_record",
          "track_state",
          "correction",
          "intent",
          "journal",
          "run",
          "feed_cursor",
          "vocabulary",
          "paused_track",
          "first_touch",
          "campaign_member",
          "campaign_cursor");

  private TableCopy() {}

  /** Both connections stand in a transaction; the target's is committed. */
  static void all(Connection from, Connection to) throws SQLException {
    for (String table : TABLES) {
      try (Statement statement = to.createStatement()) {
        statement.execute("DELETE FROM " + table);
      }
      try (Statement statement = from.createStatement()) {
        statement.setFetchSize(BATCH);
        try (ResultSet rows = statement.executeQuery("SELECT * FROM " + table)) {
          copy(table, rows, to);
        }
      }
    }
    to.commit();
  }

  private static void copy(String table, ResultSet rows, Connection to) throws SQLException {
    ResultSetMetaData data = rows.getMetaData();
    int width = data.getColumnCount();
    List<String> columns = new ArrayList<>();
    for (int column = 1; column <= width; column++) {
      columns.add(data.getColumnName(column));
    }
    String insert =
        "INSERT INTO %s (%s) VALUES (%s)"
            .formatted(
                table,
                String.join(", ", columns),
                String.join(", ", Collections.nCopies(width, "?")));
    try (PreparedStatement statement = to.prepareStatement(insert)) {
      int waiting = 0;
      while (rows.next()) {
        for (int column = 1; column <= width; column++) {
          statement.setObject(column, rows.getObject(column));
        }
        statement.addBatch();
        if (++waiting == BATCH) {
          statement.executeBatch();
          waiting = 0;
        }
      }
      statement.executeBatch();
    }
  }
}
