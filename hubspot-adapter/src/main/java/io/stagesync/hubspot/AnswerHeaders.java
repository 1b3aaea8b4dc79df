package io.stagesync.hubspot;

import java.io.InputStream;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Learns from the headers of every answer: what is left, what is allowed, what time it is there.
 */
final class AnswerHeaders implements Consumer<HttpResponse<InputStream>> {
  private static final Logger LOG = LoggerFactory.getLogger(HubSpotCrm.class);

  private final Clock clock;
  private final HubSpotLimits limits;
  private final RollingLimit burst;
  private final DailyAllowance daily;
  private volatile Optional<Duration> ahead = Optional.empty();
  private Instant latest = Instant.MIN;

  AnswerHeaders(Clock clock, HubSpotLimits limits, RollingLimit burst, DailyAllowance daily) {
    this.clock = clock;
    this.limits = limits;
    this.burst = burst;
    this.daily = daily;
  }

  @Override
  public void accept(HttpResponse<InputStream> answer) {
    var headers = answer.headers();
    LOG.debug(
        "{} {} answered {} (correlation id {})",
        answer.request().method(),
        answer.request().uri().getPath(),
        answer.statusCode(),
        headers.firstValue("X-HubSpot-Correlation-Id").orElse("none"));
    var most = number(headers, "X-HubSpot-RateLimit-Max");
    var perTenSeconds = number(headers, "X-HubSpot-RateLimit-Interval-Milliseconds").orElse(0);
    if (limits.burst().isEmpty() && most.isPresent() && perTenSeconds == 10_000) {
      burst.ceiling((int) (Math.min(most.getAsLong(), 100_000) * limits.share()));
    }
    var limit = number(headers, "X-HubSpot-RateLimit-Daily");
    var left = number(headers, "X-HubSpot-RateLimit-Daily-Remaining");
    var date = headers.firstValue("Date").flatMap(AnswerHeaders::date);
    if (limit.isPresent() && left.isPresent()) {
      date.ifPresentOrElse(
          given -> leftToday(left.getAsLong(), limit.getAsLong(), given),
          () -> daily.told(left.getAsLong(), limit.getAsLong(), true));
    }
    date.ifPresent(theirs -> ahead = Optional.of(Duration.between(clock.instant(), theirs)));
  }

  /**
   * Answers are dated to the second; of those of one second nobody knows the order. One that was
   * overtaken by a newer one tells nothing any more. One that is older than an exchange may last
   * was not overtaken: the newer one was dated wrong.
   */
  private synchronized void leftToday(long left, long limit, Instant given) {
    boolean overtaken = given.isBefore(latest) && given.plus(limits.deadline()).isAfter(latest);
    if (!overtaken) {
      daily.told(left, limit, !given.equals(latest));
      latest = given;
    }
  }

  /** What time it is there; empty as long as no answer said so. */
  Optional<Instant> theirTime() {
    return ahead.map(difference -> clock.instant().plus(difference));
  }

  private static Optional<Instant> date(String text) {
    try {
      return Optional.of(
          ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException e) {
      LOG.debug("HubSpot sent a date that could not be understood: {}", e.getMessage());
      return Optional.empty();
    }
  }

  private static OptionalLong number(HttpHeaders headers, String name) {
    var text = headers.firstValue(name).map(String::strip).orElse("");
    return text.matches("\\d{1,15}") ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
  }
}
