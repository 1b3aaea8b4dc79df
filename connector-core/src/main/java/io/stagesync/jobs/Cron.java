package io.stagesync.jobs;

import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Date;
import java.util.Optional;
import java.util.TimeZone;
import org.quartz.CronExpression;

/**
 * A cron expression in Quartz's form, with seconds first: {@code 0 0 3 * * ?} is every night at 3.
 *
 * @param text valid, or every use of it throws
 */
public record Cron(String text) {
  /** What is wrong with an expression, in words; empty when nothing is. */
  public static Optional<String> problem(String text) {
    try {
      new CronExpression(text);
      return meansEveryByMistake(text)
          ? Optional.of("98 and 99 are no second, minute, hour, day or month")
          : Optional.empty();
    } catch (ParseException | RuntimeException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  /** Quartz takes 98 and 99 for its own marks, so that {@code 0 99 * * * ?} runs every minute. */
  private static boolean meansEveryByMistake(String text) {
    return Arrays.stream(text.strip().split("\\s+"))
        .limit(5)
        .anyMatch(field -> field.matches(".*\\b9[89]\\b.*"));
  }

  /** The first time after a moment; empty when it never comes again. */
  public Optional<Instant> after(Instant moment, ZoneId zone) {
    try {
      var expression = new CronExpression(text);
      expression.setTimeZone(TimeZone.getTimeZone(zone));
      return Optional.ofNullable(expression.getNextValidTimeAfter(Date.from(moment)))
          .map(Date::toInstant);
    } catch (ParseException e) {
      throw new IllegalArgumentException("no cron expression: " + text, e);
    }
  }

  /** How long it takes from one time to the next, seen from a moment; empty when it ends. */
  public Optional<Duration> interval(Instant moment, ZoneId zone) {
    return after(moment, zone)
        .flatMap(first -> after(first, zone).map(second -> Duration.between(first, second)));
  }
}
