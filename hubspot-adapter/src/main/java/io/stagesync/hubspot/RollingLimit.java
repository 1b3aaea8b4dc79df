package io.stagesync.hubspot;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Lets at most so many calls begin within any stretch of time of a given length. HubSpot counts in
 * a rolling window; a limiter that counts in fixed periods would let twice as many through around a
 * boundary, or give speed away to avoid that. May be shared by threads.
 *
 * <p>After a refusal half as many are let through, and a tenth more with every full window that
 * went well.
 */
final class RollingLimit {
  private final Clock clock;
  private final long windowMillis;
  private final Deque<Long> booked = new ArrayDeque<>();
  private int ceiling;
  private int allowed;
  private int wellDone;
  private long closedUntil = Long.MIN_VALUE;
  private long loweredAt = Long.MIN_VALUE;
  private long latest = Long.MIN_VALUE + Integer.MAX_VALUE;

  /**
   * @param window a little longer than the account's own, because calls overtake each other
   */
  RollingLimit(Clock clock, Duration window, int ceiling) {
    this.clock = clock;
    this.windowMillis = window.toMillis();
    this.ceiling = Math.max(1, ceiling);
    this.allowed = this.ceiling;
  }

  /** A call's place in the window. */
  record Slot(long at, Duration delay) {}

  /** Books the next place; the caller waits for it. */
  synchronized Slot book() {
    var now = clock.millis();
    if (now < latest - windowMillis) {
      // the clock was set back: what was booked by the old time says nothing any more
      booked.clear();
      closedUntil = Long.MIN_VALUE;
      loweredAt = Long.MIN_VALUE;
    }
    latest = now;
    while (booked.size() > allowed) {
      booked.removeFirst();
    }
    var at = Math.max(now, closedUntil);
    if (booked.size() == allowed) {
      at = Math.max(at, booked.removeFirst() + windowMillis);
    }
    if (!booked.isEmpty()) {
      at = Math.max(at, booked.getLast());
    }
    booked.addLast(at);
    return new Slot(at, Duration.ofMillis(at - now));
  }

  /** A call went well. */
  synchronized void wellDone() {
    if (allowed < ceiling && ++wellDone >= allowed) {
      wellDone = 0;
      allowed = Math.min(ceiling, allowed + Math.max(1, ceiling / 10));
    }
  }

  /** A call that was booked at {@code slot} was refused: everybody waits, then goes slower. */
  synchronized void refused(Slot slot, Duration wait) {
    var now = clock.millis();
    closedUntil = Math.max(closedUntil, now + wait.toMillis());
    if (slot.at > loweredAt) {
      allowed = Math.max(1, allowed / 2);
      wellDone = 0;
      loweredAt = now;
    }
  }

  /** The account said how many it allows; we take our share of that. */
  synchronized void ceiling(int other) {
    var next = Math.max(1, other);
    if (next != ceiling) {
      allowed = allowed == ceiling ? next : Math.min(allowed, next);
      ceiling = next;
    }
  }

  /** Calls that may begin within a window now. */
  synchronized int allowed() {
    return allowed;
  }
}
