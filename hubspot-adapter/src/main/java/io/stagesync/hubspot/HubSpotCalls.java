package io.stagesync.hubspot;

import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.stagesync.hubspot.HubSpotFailure.Remedy;
import io.stagesync.hubspot.client.ApiException;
import io.stagesync.hubspot.client.api.AccountApi;
import io.stagesync.hubspot.client.api.ContactsApi;
import io.stagesync.hubspot.client.api.ListsApi;
import io.stagesync.hubspot.client.api.PropertiesApi;
import io.stagesync.net.CallMeter;
import io.stagesync.net.Pause;
import io.stagesync.port.CallCount;
import io.stagesync.port.CallCount.Purpose;
import io.stagesync.port.CrmException;
import io.stagesync.port.DailyBudget;
import io.stagesync.vocabulary.Side;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Every exchange with the account goes through here: limits, repetition, counting. */
final class HubSpotCalls {
  private static final int ATTEMPTS = 6;
  private static final int NOT_FOUND = 404;
  private static final Duration DOUBT = Duration.ofSeconds(1);
  private static final Duration BURST_WINDOW = Duration.ofMillis(10_250);
  private static final Duration SEARCH_WINDOW = Duration.ofMillis(1_050);

  private final HubSpotSettings settings;
  private final Clock clock;
  private final Pause pause;
  private final CallMeter<Purpose> meter = new CallMeter<>(Purpose.class);
  private final RollingLimit burst;
  private final RollingLimit searches;
  private final DailyAllowance daily;
  private final HubSpotErrors errors;
  private final AnswerHeaders headers;
  private final Retry reading;
  private final Retry writing;
  private final ContactsApi contacts;
  private final PropertiesApi properties;
  private final AccountApi account;
  private final ListsApi lists;

  HubSpotCalls(HubSpotSettings settings, Clock clock, Pause pause) {
    this.settings = settings;
    this.clock = clock;
    this.pause = pause;
    var limits = settings.limits();
    var first = limits.burst().orElse(HubSpotLimits.USUAL_BURST);
    burst = new RollingLimit(clock, BURST_WINDOW, (int) (first * limits.share()));
    searches = new RollingLimit(clock, SEARCH_WINDOW, (int) (limits.search() * limits.share()));
    daily = new DailyAllowance(clock, limits.share());
    errors = new HubSpotErrors(clock, daily);
    headers = new AnswerHeaders(clock, limits, burst, daily);
    reading = retry("hubspot-read", false);
    writing = retry("hubspot-write", true);
    var client = new HubSpotClient(settings, headers);
    contacts = new ContactsApi(client);
    properties = new PropertiesApi(client);
    account = new AccountApi(client);
    lists = new ListsApi(client);
  }

  /** One request; it returns null where the answer lacks what it must have. */
  @FunctionalInterface
  interface Request<T> {
    @Nullable T send() throws ApiException;
  }

  private enum Lane {
    READ,
    SEARCH,
    WRITE
  }

  /**
   * Reads, repeating what failed.
   *
   * @throws CrmException when nothing helps
   */
  <T> T read(Purpose purpose, String doing, Request<T> request) {
    return orOutside(() -> call(purpose, doing, Lane.READ, request));
  }

  /** Reads one thing that may not be there; otherwise as {@link #read}. */
  <T> Optional<T> find(Purpose purpose, String doing, Request<T> request) {
    try {
      return Optional.of(call(purpose, doing, Lane.READ, request));
    } catch (HubSpotFailure failure) {
      if (failure.status == NOT_FOUND) {
        return Optional.empty();
      }
      throw failure.outside();
    }
  }

  /** Searches, which has a limit of its own; otherwise as {@link #read}. */
  <T> T search(Purpose purpose, String doing, Request<T> request) {
    return orOutside(() -> call(purpose, doing, Lane.SEARCH, request));
  }

  /**
   * Writes, repeating only what was certainly not carried out.
   *
   * @throws HubSpotFailure of any remedy but {@link Remedy#STOP}
   * @throws CrmException when nothing helps, and nothing was written
   */
  <T> T write(String doing, Request<T> request) {
    return call(Purpose.WRITE, doing, Lane.WRITE, request);
  }

