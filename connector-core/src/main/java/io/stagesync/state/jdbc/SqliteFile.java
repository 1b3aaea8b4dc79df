package io.stagesync.state.jdbc;

import io.stagesync.state.StoreException;
import io.stagesync.state.StoreException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The file of a SQLite store: making it, looking at it, bringing it to our version, copying it. */
final class SqliteFile {
  private static final Logger LOG = LoggerFactory.getLogger(SqliteFile.class);

  private static final Map<String, String> TYPES =
      Map.of("text", "TEXT", "key", "INTEGER", "label_of_base", "json_extract(base, '$.label')");

  private final Path path;
  private final Tuning tuning;
  private final String place;
  private final Schema schema;

  SqliteFile(Path path, Tuning tuning) {
    this.path = path;
    this.tuning = tuning;
    this.place = "The store " + path;
    this.schema = new Schema(place, TYPES, tuning);
  }

  String url() {
    return "jdbc:sqlite:" + path;
  }

  Map<String, String> writing() {
    return Map.of(
        "journal_mode", "WAL",
        "synchronous", "FULL",
        "busy_timeout", Long.toString(tuning.patience().toMillis()));
  }

  /** {@code SQLITE_OPEN_READONLY}. */
  Map<String, String> reading() {
    return Map.of("open_mode", "1", "busy_timeout", Long.toString(tuning.patience().toMillis()));
  }

  StoreException trouble(SQLException e) {
    SQLException cause = e;
    for (Throwable deeper = e; deeper != null; deeper = deeper.getCause()) {
      if (deeper instanceof SQLException sql && sql.getErrorCode() != 0) {
        cause = sql;
      }
    }
    return new SqliteTrouble(place, tuning.patience(), this::room).of(cause);
  }

  /** How many bytes are free where the store is; plenty where nobody can tell. */
  private long room() {
    try {
      return Files.getFileStore(path.toAbsolutePath()).getUsableSpace();
    } catch (IOException e) {
      return Long.MAX_VALUE;
    }
  }

  /** Leaves a store of our version behind, or says why not. */
  void prepare(OpenMode mode) {
    if (Files.isDirectory(path)) {
      throw unreachable(path + " is a folder. Name a file in it as the store.");
    }
    boolean fresh = !Files.exists(path);
    if (fresh && mode == OpenMode.EXISTING) {
      throw Schema.missing(place);
    }
    if (fresh) {
      create(path);
    }
    try {
      int version = fresh ? 0 : version();
      schema.check(version, mode);
      if (!schema.isCurrent(version)) {
        if (version > 0) {
          keep(version);
        }
        migrate();
      }
      logAhead();
    } catch (SQLException e) {
      throw trouble(e);
    }
  }

  /** Makes a store where no file may be yet. */
  void prepareNew() throws SQLException {
    create(path);
    migrate();
    logAhead();
  }

  /** A connection that writes, and begins its transactions when it is told to. */
  Connection connectToWrite(String begins) throws SQLException {
    Connection connection = connect(writing());
    if (!begins.isEmpty()) {
      try (Statement statement = connection.createStatement()) {
        statement.execute(begins);
      }
    }
    return connection;
  }

  private int version() throws SQLException {
    try (Connection connection = connect(reading())) {
      return schema.version(connection);
    }
  }

  private Connection connect(Map<String, String> settings) throws SQLException {
    Properties properties = new Properties();
    settings.forEach(properties::setProperty);
    return DriverManager.getConnection(url(), properties);
  }

  private void migrate() {
    schema.migrate(new PlainSource(() -> connect(Map.of())), this::trouble);
  }

  /** A copy that came from elsewhere may have another kind of log; the kind stays in the file. */
  private void logAhead() throws SQLException {
    try (Connection connection = connect(reading());
        Statement statement = connection.createStatement();
        ResultSet mode = statement.executeQuery("PRAGMA journal_mode")) {
      if (mode.next() && mode.getString(1).equalsIgnoreCase("wal")) {
        return;
      }
    }
    connect(writing()).close();
  }

  private void keep(int version) throws SQLException {
    Path copy = path.resolveSibling(path.getFileName() + ".version-" + version);
    for (int i = 2; Files.exists(copy); i++) {
      copy = path.resolveSibling(path.getFileName() + ".version-" + version + "." + i);
    }
    copyTo(copy);
    LOG.info(
        "{} goes from version {} to {}; as it was it is kept in {}",
        place,
        version,
        tuning.version(),
        copy);
  }

  void copyTo(Path target) throws SQLException {
    create(target);
    try (Connection connection = connect(reading());
        PreparedStatement copy = connection.prepareStatement("VACUUM INTO ?")) {
      copy.setString(1, target.toAbsolutePath().toString());
      copy.execute();
    }
  }

  /** An empty file that only its owner may read: it is about people. */
  private static void create(Path path) {
    try {
      Path folder = path.toAbsolutePath().getParent();
      boolean posix =
          folder != null && Files.getFileStore(folder).supportsFileAttributeView("posix");
      FileAttribute<?>[] attributes =
          posix
              ? new FileAttribute<?>[] {
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
              }
              : new FileAttribute<?>[0];
      Files.createFile(path, attributes);
    } catch (IOException e) {
      throw unreachable(
          "%s cannot be made (%s). Check that its folder exists, that this user may write there and that no file has that name yet."
              .formatted(path, e.getClass().getSimpleName()));
    }
  }

  private static StoreException unreachable(String message) {
    return new StoreException(Kind.UNREACHABLE, message, null);
  }
}
