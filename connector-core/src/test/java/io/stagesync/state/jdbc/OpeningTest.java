package io.stagesync.state.jdbc;

import static io.stagesync.state.jdbc.Samples.id;
import static io.stagesync.vocabulary.Side.SALESFORCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stagesync.state.PairId;
import io.stagesync.state.Store;
import io.stagesync.state.StoreException;
import io.stagesync.state.StoreException.Kind;
import io.stagesync.vocabulary.Label;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Properties;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What whoever opens a store is told when it cannot be done. */
class OpeningTest {
  private static final String LATER = "classpath:io/stagesync/state/jdbc/later";

  private static Store open(Path file, OpenMode mode, Tuning tuning) {
    return open("jdbc:sqlite:" + file, mode, tuning);
  }

  private static Store open(String url, OpenMode mode, Tuning tuning) {
    return Stores.open(url, new Properties(), mode, new SplittableRandom(1), tuning);
  }

  private static void create(Path file) {
    open(file, OpenMode.CREATE, Tuning.STANDARD).close();
  }

  private static void refused(Path file, OpenMode mode, Kind kind, String... words) {
    assertThatThrownBy(() -> open(file, mode, Tuning.STANDARD).close())
        .isInstanceOf(StoreException.class)
        .hasMessageContainingAll(words)
        .extracting(e -> ((StoreException) e).kind())
        .isEqualTo(kind);
  }