  private static <T> T orOutside(Supplier<T> reading) {
    try {
      return reading.get();
    } catch (HubSpotFailure failure) {
      throw failure.outside();
    }
  }

  private <T> T call(Purpose purpose, String doing, Lane lane, Request<T> request) {
    var write = lane == Lane.WRITE;
    var attempts = (write ? writing : reading).<T>asyncContext();
    var doubted = false;
    meter.count(purpose);
    while (true) {
      try {
        var answer = once(doing, lane, request);
        attempts.onComplete();
        return answer;
      } catch (HubSpotFailure failure) {
        // one refusal of a token is no proof that it is no longer good
        var doubt = failure.kind == CrmException.Kind.CREDENTIALS && !doubted;
        doubted = doubted || doubt;
        var wait = doubt ? DOUBT.toMillis() : attempts.onError(failure);
        if (wait < 0 || Thread.currentThread().isInterrupted()) {
          throw inside(failure, write) ? failure : failure.outside();
        }
        pause.sleep(Duration.ofMillis(wait));
        meter.count(Purpose.RETRY);
      }
    }
  }

  /** Whether the callers in this package can make more of a failure than those outside. */
  private static boolean inside(HubSpotFailure failure, boolean write) {
    return switch (failure.remedy) {
      case RECORD -> true;
      case SLOWER, REPEAT -> write;
      case WAIT -> write && failure.status != 0;
      case STOP -> false;
    };
  }

  private <T> T once(String doing, Lane lane, Request<T> request) {
    if (daily.exhausted()) {
      throw shareUsedUp();
    }
    var limit = lane == Lane.SEARCH ? searches : burst;
    var slot = limit.book();
    if (!slot.delay().isZero()) {
      pause.sleep(slot.delay());
    }
    try {
      var answer = request.send();
      if (answer == null) {
        throw errors.garbled(doing);
      }
      limit.wellDone();
      return answer;
    } catch (ApiException e) {
      var failure = errors.sort(e, doing, lane == Lane.SEARCH);
      if (failure.remedy == Remedy.SLOWER) {
        limit.refused(slot, failure.wait);
      }
      throw failure;
    }
  }

  private CrmException shareUsedUp() {
    return new CrmException(
        Side.HUBSPOT,
        CrmException.Kind.DAILY_LIMIT,
        "SHARE",
        "StageSync's share of HubSpot's calls for today is used up ("
            + daily.budget().map(b -> b.used() + " of " + b.limit()).orElse("unknown")
            + " calls by all programs). They begin anew at "
            + daily.nextDay(),
        Optional.of(daily.nextDay()),
        null);
  }

  /** Repeats with growing, scattered pauses, and never sooner than the account asked for. */
  private static Retry retry(String name, boolean write) {
    var backoff = IntervalFunction.ofExponentialRandomBackoff(250L, 2.0, 0.5, 8_000L);
    var config =
        RetryConfig.custom()
            .maxAttempts(ATTEMPTS)
            .retryOnException(e -> e instanceof HubSpotFailure f && f.repeatable(write))
            .intervalBiFunction(
                (attempt, outcome) -> {
                  var least =
                      outcome.getLeft() instanceof HubSpotFailure f
                          ? f.remedy == Remedy.SLOWER ? 0 : f.wait.toMillis()
                          : 0;
                  return Math.max(least, backoff.apply(attempt));
                })
            .build();
    return Retry.of(name, config);
  }

  ContactsApi contacts() {
    return contacts;
  }

  PropertiesApi properties() {
    return properties;
  }

  ListsApi lists() {
    return lists;
  }

  AccountApi account() {
    return account;
  }

  String version() {
    return settings.apiVersion();
  }

  /** What time it is there, as its latest answer told; empty before the first. */
  Optional<Instant> theirTime() {
    return headers.theirTime();
  }

  Clock clock() {
    return clock;
  }

  void zone(ZoneId zone) {
    daily.zone(zone);
  }

  CallCount made() {
    return new CallCount(meter.counts());
  }

  Optional<DailyBudget> budget() {
    return daily.budget();
  }
}
