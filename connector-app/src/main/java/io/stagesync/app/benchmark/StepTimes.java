package io.stagesync.app.benchmark;

import io.stagesync.engine.Progress;
import io.stagesync.vocabulary.Side;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** Notes when each step of a run began and ended, and passes on what it hears. */
final class StepTimes implements Progress {
  private final Progress shown;
  private final LongSupplier nanoTime;
  private final long startedAt;
  private final Map<Step, Span> spans = Collections.synchronizedMap(new EnumMap<>(Step.class));

  /**
   * From when to when a step went on.
   *
   * @param from after the start of the run
   * @param to after the start of the run, never before {@code from}
   */
  record Span(Duration from, Duration to) {}

  StepTimes(Progress shown, LongSupplier nanoTime) {
    this.shown = shown;
    this.nanoTime = nanoTime;
    this.startedAt = nanoTime.getAsLong();
  }

  /** The steps so far, in the order of a run; those that never began are missing. */
  Map<Step, Span> spans() {
    synchronized (spans) {
      return new EnumMap<>(spans);
    }
  }

  private Duration sinceStart() {
    return Duration.ofNanos(nanoTime.getAsLong() - startedAt);
  }

  @Override
  public void step(Step step, long total) {
    var now = sinceStart();
    // A step that a run comes back to goes on from where it began first.
    spans.putIfAbsent(step, new Span(now, now));
    shown.step(step, total);
  }

  @Override
  public void advanced(Step step, long by) {
    shown.advanced(step, by);
  }

  @Override
  public void done(Step step) {
    var now = sinceStart();
    spans.computeIfPresent(step, (s, span) -> new Span(span.from(), now));
    shown.done(step);
  }

  @Override
  public void waits(Side side, Duration left) {
    shown.waits(side, left);
  }
}
