package io.stagesync.net;

import java.time.Duration;

/** How to wait. The one place where a thread sleeps; tests hand in one that only notes it. */
@FunctionalInterface
public interface Pause {
  /** Waits in real time. */
  Pause REAL =
      duration -> {
        try {
          Thread.sleep(duration.toMillis());
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      };

  /** Waits; returns early, with the thread's interrupt flag set, when it is interrupted. */
  void sleep(Duration duration);
}
