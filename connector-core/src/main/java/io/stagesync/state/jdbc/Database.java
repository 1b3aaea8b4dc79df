package io.stagesync.state.jdbc;

import io.stagesync.state.StoreException;
import java.nio.file.Path;
import java.sql.SQLException;

/** What differs between the two kinds of database. */
interface Database extends AutoCloseable {
  /** A transaction that nobody else writes beside. */
  Statements writer() throws SQLException;

  /** Makes a writer's transaction last. */
  void commit(Statements writer) throws SQLException;

  /** Takes a writer back; a transaction that was not committed is undone. */
  void giveBack(Statements writer, boolean committed) throws SQLException;

  /** A transaction on the last commit, beside whoever writes. */
  Statements reader() throws SQLException;

  /** What an error means, for people. */
  StoreException trouble(SQLException e);

  /** Copies all of it into a new SQLite file. */
  void copyTo(Path file) throws SQLException;

  @Override
  void close();
}
