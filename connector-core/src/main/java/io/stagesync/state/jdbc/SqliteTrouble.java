package io.stagesync.state.jdbc;

import io.stagesync.state.StoreException;
import io.stagesync.state.StoreException.Kind;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * SQLite's result codes in plain words (sqlite.org/rescode.html; the driver reports them).
 *
 * @param room how many bytes are free where the store is
 */
record SqliteTrouble(String place, Duration patience, LongSupplier room) {
  /** Who reads beside others needs a file of 32 KB in the store's folder. */
  private static final long ROOM_TO_READ = 64 * 1024;

  private static final int IOERR = 10;
  private static final int CANTOPEN = 14;
  private static final int BUSY = 5;
  private static final int LOCKED = 6;
  private static final int READONLY = 8;
  private static final int CORRUPT = 11;
  private static final int FULL = 13;
  private static final int CONSTRAINT = 19;
  private static final int NOTADB = 26;

  StoreException of(SQLException e) {
    return switch (e.getErrorCode()) {
      case IOERR, CANTOPEN -> room.getAsLong() < ROOM_TO_READ ? noRoomToRead(e) : other(e);
      case FULL ->
          new StoreException(
              Kind.FULL,
              "%s has no room left on its disk: nothing was written. Make room and run the same command again."
                  .formatted(place),
              e);
      case BUSY, LOCKED ->
          new StoreException(
              Kind.UNREACHABLE,
              "%s has been written by another process for more than %d s: nothing was written. Try again when it is done; `stagesync status` says who it is."
                  .formatted(place, patience.toSeconds()),
              e);
      case NOTADB ->
          new StoreException(
              Kind.DAMAGED,
              "%s is no SQLite database. Correct `store:` in the config, or bring the file back from a backup."
                  .formatted(place),
              e);
      case CORRUPT, CONSTRAINT ->
          new StoreException(
              Kind.DAMAGED,
              "%s is damaged (%s). Keep the file for inspection and go back to a backup."
                  .formatted(place, e.getMessage()),
              e);
      case READONLY ->
          new StoreException(
              Kind.UNREACHABLE,
              "%s may not be written by this user. Give it write permission to the file and its folder."
                  .formatted(place),
              e);
      default -> other(e);
    };
  }

  private StoreException noRoomToRead(SQLException e) {
    return new StoreException(
        Kind.FULL,
        "%s cannot be opened: its disk is full, and even reading needs a little room there. Nothing is lost. Make room and run the same command again."
            .formatted(place),
        e);
  }

  private StoreException other(SQLException e) {
    return new StoreException(
        Kind.UNREACHABLE,
        "%s cannot be read or written (%s). Check that the disk is there and that this user may write to the file and its folder."
            .formatted(place, e.getMessage()),
        e);
  }
}
