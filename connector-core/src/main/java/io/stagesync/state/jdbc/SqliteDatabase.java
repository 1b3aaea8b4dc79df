package io.stagesync.state.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.stagesync.state.StoreException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * SQLite with a write-ahead log: one connection writes and is durable at each commit, others read
 * the last commit. A writing transaction takes its lock at once, because one that only takes it
 * when it comes to write fails if somebody wrote in between.
 */
final class SqliteDatabase implements Database {
  private static final int READERS = 4;

  private final SqliteFile file;
  private final HikariDataSource writer;
  private final HikariDataSource readers;

  private SqliteDatabase(SqliteFile file, Tuning tuning) {
    this.file = file;
    HikariConfig writing = pool(file, "writer", 1, tuning);
    file.writing().forEach(writing::addDataSourceProperty);
    if (!tuning.writerBegins().isEmpty()) {
      writing.setConnectionInitSql(tuning.writerBegins());
    }
    this.writer = new HikariDataSource(writing);
    HikariConfig reading = pool(file, "reader", READERS, tuning);
    reading.setReadOnly(true);
    file.reading().forEach(reading::addDataSourceProperty);
    this.readers = new HikariDataSource(reading);
  }

  static SqliteDatabase open(Path path, OpenMode mode, Tuning tuning) {
    SqliteFile file = new SqliteFile(path.toAbsolutePath().normalize(), tuning);
    file.prepare(mode);
    return new SqliteDatabase(file, tuning);
  }

  /** Connections are made when they are asked for: who only reads needs no permission to write. */
  private static HikariConfig pool(SqliteFile file, String name, int size, Tuning tuning) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("store-" + name);
    config.setJdbcUrl(file.url());
    config.setMaximumPoolSize(size);
    config.setMinimumIdle(0);
    config.setInitializationFailTimeout(-1);
    config.setConnectionTimeout(2 * tuning.patience().toMillis());
    config.setAutoCommit(false);
    return config;
  }

  @Override
  public Connection writer() throws SQLException {
    return writer.getConnection();
  }

  @Override
  public Connection reader() throws SQLException {
    return readers.getConnection();
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
  public void close() {
    readers.close();
    writer.close();
  }
}
