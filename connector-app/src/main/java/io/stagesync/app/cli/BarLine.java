package io.stagesync.app.cli;

import java.text.DecimalFormat;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import me.tongfei.progressbar.DefaultProgressBarRenderer;
import me.tongfei.progressbar.ProgressBarStyle;
import me.tongfei.progressbar.ProgressState;

/** Draws a bar; while its step waits, what it waits for stands where numbers and times stood. */
final class BarLine extends DefaultProgressBarRenderer {
  BarLine() {
    super(
        ProgressBarStyle.ASCII,
        "",
        1,
        false,
        new DecimalFormat(),
        ChronoUnit.SECONDS,
        true,
        BarLine::left);
  }

  @Override
  public String render(ProgressState state, int width) {
    var waits = state.getExtraMessage();
    if (waits.isBlank()) {
      return super.render(state, width);
    }
    var before = state.getTaskName() + " " + percentage(state) + " [";
    var after = "] " + waits;
    int room = Math.max(0, width - before.length() - after.length());
    int full = state.isIndefinite() ? 0 : Math.min(room, progressIntegralPart(state, room));
    var line = before + "=".repeat(full) + " ".repeat(room - full) + after;
    return line.length() > width ? line.substring(0, width) : line;
  }

  /** How long the rest takes at the pace so far. */
  private static Optional<Duration> left(ProgressState state) {
    long through = state.getCurrent() - state.getStart();
    if (state.isIndefinite() || state.getMax() <= 0 || through <= 0) {
      return Optional.empty();
    }
    return Optional.of(
        state
            .getElapsedAfterStart()
            .dividedBy(through)
            .multipliedBy(state.getMax() - state.getCurrent()));
  }
}
