package io.stagesync.app.story;

import io.stagesync.net.Pause;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Everybody's clock in a story. It moves when somebody waits, and when the story says so. */
final class StoryTime extends Clock implements Pause {
  private Instant now = Instant.parse("2026-11-02T08:00:00Z");
  private Duration waited = Duration.ZERO;

  @Override
  public synchronized Instant instant() {
    return now;
  }

  @Override
  public synchronized void sleep(Duration duration) {
    waited = waited.plus(duration);
    now = now.plus(duration);
  }

  synchronized void pass(Duration duration) {
    now = now.plus(duration);
  }

  /** How long everybody waited for the CRMs so far. */
  synchronized Duration waited() {
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
