package io.stagesync.salesforce;

import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.stagesync.net.Pause;
import java.time.Duration;

/**
 * How often and after which pauses a call is made again: five attempts, pauses that double from one
 * second with a random part, at most half a minute each. The library only reckons; {@link Pause}
 * does the waiting, so that tests need none.
 */
final class Repetition {
  private static final int ATTEMPTS = 5;

  private final Pause pause;
  private final Retry retry =
      Retry.of(
          "salesforce",
          RetryConfig.custom()
              .maxAttempts(ATTEMPTS)
              .intervalFunction(
                  IntervalFunction.ofExponentialRandomBackoff(
                      Duration.ofSeconds(1), 2.0, 0.5, Duration.ofSeconds(30)))
              .build());

  Repetition(Pause pause) {
    this.pause = pause;
  }

  /** Begins to count the attempts of one call. */
  Attempts start() {
    Retry.AsyncContext<Object> context = retry.asyncContext();
    return failure -> {
      long wait = context.onError(failure);
      if (wait < 0) {
        return false;
      }
      pause.sleep(Duration.ofMillis(wait));
      return !Thread.currentThread().isInterrupted();
    };
  }

  /** Waits a moment before rows that others held are tried again. */
  void breathe() {
    pause.sleep(Duration.ofSeconds(2));
  }

  /** The attempts of one call. */
  @FunctionalInterface
  interface Attempts {
    /** Waits before the next attempt; false when there is to be none. */
    boolean pauseAfter(Throwable failure);
  }
}
