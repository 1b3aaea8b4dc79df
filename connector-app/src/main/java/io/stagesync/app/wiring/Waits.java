package io.stagesync.app.wiring;

import io.stagesync.engine.Progress;
import io.stagesync.net.Pause;
import io.stagesync.vocabulary.Side;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says what a run waits for, where that takes longer than people wait without wondering: once in
 * the log, and second by second in the progress that somebody looks at.
 */
public final class Waits {
  private static final Logger LOG = LoggerFactory.getLogger(Waits.class);
  private static final Duration WORTH_TELLING = Duration.ofSeconds(2);
  private static final Duration A_SECOND = Duration.ofSeconds(1);

  private volatile Progress progress = Progress.SILENT;

  /** Where waits are shown from now on. */
  void shownBy(Progress shown) {
    progress = shown;
  }

  /** Waits for a side as somebody else would, and says so. */
  Pause telling(Side side, Pause pause) {
    return duration -> {
      if (duration.compareTo(WORTH_TELLING) < 0) {
        pause.sleep(duration);
        return;
      }
      LOG.info(
          "{} allows the next call in {} s",
          side.displayName(),
          (duration.toMillis() + 999) / 1000);
      count(side, duration, pause);
    };
  }

  private void count(Side side, Duration duration, Pause pause) {
    try {
      var left = duration;
      while (left.compareTo(Duration.ZERO) > 0 && !Thread.currentThread().isInterrupted()) {
        progress.waits(side, left);
        var now = left.compareTo(A_SECOND) > 0 ? A_SECOND : left;
        pause.sleep(now);
        left = left.minus(now);
      }
    } finally {
      progress.waits(side, Duration.ZERO);
    }
  }
}
