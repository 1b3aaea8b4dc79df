package io.stagesync.app.cli;

import io.stagesync.engine.Progress;
import java.io.PrintStream;
import java.util.EnumMap;
import java.util.Map;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

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
            .setStyle(ProgressBarStyle.ASCII)
            .setUpdateIntervalMillis(200)
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
}
