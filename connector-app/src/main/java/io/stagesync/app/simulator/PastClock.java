package io.stagesync.app.simulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * A clock that is behind until it is set right, so that people can have moved in some time ago.
 * Thread-safe.
 */
final class PastClock extends Clock {
  private final Clock now;
  private volatile Duration behind;

  PastClock(Clock now, Duration behind) {
    this.now = now;
    this.behind = behind;
  }

  /** Shows the time of now from here on. */
  void setRight() {
    behind = Duration.ZERO;
  }

  @Override
  public Instant instant() {
    return now.instant().minus(behind);
  }

  @Override
  public ZoneId getZone() {
    return now.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    var shared = this;
    return new Clock() {
      @Override
      public Instant instant() {
        return shared.instant();
      }

      @Override
      public ZoneId getZone() {
        return zone;
      }

      @Override
      public Clock withZone(ZoneId other) {
        return shared.withZone(other);
      }
    };
  }
}
