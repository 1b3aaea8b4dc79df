package io.stagesync.state.jdbc;

import io.stagesync.state.Store;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/** What every store promises, by PostgreSQL: each test in a schema of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresStoreTest implements StoreContract {
  private final List<Store> open = new ArrayList<>();
  private final List<EmbeddedPostgres> servers = new ArrayList<>();
  private int schemas;

  @BeforeAll
  void start() throws IOException {
    servers.add(EmbeddedPostgres.builder().start());
  }

  @AfterAll
  void stop() throws IOException {
    for (EmbeddedPostgres server : servers) {
      server.close();
    }
  }

  @BeforeEach
  void create() {
    schemas++;
    tamper("CREATE SCHEMA test" + schemas);
    open(OpenMode.CREATE);
  }

  @AfterEach
  void close() {
    open.forEach(Store::close);
    open.clear();
  }

  private Store open(OpenMode mode) {
    Store store =
        Stores.open(
            url(),
            login(),
            mode,
            new SplittableRandom(1),
            Tuning.STANDARD.patience(Duration.ofMillis(200)));
    open.add(store);
    return store;
  }

  private String url() {
    return "jdbc:postgresql://127.0.0.1:%d/postgres?currentSchema=test%d"
        .formatted(servers.get(0).getPort(), schemas);
  }

  private static Properties login() {
    Properties login = new Properties();
    login.setProperty("user", "postgres");
    login.setProperty("password", "postgres");
    return login;
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
    try (Connection connection = DriverManager.getConnection(url(), login());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
