package io.stagesync.engine;

import io.stagesync.state.Lease;
import io.stagesync.state.Session;
import io.stagesync.state.Store;
import io.stagesync.state.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A run's hold on the writer's place of its store. It is taken for the length of a run only, kept
 * alive while the run works, and checked within each transaction before anything is sent: a process
 * that slept beyond its lease sends nothing more once somebody else took over.
 */
final class Turn implements AutoCloseable {
  private static final Duration LENGTH = Duration.ofMinutes(5);
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration STEP = Duration.ofMillis(500);

  private final Store store;
  private final Surroundings around;
  private final Lease lease;
  private Instant renewed;

  private Turn(Store store, Surroundings around, Lease lease) {
    this.store = store;
    this.around = around;
    this.lease = lease;
    this.renewed = around.clock().instant();
  }

  /**
   * Takes the place, after a process that died in it at once, else waiting for up to 30 seconds.
   *
   * @throws EngineException {@code BUSY}, naming who holds it
   */
  static Turn take(Store store, Surroundings around) {
    var waited = Duration.ZERO;
    while (true) {
      var now = around.clock().instant();
      var lease = store.acquire(around.holder().text(), now, now.plus(LENGTH));
      if (lease.isPresent()) {
        return new Turn(store, around, lease.get());
      }
      var held = store.holder();
      if (held.isPresent() && around.holder().isDead(held.get().holder())) {
        store.release(held.get());
      } else if (waited.compareTo(PATIENCE) >= 0) {
        throw busy(held);
      } else {
        around.pause().sleep(STEP);
        waited = waited.plus(STEP);
      }
    }
  }

  private static EngineException busy(Optional<Lease> held) {
    return new EngineException(
        EngineException.Kind.BUSY,
        "Another run is under way: "
            + held.map(l -> l.holder() + ", since " + l.since()).orElse("its holder just changed")
            + ". Nothing was written. Wait until it has ended, or end that process, and start again.");
  }

  /** Keeps the place; to be called now and then while the run works. */
  synchronized void keep() {
    var now = around.clock().instant();
    if (Duration.between(renewed, now).compareTo(LENGTH.dividedBy(5)) < 0) {
      return;
    }
    if (!store.renew(lease, now.plus(LENGTH))) {
      throw new StoreException(
          StoreException.Kind.LEASE_LOST,
          "This run was away for longer than "
              + LENGTH.toMinutes()
              + " minutes and another one took over. It stops here; nothing is lost.",
          null);
    }
    renewed = now;
  }

  /** Makes sure, within a transaction, that the place is still ours. */
  void require(Session session) {
    session.require(lease);
  }

  @Override
  public void close() {
    store.release(lease);
  }
}
