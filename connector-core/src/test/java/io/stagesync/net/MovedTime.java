package io.stagesync.net;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Everybody's clock in a test. It moves when somebody waits, and when the test says so. */
public final class MovedTime extends Clock implements Pause {
  private Instant now;
  private Duration waited = Duration.ZERO;

  /** A clock that stands at a moment. */
  public MovedTime(Instant start) {
    now = start;
  }

  @Override
  public synchronized Instant instant() {
    return now;
  }

  @Override
  public synchronized void sleep(Duration duration) {
    waited = waited.plus(duration);
    now = now.plus(duration);
  }

  /** Time passes while nobody waits. */
  public synchronized void pass(Duration duration) {
    now = now.plus(duration);
  }

  /** How long everybody waited so far, all waits together. */
  public synchronized Duration waited() {
    return waited;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
