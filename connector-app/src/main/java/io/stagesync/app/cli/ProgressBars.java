package io.stagesync.app.cli;

import io.stagesync.engine.Progress;
import io.stagesync.vocabulary.Side;
import java.io.PrintStream;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;

/** Shows a person how far a run came: a bar a step. */
final class ProgressBars implements Progress {
  private final PrintStream to;
  private final Map<Step, ProgressBar> bars = new EnumMap<>(Step.class);

  ProgressBars(PrintStream to) {
    this.to = to;
  }

  @Override
  public synchronized void step(Step step, long total) {
    done(step);
    bars.put(
        step,
        new ProgressBarBuilder()
            .setTaskName(step.words())
            .setInitialMax(total == 0 ? -1 : total)
            .setRenderer(new BarLine())
            .setUpdateIntervalMillis(200)
            .continuousUpdate()
            .setConsumer(new ConsoleProgressBarConsumer(to, 78))
            .build());
  }

  @Override
  public synchronized void advanced(Step step, long by) {
    var bar = bars.get(step);
    if (bar != null) {
      bar.stepBy(by);
    }
  }

  @Override
  public synchronized void done(Step step) {
    var bar = bars.remove(step);
    if (bar != null) {
      bar.close();
    }
  }

  /** Within the bars of what deals with that side; where none does, within all. */
  @Override
  public synchronized void waits(Side side, Duration left) {
    var words =
        left.isZero()
            ? ""
            : side.displayName()
                + " allows the next call in "
                + (left.toMillis() + 999) / 1000
                + " s";
    var ofSide = bars.keySet().stream().filter(s -> s.side().filter(side::equals).isPresent());
    var steps = Set.copyOf(ofSide.toList());
    bars.forEach(
        (step, bar) -> {
          if (steps.isEmpty() || steps.contains(step)) {
            bar.setExtraMessage(words);
            bar.refresh();
          }
        });
  }
}
