package io.stagesync.state.jdbc;

import io.stagesync.state.Lease;
import io.stagesync.state.Session;
import io.stagesync.state.Store;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/** A store in a database. */
final class JdbcStore implements Store {
  private final Database database;
  private final RandomGenerator salts;

  /** Writers of this process wait here, in their order; those of others wait in the database. */
  private final ReentrantLock writing = new ReentrantLock(true);

  JdbcStore(Database database, RandomGenerator salts) {
    this.database = database;
    this.salts = salts;
  }

  @Override
  public <T> T write(Function<Session, T> work) {
    return writing(
        sql -> {
          var session = new JdbcSession(sql, salts);
          T result = work.apply(session);
          session.storeCounters();
          return result;
        });
  }

  private <T> T writing(Function<Sql, T> work) {
    if (writing.isHeldByCurrentThread()) {
      throw new IllegalStateException("a writing transaction within a writing transaction");
    }
    writing.lock();
    try {
      return inTransaction(database.writer(), work);
    } catch (SQLException e) {
      throw database.trouble(e);
    } finally {
      writing.unlock();
    }
  }

  private <T> T inTransaction(Statements writer, Function<Sql, T> work) throws SQLException {
    boolean committed = false;
    try {
      T result;
      try (Sql sql = new Sql(writer, false, database::trouble)) {
        result = work.apply(sql);
      }
      database.commit(writer);
      committed = true;
      return result;
    } finally {
      database.giveBack(writer, committed);
    }
  }

  @Override
  public <T> T read(Function<Session, T> work) {
    return reading(sql -> work.apply(new JdbcSession(sql, salts)));
  }

  private <T> T reading(Function<Sql, T> work) {
    try (Statements reader = database.reader();
        Sql sql = new Sql(reader, true, database::trouble)) {
      return work.apply(sql);
    } catch (SQLException e) {
      throw database.trouble(e);
    }
  }

  /** Asks first, beside whoever writes: a long transaction of the holder is not waited for. */
  @Override
  public Optional<Lease> acquire(String holder, Instant now, Instant expires) {
    if (holder().filter(other -> other.expires().isAfter(now)).isPresent()) {
      return Optional.empty();
    }
    return writing(sql -> new LeaseRow(sql).acquire(holder, now, expires));
  }

  @Override
  public Optional<Lease> holder() {
    return reading(sql -> new LeaseRow(sql).holder());
  }

  @Override
  public boolean renew(Lease lease, Instant expires) {
    return writing(sql -> new LeaseRow(sql).renew(lease, expires));
  }

  @Override
  public void release(Lease lease) {
    writing(
        sql -> {
          new LeaseRow(sql).release(lease);
          return Boolean.TRUE;
        });
  }

  @Override
  public void copyTo(Path file) {
    try {
      database.copyTo(file);
    } catch (SQLException e) {
      throw database.trouble(e);
    }
  }

  @Override
  public void close() {
    database.close();
  }
}
