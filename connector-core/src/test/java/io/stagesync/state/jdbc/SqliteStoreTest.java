package io.stagesync.state.jdbc;

import io.stagesync.state.Store;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What every store promises, by SQLite. */
class SqliteStoreTest implements StoreContract {
  private final List<Store> open = new ArrayList<>();

  private Path folder = Path.of("");

  @BeforeEach
  void create(@TempDir Path fresh) {
    folder = fresh;
    open(OpenMode.CREATE);
  }

  @AfterEach
  void close() {
    open.forEach(Store::close);
  }

  private Store open(OpenMode mode) {
    Store store =
        Stores.open(
            url(),
            new Properties(),
            mode,
            new SplittableRandom(1),
            Tuning.STANDARD.patience(Duration.ofMillis(200)));
    open.add(store);
    return store;
  }

  private String url() {
    return "jdbc:sqlite:" + folder.resolve("store.db");
  }

  @Override
  public Store store() {
    return open.get(0);
  }

  @Override
  public Store another() {
    return open(OpenMode.EXISTING);
  }

  @Override
  public void tamper(String sql) {
    try (Connection connection = DriverManager.getConnection(url());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