  @Test
  void aStoreThatIsNotThereIsNotMadeByItself(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("stagesync.db");
    refused(
        file, OpenMode.EXISTING, Kind.MISSING, file.toString(), "stagesync init", "--new-store");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).isEmpty();
    }
  }

  @Test
  void anEmptyFileIsNoStore(@TempDir Path folder) throws IOException {
    Path file = Files.createFile(folder.resolve("stagesync.db"));
    refused(file, OpenMode.EXISTING, Kind.MISSING, file.toString());
    create(file);
    open(file, OpenMode.EXISTING, Tuning.STANDARD).close();
  }

  @Test
  void aNewStoreIsForItsOwnerOnly(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("stagesync.db");
    create(file);
    assertThat(Files.getPosixFilePermissions(file))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void creatingAStoreThatIsThereOpensIt(@TempDir Path folder) {
    Path file = folder.resolve("stagesync.db");
    create(file);
    try (Store store = open(file, OpenMode.CREATE, Tuning.STANDARD)) {
      Samples.decided(store, "L1", "501");
    }
    try (Store store = open(file, OpenMode.CREATE, Tuning.STANDARD)) {
      assertThat(LastCommit.of(store).pairs().count()).isEqualTo(1);
    }
  }

  @Test
  void aFileOfAnotherKindIsRefusedAndLeftAlone(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("notes.txt");
    String text = "Dear diary, this is no database. ".repeat(100);
    Files.writeString(file, text);
    refused(file, OpenMode.CREATE, Kind.DAMAGED, file.toString(), "no SQLite database");
    assertThat(file).hasContent(text);
  }

  @Test
  void theDatabaseOfAnotherProgramIsRefusedAndLeftAlone(@TempDir Path folder) throws SQLException {
    Path file = folder.resolve("other.db");
    sql(file, "CREATE TABLE customers (id TEXT)");
    refused(file, OpenMode.CREATE, Kind.FOREIGN, file.toString(), "customers");
  }

  @Test
  void aFolderIsNoStore(@TempDir Path folder) {
    refused(folder, OpenMode.CREATE, Kind.UNREACHABLE, folder.toString(), "is a folder");
  }

  @Test
  void aStoreInAFolderThatIsNotThereIsNotMade(@TempDir Path folder) {
    Path file = folder.resolve("nowhere").resolve("stagesync.db");
    refused(file, OpenMode.CREATE, Kind.UNREACHABLE, file.toString(), "folder exists");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "stagesync.db",
        "jdbc:sqlite:",
        "jdbc:sqlite::memory:",
        "jdbc:sqlite:a.db?journal_mode=OFF",
        "jdbc:mysql://localhost/x"
      })
  void anAddressThatIsNoneIsToldHowOneLooks(String url) {
    assertThatThrownBy(() -> open(url, OpenMode.CREATE, Tuning.STANDARD))
        .isInstanceOf(StoreException.class)
        .hasMessageContainingAll("jdbc:sqlite:FILE", "jdbc:postgresql://HOST/DATABASE");
  }

  @Test
  void aServerThatIsNotThereIsNamedWithoutThePassword() {
    assertThatThrownBy(
            () ->
                open(
                    "jdbc:postgresql://127.0.0.1:1/stagesync?user=me&password=hush",
                    OpenMode.EXISTING,
                    Tuning.STANDARD))
        .isInstanceOf(StoreException.class)
        .hasMessageContaining("jdbc:postgresql://127.0.0.1:1/stagesync cannot be reached")
        .hasMessageNotContaining("hush");
  }

  @Test
  void aNewerStoreIsRefusedByAnOlderProgram(@TempDir Path folder) {
    Path file = folder.resolve("stagesync.db");
    open(file, OpenMode.CREATE, Tuning.STANDARD.andThen(LATER, 90)).close();
    refused(file, OpenMode.EXISTING, Kind.NEWER, file.toString(), "newer StageSync", "version 90");
  }

  @Test
  void anOlderStoreIsCopiedBesideItselfBeforeItIsChanged(@TempDir Path folder) {
    Path file = folder.resolve("stagesync.db");
    create(file);
    try (Store old = open(file, OpenMode.EXISTING, Tuning.STANDARD)) {
      Samples.decided(old, "L1", "501");
    }
    try (Store store = open(file, OpenMode.EXISTING, Tuning.STANDARD.andThen(LATER, 90))) {
      assertThat(LastCommit.of(store).pairs().of(SALESFORCE, id("L1"))).isPresent();
    }
    Path kept = folder.resolve("stagesync.db.version-" + Tuning.STANDARD.version());
    try (Store old = open(kept, OpenMode.EXISTING, Tuning.STANDARD)) {
      assertThat(LastCommit.of(old).pairs().of(SALESFORCE, id("L1"))).isPresent();
    }
    refused(file, OpenMode.EXISTING, Kind.NEWER, "version 90");
  }

  @Test
  void aStoreOfTheFirstVersionIsKeptAsItWasAndGoesOn(@TempDir Path folder) throws SQLException {
    Path file = folder.resolve("stagesync.db");
    makeFirstVersion(file);
    sql(file, "INSERT INTO remark (name, text) VALUES ('mapping', 'c0ffee')");
    try (Store store = open(file, OpenMode.EXISTING, Tuning.STANDARD)) {
      assertThat(LastCommit.of(store).belonging().remark("mapping")).contains("c0ffee");
      assertThat(LastCommit.of(store).vocabularies().approvals()).isEmpty();
      assertThat(LastCommit.of(store).vocabularies().paused()).isEmpty();
    }
    Path kept = folder.resolve("stagesync.db.version-1");
    assertThat(kept).exists();
    open(kept, OpenMode.EXISTING, Tuning.STANDARD).close();
  }

  @Test
  void aStoreOfTheFirstVersionKnowsWherePeopleStandOnceItIsOpened(@TempDir Path folder)
      throws SQLException {
    Path file = folder.resolve("stagesync.db");
    makeFirstVersion(file);
    sql(
        file,
        "INSERT INTO track_state (pair, track, base, label_from, label_to, why, release, run)"
            + " VALUES (1, 'lead-status', '{\"label\":\"open\",\"fingerprint\":\"c0ffee\"}', '',"
            + " '', '', '', 1)");
    try (Store store = open(file, OpenMode.EXISTING, Tuning.STANDARD)) {
      assertThat(LastCommit.of(store).pairs().labels())
          .isEqualTo(Map.of(Samples.STATUS, Map.of(new Label("open"), 1L)));
    }
  }

  private static void makeFirstVersion(Path file) {
    Flyway.configure()
        .dataSource("jdbc:sqlite:" + file, null, null)
        .locations("classpath:io/stagesync/state/jdbc/migration")
        .table("stagesync_schema")
        .placeholders(Map.of("text", "TEXT", "key", "INTEGER", "label_of_base", "NULL"))
        .target("1")
        .load()
        .migrate();
  }

  @Test
  void anUnchangedStoreIsNotCopied(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("stagesync.db");
    create(file);
    create(file);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).noneMatch(found -> found.toString().contains(".version-"));
    }
  }

  @Test
  void aFullDiskIsToldAndNothingIsHalfWritten(@TempDir Path folder) {
    Path file = folder.resolve("stagesync.db");
    create(file);
    Tuning little = Tuning.STANDARD.writerBegins("PRAGMA max_page_count = 80");
    try (Store store = open(file, OpenMode.EXISTING, little)) {
      Samples.decided(store, "L1", "501");
      assertThatThrownBy(
              () ->
                  store.change(
                      session -> {
                        session.belonging().remark("first", "of the transaction");
                        session.belonging().remark("long", "x".repeat(1_000_000));
                      }))
          .isInstanceOf(StoreException.class)
          .hasMessageContainingAll(file.toString(), "no room left", "nothing was written")
          .extracting(e -> ((StoreException) e).kind())
          .isEqualTo(Kind.FULL);
      assertThat(LastCommit.of(store).belonging().remark("first")).isEmpty();
      assertThat(LastCommit.of(store).pairs().count()).isEqualTo(1);
      store.change(session -> session.belonging().remark("short", "fits"));
      assertThat(LastCommit.of(store).belonging().remark("short")).contains("fits");
    }
  }

  @Test
  void aDamagedFileIsToldToBeSo(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("stagesync.db");
    create(file);
    byte[] bytes = Files.readAllBytes(file);
    for (int i = 4_096; i < bytes.length; i++) {
      bytes[i] = 7;
    }
    Files.write(file, bytes);
    assertThatThrownBy(
            () -> {
              try (Store store = open(file, OpenMode.EXISTING, Tuning.STANDARD)) {
                Samples.decided(store, "L1", "501");
              }
            })
        .isInstanceOf(StoreException.class)
        .hasMessageContainingAll(file.toString(), "backup")
        .extracting(e -> ((StoreException) e).kind())
        .isEqualTo(Kind.DAMAGED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"base = '{'", "base = '{}'", "reason = 'MOOD'"})
  void tablesThatContradictThemselvesAreToldToBeSo(String forgery, @TempDir Path folder)
      throws SQLException {
    Path file = folder.resolve("stagesync.db");
    create(file);
    try (Store store = open(file, OpenMode.EXISTING, Tuning.STANDARD)) {
      Samples.decided(store, "L1", "501");
      sql(file, "UPDATE track_state SET " + forgery);
      assertThatThrownBy(() -> LastCommit.of(store).pairs().decisions(new PairId(1)))
          .isInstanceOf(StoreException.class)
          .hasMessageContaining("backup")
          .extracting(e -> ((StoreException) e).kind())
          .isEqualTo(Kind.DAMAGED);
    }
  }

  private static void sql(Path file, String text) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute(text);
    }
  }
}
