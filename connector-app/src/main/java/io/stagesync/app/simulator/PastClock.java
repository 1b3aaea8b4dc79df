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
    throw new UnsupportedOperationException("both simulated CRMs share one clock as it is");
  }
}
