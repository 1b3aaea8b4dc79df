package io.stagesync.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class CronTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  @Test
  void theNextTimeIsReadInItsOwnTimeZone() {
    var nightly = new Cron("0 0 3 * * ?");
    var berlin = ZoneId.of("Europe/Berlin");
    assertThat(nightly.after(NOON, berlin)).contains(Instant.parse("2026-11-23T02:00:00Z"));
    assertThat(nightly.interval(NOON, berlin)).contains(Duration.ofHours(24));
  }

  @Test
  void aTimeThatNeverComesIsNone() {
    assertThat(new Cron("0 0 3 1 1 ? 2020").after(NOON, ZoneId.of("UTC"))).isEmpty();
  }

  @Test
  void whatIsNoExpressionIsSaidInWords() {
    assertThat(Cron.problem("0 * * * * ?")).isEmpty();
    assertThat(Cron.problem("every minute")).isPresent();
    assertThat(Cron.problem("0 61 * * * ?").orElse("")).contains("Minute");
    assertThat(Cron.problem("0 99 * * * ?").orElse("")).contains("99");
  }
}
