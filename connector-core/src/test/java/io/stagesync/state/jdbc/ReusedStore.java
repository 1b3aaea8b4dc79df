package io.stagesync.state.jdbc;

import io.stagesync.state.Store;
import io.stagesync.state.StoreException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A real store that one test after another uses, empty each time: making one costs more than many
 * tests do. Its readers keep their statements. What is committed survives this process, but no loss
 * of power.
 */
public final class ReusedStore implements AutoCloseable {
  private final Kept kept;
  private final Statements cleaner;
  private final Store store;

  public ReusedStore(Path folder, String name) {
    Tuning tuning = Tuning.STANDARD.writerBegins("PRAGMA synchronous = OFF");
    Path template = folder.resolve(name + "-empty.db");
    Path file = folder.resolve(name + ".db");
    SqliteDatabase.open(template, OpenMode.CREATE, tuning).close();
    this.kept = new Kept(SqliteDatabase.open(file, OpenMode.CREATE, tuning), file, tuning);
    this.store = new JdbcStore(kept, new Random(7));
    try {
      this.cleaner = new Statements(DriverManager.getConnection(kept.url));
      cleaner.of("PRAGMA synchronous = OFF").execute();
      cleaner.of("ATTACH DATABASE '" + template + "' AS template").execute();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The store as it is when it was just made. */
  public Store fresh() {
    try {
      cleaner.of("BEGIN IMMEDIATE").execute();
      for (String table : TableCopy.TABLES) {
        cleaner.of("DELETE FROM main." + table).executeUpdate();
        cleaner
            .of("INSERT INTO main." + table + " SELECT * FROM template." + table)
            .executeUpdate();
      }
      cleaner.of("COMMIT").execute();
      return store;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    try {
      cleaner.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    } finally {
      store.close();
    }
  }

  /** Takes readers back instead of ending them. */
  private static final class Kept implements Database {
    private final Database database;
    private final String url;
    private final Properties reading = new Properties();
    private final Queue<Reader> idle = new ConcurrentLinkedQueue<>();

    Kept(Database database, Path file, Tuning tuning) {
      this.database = database;
      SqliteFile sqlite = new SqliteFile(file, tuning);
      this.url = sqlite.url();
      reading.putAll(sqlite.reading());
    }

    @Override
    public Statements reader() throws SQLException {
      Reader reader = idle.poll();
      return reader == null ? new Reader() : reader;
    }

    private final class Reader extends Statements {
      Reader() throws SQLException {
        super(DriverManager.getConnection(url, reading));
        connection().setAutoCommit(false);
      }

      @Override
      public void close() throws SQLException {
        connection().rollback();
        idle.add(this);
      }
    }

    @Override
    public Statements writer() throws SQLException {
      return database.writer();
    }

    @Override
    public void commit(Statements writer) throws SQLException {
      database.commit(writer);
    }

    @Override
    public void giveBack(Statements writer, boolean committed) throws SQLException {
      database.giveBack(writer, committed);
    }

    @Override
    public StoreException trouble(SQLException e) {
      return database.trouble(e);
    }

    @Override
    public void copyTo(Path file) throws SQLException {
      database.copyTo(file);
    }

    @Override
    public void close() {
      database.close();
      for (Reader reader : idle) {
        try (Connection last = reader.connection()) {
          last.rollback();
        } catch (SQLException e) {
          throw trouble(e);
        }
      }
    }
  }
}
