package io.stagesync.state.jdbc;

import java.time.Duration;
import java.util.List;

/**
 * How a store is opened; tests open theirs otherwise.
 *
 * @param patience how long a writer waits for a writer of another process
 * @param writerBegins SQL that each writing connection begins with; blank for none
 * @param version the version of the tables that this program knows
 * @param migrations where the steps to that version stand
 */
record Tuning(Duration patience, String writerBegins, int version, List<String> migrations) {
  private static final String MIGRATIONS = "classpath:io/stagesync/state/jdbc/migration";

  /** As it is shipped. */
  static final Tuning STANDARD = new Tuning(Duration.ofSeconds(5), "", 4, List.of(MIGRATIONS));

  Tuning {
    migrations = List.copyOf(migrations);
  }

  Tuning patience(Duration other) {
    return new Tuning(other, writerBegins, version, migrations);
  }

  Tuning writerBegins(String sql) {
    return new Tuning(patience, sql, version, migrations);
  }

  /** With the steps of another place, up to a later version. */
  Tuning andThen(String location, int later) {
    return new Tuning(patience, writerBegins, later, List.of(MIGRATIONS, location));
  }
}
