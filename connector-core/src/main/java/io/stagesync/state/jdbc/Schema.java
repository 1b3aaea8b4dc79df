package io.stagesync.state.jdbc;

import io.stagesync.state.StoreException;
import io.stagesync.state.StoreException.Kind;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.function.Function;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * The tables of a store and their version. Looking costs one statement, so that a command that only
 * reads does not begin with the machinery of migrations.
 *
 * @param place the store's name in messages
 * @param types what the placeholders of the migrations stand for
 */
record Schema(String place, Map<String, String> types, Tuning tuning) {
  private static final String HISTORY = "stagesync_schema";

  Schema {
    types = Map.copyOf(types);
  }

  /** The tables' version; 0 where there are none yet. */
  int version(Connection connection) throws SQLException {
    DatabaseMetaData data = connection.getMetaData();
    try (ResultSet ours = data.getTables(null, connection.getSchema(), HISTORY, null)) {
      if (!ours.next()) {
        refuseOthers(connection);
        return 0;
      }
    }
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT version FROM " + HISTORY)) {
      int version = 0;
      while (rows.next()) {
        String step = rows.getString(1);
        version = step == null ? version : Math.max(version, Integer.parseInt(step));
      }
      return version;
    }
  }

  private void refuseOthers(Connection connection) throws SQLException {
    String[] tables = {"TABLE"};
    try (ResultSet others =
        connection.getMetaData().getTables(null, connection.getSchema(), "%", tables)) {
      if (others.next()) {
        throw new StoreException(
            Kind.FOREIGN,
            "%s holds tables of another program, %s among them. Give StageSync a place of its own."
                .formatted(place, others.getString("TABLE_NAME")),
            null);
      }
    }
  }

  /** Refuses what an older program must not touch, and what is not there and is not to be made. */
  void check(int version, OpenMode mode) {
    if (version > tuning.version()) {
      throw new StoreException(
          Kind.NEWER,
          "%s was written by a newer StageSync (its tables have version %d, this program knows %d). Use that one."
              .formatted(place, version, tuning.version()),
          null);
    }
    if (version == 0 && mode == OpenMode.EXISTING) {
      throw missing(place);
    }
  }

  boolean isCurrent(int version) {
    return version == tuning.version();
  }

  static StoreException missing(String place) {
    return new StoreException(
        Kind.MISSING,
        place
            + " is not there. Make a new store with `stagesync init` or `--new-store`;"
            + " if there was one, correct `store:` in the config or bring it back from a backup.",
        null);
  }

  /** Brings the tables to our version: all of a step, or nothing of it. */
  void migrate(DataSource source, Function<SQLException, StoreException> trouble) {
    try {
      Flyway.configure()
          .dataSource(source)
          .locations(tuning.migrations().toArray(String[]::new))
          .table(HISTORY)
          .placeholders(types)
          .load()
          .migrate();
    } catch (FlywayException e) {
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (cause instanceof SQLException sql) {
          throw trouble.apply(sql);
        }
      }
      throw new StoreException(
          Kind.DAMAGED,
          place + " could not be brought to version " + tuning.version() + ": " + e.getMessage(),
          e);
    }
  }
}
