package io.stagesync.state.jdbc;

import io.stagesync.state.StoreException;
import io.stagesync.state.StoreException.Kind;
import java.sql.SQLException;

/** PostgreSQL's error codes in plain words (its manual, appendix A). */
record PostgresTrouble(String place) {
  StoreException of(SQLException e) {
    String code = e.getSQLState() == null ? "" : e.getSQLState();
    if (code.equals("53100")) {
      return new StoreException(
          Kind.FULL,
          "%s has no room left on its disk: nothing was written. Make room and run the same command again."
              .formatted(place),
          e);
    }
    if (code.equals("55P03")) {
      return new StoreException(
          Kind.UNREACHABLE,
          "%s is being written by another process: nothing was written. Try again when it is done; `stagesync status` says who it is."
              .formatted(place),
          e);
    }
    if (code.equals("3D000")) {
      return new StoreException(
          Kind.MISSING,
          "%s is in a database that does not exist. Create that, or correct `store:` in the config."
              .formatted(place),
          e);
    }
    if (code.startsWith("28")) {
      return new StoreException(
          Kind.UNREACHABLE,
          "%s is on a server that refuses the user or the password. Correct them in the config."
              .formatted(place),
          e);
    }
    if (code.startsWith("23") || code.startsWith("XX")) {
      return new StoreException(
          Kind.DAMAGED,
          "%s contradicts itself (error %s). Keep a dump for inspection and go back to a backup."
              .formatted(place, code),
          e);
    }
    return new StoreException(
        Kind.UNREACHABLE,
        "%s cannot be reached or used (error %s). Check that the server runs and that this user may read and write its tables."
            .formatted(place, code.isEmpty() ? "unknown" : code),
        e);
  }
}
