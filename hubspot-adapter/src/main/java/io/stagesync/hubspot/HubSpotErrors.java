package io.stagesync.hubspot;

import static io.stagesync.hubspot.HubSpotFailure.Remedy;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.stagesync.hubspot.client.ApiException;
import io.stagesync.port.CrmException.Kind;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Sorts whatever can go wrong in an exchange; the only place that does. */
final class HubSpotErrors {
  private static final Duration BURST = Duration.ofSeconds(10);
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration LOCK = Duration.ofSeconds(2);
  private static final Duration LONG = Duration.ofMinutes(5);
  private static final Duration MOVE = Duration.ofHours(1);

  private final Clock clock;
  private final DailyAllowance daily;

  HubSpotErrors(Clock clock, DailyAllowance daily) {
    this.clock = clock;
    this.daily = daily;
  }

  /**
   * Sorts a failure.
   *
   * @param doing what was being done, for the message: {@code reading contacts}
   * @param search whether it was a search, which has a limit of its own
   */
  HubSpotFailure sort(ApiException failure, String doing, boolean search) {
    if (failure.getCode() == 0) {
      return withoutAnswer(failure, doing);
    }
    var body = ErrorBody.of(failure.getResponseBody());
    var status = failure.getCode();
    var after = retryAfter(failure);
    var said = status + (body.word().isEmpty() ? "" : " " + body.word());
    return switch (status) {
      case 429 -> tooMany(body, doing, search, after);
      case 423 ->
          failure(Remedy.WAIT, Kind.UNREACHABLE, status, body, after.orElse(LOCK), said, doing);
      case 401 -> stop(Kind.CREDENTIALS, body, status, credentials(said, doing));
      case 403 -> stop(Kind.FORBIDDEN, body, status, forbidden(body, said, doing));
      case 477 -> moving(body, doing, after.orElse(MOVE));
      case 400, 404, 409, 414 ->
          failure(Remedy.RECORD, Kind.MISFIT, status, body, Duration.ZERO, said, doing);
      default ->
          status >= 500
              ? failure(
                  Remedy.REPEAT,
                  Kind.UNREACHABLE,
                  status,
                  body,
                  after.orElse(Duration.ZERO),
                  said,
                  doing)
              : failure(Remedy.STOP, Kind.MISFIT, status, body, Duration.ZERO, said, doing);
    };
  }

  /** An answer that says success and makes no sense. */
  HubSpotFailure garbled(String doing) {
    return new HubSpotFailure(
        Remedy.REPEAT,
        Kind.GARBLED,
        200,
        "",
        "HubSpot's answer while " + doing + " could not be understood; is a proxy in between?",
        Duration.ZERO,
        Optional.empty(),
        null);
  }

  private HubSpotFailure withoutAnswer(ApiException failure, String doing) {
    var cause = failure.getCause();
    if (cause instanceof JsonProcessingException) {
      return garbled(doing);
    }
    var unsent = cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException;
    var why = cause == null ? "no answer" : cause.getClass().getSimpleName();
    return new HubSpotFailure(
        unsent ? Remedy.WAIT : Remedy.REPEAT,
        Kind.UNREACHABLE,
        0,
        "",
        "HubSpot gave no answer while "
            + doing
            + " ("
            + why
            + "). Check the network and hubspot.base-url",
        Duration.ZERO,
        Optional.empty(),
        cause);
  }

  private HubSpotFailure tooMany(
      ErrorBody body, String doing, boolean search, Optional<Duration> after) {
    var policy = body.policy().toUpperCase(Locale.ROOT);
    var whole =
        policy.equals("DAILY")
            || policy.isEmpty() && body.message().toLowerCase(Locale.ROOT).contains("daily limit");
    if (whole || after.filter(wait -> wait.compareTo(LONG) > 0).isPresent()) {
      var until = after.map(clock.instant()::plus).orElseGet(daily::nextDay);
      return new HubSpotFailure(
          Remedy.STOP,
          Kind.DAILY_LIMIT,
          429,
          "DAILY",
          "HubSpot's calls for today are used up, by all programs together. They begin anew at "
              + until,
          Duration.ZERO,
          Optional.of(until),
          null);
    }
    var wait = after.orElse(search || policy.equals("SECONDLY") ? SECOND : BURST);
    return failure(Remedy.SLOWER, Kind.UNREACHABLE, 429, body, wait, "429, too many calls", doing);
  }

  private HubSpotFailure moving(ErrorBody body, String doing, Duration wait) {
    var until = clock.instant().plus(wait);
    return new HubSpotFailure(
        Remedy.STOP,
        Kind.CLOSED,
        477,
        body.category(),
        "HubSpot is moving this account to another data centre (477 while "
            + doing
            + "). Nothing is lost; try again after "
            + until,
        Duration.ZERO,
        Optional.of(until),
        null);
  }

  private static String credentials(String said, String doing) {
    return "HubSpot refused the access token ("
        + said
        + " while "
        + doing
        + "). Create or rotate the service key and set hubspot.access-token";
  }

  private static String forbidden(ErrorBody body, String said, String doing) {
    return body.scopes().isEmpty()
        ? "HubSpot does not allow this (" + said + " while " + doing + "): " + body.message()
        : "HubSpot's access token lacks the scope "
            + String.join(", ", body.scopes())
            + " (while "
            + doing
            + "). Add it to the service key";
  }

  private static HubSpotFailure stop(Kind kind, ErrorBody body, int status, String message) {
    return new HubSpotFailure(
        Remedy.STOP, kind, status, body.category(), message, Duration.ZERO, Optional.empty(), null);
  }

  private static HubSpotFailure failure(
      Remedy remedy,
      Kind kind,
      int status,
      ErrorBody body,
      Duration wait,
      String said,
      String doing) {
    var words = body.message().isEmpty() ? "" : ": " + body.message();
    return new HubSpotFailure(
        remedy,
        kind,
        status,
        body.word(),
        "HubSpot answered " + said + " while " + doing + words,
        wait,
        Optional.empty(),
        null);
  }

  private Optional<Duration> retryAfter(ApiException failure) {
    var headers = failure.getResponseHeaders();
    return headers == null
        ? Optional.empty()
        : headers
            .firstValue("Retry-After")
            .filter(text -> text.strip().matches("\\d{1,6}"))
            .map(text -> Duration.ofSeconds(Long.parseLong(text.strip())))
            .map(wait -> wait.compareTo(Duration.ofDays(1)) > 0 ? Duration.ofDays(1) : wait);
  }
}
