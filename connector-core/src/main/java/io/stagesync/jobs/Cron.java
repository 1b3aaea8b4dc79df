package io.stagesync.jobs;

import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.Optional;
import java.util.TimeZone;
import org.quartz.CronExpression;

/**
 * When something happens again and again.
 *
 * @param expression six or seven fields: second, minute, hour, day, month, weekday, year
 * @param zone the time zone in which it is read
 */
public record Cron(String expression, ZoneId zone) {

  /** What is wrong with an expression, in words; empty when nothing is. */
  public static Optional<String> problem(String expression) {
    try {
      new CronExpression(expression);
      return Optional.empty();
    } catch (ParseException | RuntimeException e) {
      var message = e.getMessage();
      return Optional.of(message == null ? "it cannot be read" : message);
    }
  }

  /**
   * The first time after a moment; empty where there is none.
   *
   * @throws IllegalStateException for an expression that has a {@link #problem}
   */
  public Optional<Instant> next(Instant after) {
    try {
      var cron = new CronExpression(expression);
      cron.setTimeZone(TimeZone.getTimeZone(zone));
      return Optional.ofNullable(cron.getNextValidTimeAfter(Date.from(after))).map(Date::toInstant);
    } catch (ParseException e) {
      throw new IllegalStateException(expression + " is no cron expression", e);
    }
  }

  /** How long it is between the two times that follow a moment; empty where there are not two. */
  public Optional<Duration> interval(Instant after) {
    return next(after).flatMap(one -> next(one).map(two -> Duration.between(one, two)));
  }
}
