package io.stagesync.state.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.stagesync.state.StoreException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * SQLite with a write-ahead log: one connection writes and is durable at each commit, others read
 * the last commit. A writing transaction takes its lock at once, because one that only takes it
 * when it comes to write fails if somebody wrote in between.
 */
final class SqliteDatabase implements Database {
  private static final int READERS = 4;

  private final SqliteFile file;
  private final Tuning tuning;
  private final HikariDataSource readers;

  /**
   * No pool: one that tries a connection out would take the writer's lock with it. Its statements
   * are kept.
   */
  private @Nullable Statements writer;

  private SqliteDatabase(SqliteFile file, Tuning tuning) {
    this.file = file;
    this.tuning = tuning;
    this.readers = new HikariDataSource(readers(file, tuning));
  }

  static SqliteDatabase open(Path path, OpenMode mode, Tuning tuning) {
    SqliteFile file = new SqliteFile(path.toAbsolutePath().normalize(), tuning);
    file.prepare(mode);
    return new SqliteDatabase(file, tuning);
  }

  private static HikariConfig readers(SqliteFile file, Tuning tuning) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("store-readers");
    config.setJdbcUrl(file.url());
    file.reading().forEach(config::addDataSourceProperty);
    config.setReadOnly(true);
    config.setAutoCommit(false);
    config.setMaximumPoolSize(READERS);
    config.setMinimumIdle(0);
    config.setInitializationFailTimeout(-1);
    config.setConnectionTimeout(Math.max(1_000, 2 * tuning.patience().toMillis()));
    return config;
  }

  /** Made when it is asked for: who only reads needs no permission to write. */
  @Override
  public synchronized Statements writer() throws SQLException {
    Statements known = writer;
    if (known == null) {
      known = new Statements(file.connectToWrite(tuning.writerBegins()));
      writer = known;
    }
    try {
      known.of("BEGIN IMMEDIATE").execute();
    } catch (SQLException e) {
      giveBack(known, false);
      throw e;
    }
    return known;
  }

  /**
   * Not {@link Connection#commit()}, whose driver takes the lock for a next transaction at once,
   * and fails after the commit if somebody else was quicker.
   */
  @Override
  public void commit(Statements used) throws SQLException {
    used.of("COMMIT").execute();
  }

  /** After an error the connection is not trusted any more; its end undoes the transaction. */
  @Override
  public synchronized void giveBack(Statements used, boolean committed) throws SQLException {
    if (!committed) {
      writer = null;
      used.close();
    }
  }

  /** Ends what the pool began to try the connection out: that would show an older commit. */
  @Override
  public Statements reader() throws SQLException {
    Connection connection = readers.getConnection();
    connection.rollback();
    return new Statements(connection);
  }

  @Override
  public StoreException trouble(SQLException e) {
    return file.trouble(e);
  }

  @Override
  public void copyTo(Path target) throws SQLException {
    file.copyTo(target);
  }

  @Override
  public synchronized void close() {
    readers.close();
    Statements last = writer;
    writer = null;
    if (last == null) {
      return;
    }
    try {
      last.close();
    } catch (SQLException e) {
      throw trouble(e);
    }
  }
}
