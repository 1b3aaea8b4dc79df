package io.stagesync.app.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.app.benchmark.StepTimes.Span;
import io.stagesync.engine.Progress;
import io.stagesync.engine.Progress.Step;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class StepTimesTest {
  private final AtomicLong seconds = new AtomicLong(100);
  private final StepTimes times =
      new StepTimes(Progress.SILENT, () -> Duration.ofSeconds(seconds.get()).toNanos());

  @Test
  void aStepReachesFromWhereItBeganToWhereItWasDone() {
    seconds.addAndGet(2);
    times.step(Step.DECIDE, 10);
    seconds.addAndGet(3);
    times.done(Step.DECIDE);

    assertThat(times.spans()).containsOnlyKeys(Step.DECIDE);
    assertThat(times.spans().get(Step.DECIDE)).isEqualTo(span(2, 5));
  }

  @Test
  void aStepThatARunComesBackToGoesOnFromWhereItBeganFirst() {
    times.step(Step.WRITE_HUBSPOT, 1);
    seconds.addAndGet(1);
    times.done(Step.WRITE_HUBSPOT);
    seconds.addAndGet(4);
    times.step(Step.WRITE_HUBSPOT, 1);
    seconds.addAndGet(1);
    times.done(Step.WRITE_HUBSPOT);

    assertThat(times.spans().get(Step.WRITE_HUBSPOT)).isEqualTo(span(0, 6));
  }

  private static Span span(long from, long to) {
    return new Span(Duration.ofSeconds(from), Duration.ofSeconds(to));
  }
}
