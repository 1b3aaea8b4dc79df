package io.stagesync.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.port.DailyBudget;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient.Version;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLSession;
import org.junit.jupiter.api.Test;

/** What is left of the day, as answers tell it that need not come in the order they were given. */
class AnswerHeadersTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final Instant MIDNIGHT = Instant.parse("2026-11-23T00:00:00Z");

  private final Clock clock = Clock.fixed(NOON, ZoneOffset.UTC);
  private final DailyAllowance daily = new DailyAllowance(clock, 0.8);
  private final AnswerHeaders headers =
      new AnswerHeaders(
          clock,
          HubSpotLimits.STANDARD,
          new RollingLimit(clock, Duration.ofSeconds(10), 100),
          daily);

  @Test
  void ofTheAnswersOfOneSecondTheOneThatLeavesTheLeastCounts() {
    told(497, NOON);
    told(498, NOON);
    assertUsed(503);

    told(496, NOON);
    assertUsed(504);
  }

  @Test
  void aLaterAnswerTellsOfANewDay() {
    told(100, MIDNIGHT.minusSeconds(1));
    told(999, MIDNIGHT);

    assertUsed(1);
  }

  @Test
  void anAnswerOfYesterdayThatIsHandledAfterOneOfTodayTellsNothing() {
    told(999, MIDNIGHT);
    told(100, MIDNIGHT.minusSeconds(1));

    assertUsed(1);
    assertThat(daily.exhausted()).isFalse();
  }

  @Test
  void afterAnAnswerWithADateToComeTheCountGoesOn() {
    told(200, NOON.plus(Duration.ofDays(300)));
    told(900, NOON);
    assertUsed(100);

    told(899, NOON.plusSeconds(1));
    assertUsed(101);
  }

  @Test
  void anAnswerWithoutADateCountsAsItComes() {
    accept(Map.of(), 500);
    accept(Map.of("Date", "yesterday"), 600);

    assertUsed(400);
    assertThat(headers.theirTime()).isEmpty();
  }

  private void assertUsed(long calls) {
    assertThat(daily.budget()).contains(new DailyBudget(calls, 1_000));
  }

  private void told(long left, Instant at) {
    var date = DateTimeFormatter.RFC_1123_DATE_TIME.format(at.atOffset(ZoneOffset.UTC));
    accept(Map.of("Date", date), left);
  }

  private void accept(Map<String, String> more, long left) {
    var all = new HashMap<String, List<String>>();
    more.forEach((name, value) -> all.put(name, List.of(value)));
    all.put("X-HubSpot-RateLimit-Daily", List.of("1000"));
    all.put("X-HubSpot-RateLimit-Daily-Remaining", List.of(String.valueOf(left)));
    headers.accept(new Answer(HttpHeaders.of(all, (name, value) -> true)));
  }

  /** An answer of which only the headers matter. */
  private record Answer(HttpHeaders headers) implements HttpResponse<InputStream> {
    @Override
    public int statusCode() {
      return 200;
    }

    @Override
    public HttpRequest request() {
      return HttpRequest.newBuilder(uri()).build();
    }

    @Override
    public Optional<HttpResponse<InputStream>> previousResponse() {
      return Optional.empty();
    }

    @Override
    public InputStream body() {
      return InputStream.nullInputStream();
    }

    @Override
    public Optional<SSLSession> sslSession() {
      return Optional.empty();
    }

    @Override
    public URI uri() {
      return URI.create("https://api.hubapi.com/crm/v3/objects/contacts");
    }

    @Override
    public Version version() {
      return Version.HTTP_1_1;
    }
  }
}
