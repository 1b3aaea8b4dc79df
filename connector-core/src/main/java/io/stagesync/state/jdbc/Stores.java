package io.stagesync.state.jdbc;

import io.stagesync.state.Store;
import io.stagesync.state.StoreException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Properties;
import java.util.random.RandomGenerator;

/** Where a store is opened. */
public final class Stores {
  private static final String SQLITE = "jdbc:sqlite:";
  private static final String POSTGRES = "jdbc:postgresql:";

  private Stores() {}

  /**
   * Opens a store, and brings one of an older version to ours; a SQLite file is copied beside
   * itself before that.
   *
   * @param url {@code jdbc:sqlite:FILE}, a relative file being relative to the working directory,
   *     or {@code jdbc:postgresql://HOST/DATABASE} with the driver's own parameters
   * @param login {@code user} and {@code password} where the address does not hold them; SQLite
   *     needs neither
   * @param mode what to do where there is no store
   * @param salts salts the journal's digests; nobody should be able to guess it
   * @throws StoreException of every kind but {@code LEASE_LOST}; its message is for people and
   *     names the store without user and password
   */
  public static Store open(String url, Properties login, OpenMode mode, RandomGenerator salts) {
    return open(url, login, mode, salts, Tuning.STANDARD);
  }

  static Store open(
      String url, Properties login, OpenMode mode, RandomGenerator salts, Tuning tuning) {
    if (url.startsWith(SQLITE)) {
      Path file = file(url.substring(SQLITE.length()));
      return new JdbcStore(SqliteDatabase.open(file, mode, tuning), salts);
    }
    if (url.startsWith(POSTGRES)) {
      return new JdbcStore(PostgresDatabase.open(url, login, mode, tuning), salts);
    }
    throw noAddress("It begins with something else.");
  }

  private static Path file(String name) {
    if (name.isBlank() || name.startsWith(":") || name.startsWith("file:") || name.contains("?")) {
      throw noAddress("It names no plain file.");
    }
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      throw noAddress("It names no possible file.");
    }
  }

  private static StoreException noAddress(String what) {
    return new StoreException(
        StoreException.Kind.UNREACHABLE,
        "The address of the store has to be jdbc:sqlite:FILE or jdbc:postgresql://HOST/DATABASE. "
            + what
            + " Correct `store:` in the config.",
        null);
  }
}
