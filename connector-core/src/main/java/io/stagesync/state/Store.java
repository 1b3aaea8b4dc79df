package io.stagesync.state;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Everything that is remembered. May be used by several threads; writing transactions follow one
 * another.
 *
 * <p>Every method throws {@link StoreException} when the store cannot do it: its disk is full, its
 * server is gone, it was written by a newer program.
 */
public interface Store extends AutoCloseable {

  /** Does all of the work in one transaction, or none of it when the work throws. */
  <T> T write(Function<Session, T> work);

  /** {@link #write(Function)} for work without a result. */
  default void change(Consumer<Session> work) {
    write(
        session -> {
          work.accept(session);
          return Boolean.TRUE;
        });
  }

  /** Reads the last commit, beside whoever writes just now; the work must not change anything. */
  <T> T read(Function<Session, T> work);

  /**
   * Takes the one place of whoever writes to a CRM, and counts its epoch up.
   *
   * @param holder host, process and command, for messages
   * @param now the current moment
   * @param expires when others may take it over if it is not renewed
   * @return empty while somebody else holds it and has not expired
   */
  Optional<Lease> acquire(String holder, Instant now, Instant expires);

  /** Who holds the place, expired or not; empty when nobody does. */
  Optional<Lease> holder();

  /**
   * Keeps the place longer.
   *
   * @return whether it still was ours: same epoch
   */
  boolean renew(Lease lease, Instant expires);

  /** Gives the place back; harmless when it is not ours any more. */
  void release(Lease lease);

  /**
   * Copies the whole store into a new SQLite file, consistent as of one moment, beside whoever
   * writes.
   */
  void copyTo(Path file);

  @Override
  void close();
}
