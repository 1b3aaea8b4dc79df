package io.stagesync.state.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.stagesync.state.StoreException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** PostgreSQL. Writers of all processes follow one another by locking the row of the lease. */
final class PostgresDatabase implements Database {
  private static final Logger LOG = LoggerFactory.getLogger(PostgresDatabase.class);
  private static final int READERS = 4;
  private static final Map<String, String> TYPES =
      Map.of(
          "text",
          "TEXT COLLATE \"C\"",
          "key",
          "BIGINT",
          "label_of_base",
          "CAST(base AS json) ->> 'label'");

  private final String place;
  private final HikariDataSource writer;
  private final HikariDataSource readers;

  private PostgresDatabase(String place, String url, Properties login, Tuning tuning) {
    this.place = place;
    HikariConfig writing = pool(url, login, "writer", 1);
    writing.setConnectionInitSql("SET lock_timeout = " + tuning.patience().toMillis());
    this.writer = new HikariDataSource(writing);
    HikariConfig reading = pool(url, login, "reader", READERS);
    reading.setReadOnly(true);
    reading.setTransactionIsolation("TRANSACTION_REPEATABLE_READ");
    this.readers = new HikariDataSource(reading);
  }

  static PostgresDatabase open(String url, Properties login, OpenMode mode, Tuning tuning) {
    String place = "The store " + withoutSecrets(url);
    PostgresTrouble trouble = new PostgresTrouble(place);
    Schema schema = new Schema(place, TYPES, tuning);
    try {
      int version;
      try (Connection connection = DriverManager.getConnection(url, login)) {
        version = schema.version(connection);
      }
      schema.check(version, mode);
      if (!schema.isCurrent(version)) {
        if (version > 0) {
          LOG.warn(
              "{} goes from version {} to {}. To be able to go back, keep a dump (pg_dump).",
              place,
              version,
              tuning.version());
        }
        schema.migrate(new PlainSource(() -> DriverManager.getConnection(url, login)), trouble::of);
      }
      return new PostgresDatabase(place, url, login, tuning);
    } catch (SQLException e) {
      throw trouble.of(e);
    }
  }

  /** Server and database only; user and password may stand before or after them. */
  private static String withoutSecrets(String url) {
    return url.replaceFirst("\\?.*", "").replaceFirst("//[^/]*@", "//");
  }

  private static HikariConfig pool(String url, Properties login, String name, int size) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("store-" + name);
    config.setJdbcUrl(url);
    login.forEach((key, value) -> config.addDataSourceProperty(key.toString(), value));
    config.setMaximumPoolSize(size);
    config.setMinimumIdle(0);
    config.setInitializationFailTimeout(-1);
    config.setConnectionTimeout(10_000);
    config.setAutoCommit(false);
    return config;
  }

  @Override
  public Statements writer() throws SQLException {
    Connection connection = writer.getConnection();
    try (Statement statement = connection.createStatement()) {
      statement.execute("SELECT epoch FROM lease WHERE place = 1 FOR UPDATE");
      return new Statements(connection);
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  @Override
  public void commit(Statements writer) throws SQLException {
    writer.connection().commit();
  }

  /** The pool undoes what was not committed. */
  @Override
  public void giveBack(Statements writer, boolean committed) throws SQLException {
    writer.close();
  }

  @Override
  public Statements reader() throws SQLException {
    return new Statements(readers.getConnection());
  }

  @Override
  public StoreException trouble(SQLException e) {
    return new PostgresTrouble(place).of(e);
  }

  @Override
  public void copyTo(Path target) throws SQLException {
    SqliteFile file = new SqliteFile(target.toAbsolutePath().normalize(), Tuning.STANDARD);
    file.prepareNew();
    try (Statements from = reader();
        Connection to = file.connectToWrite("")) {
      to.setAutoCommit(false);
      TableCopy.all(from.connection(), to);
    }
  }

  @Override
  public void close() {
    readers.close();
    writer.close();
  }
}
