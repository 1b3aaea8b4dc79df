package io.stagesync.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.app.log.LogLines;
import io.stagesync.engine.Progress;
import io.stagesync.vocabulary.Side;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WaitsTest {
  private final List<String> shown = new ArrayList<>();
  private final List<Duration> slept = new ArrayList<>();
  private final ByteArrayOutputStream log = new ByteArrayOutputStream();
  private final Waits waits = new Waits();

  private void wait(Duration duration) {
    LogLines.set(LogLines.Detail.USUAL, false, new PrintStream(log, true, StandardCharsets.UTF_8));
    waits.shownBy(new Shown());
    waits.telling(Side.HUBSPOT, slept::add).sleep(duration);
  }

  private String logged() {
    return log.toString(StandardCharsets.UTF_8);
  }

  private final class Shown implements Progress {
    @Override
    public void step(Step step, long total) {}

    @Override
    public void advanced(Step step, long by) {}

    @Override
    public void done(Step step) {}

    @Override
    public void waits(Side side, Duration left) {
      shown.add(side + " " + left.toMillis());
    }
  }

  @Test
  void aWaitIsLoggedOnceAndCountedDownForWhoLooksOn() {
    wait(Duration.ofMillis(3_500));
    assertThat(shown)
        .containsExactly(
            "HUBSPOT 3500", "HUBSPOT 2500", "HUBSPOT 1500", "HUBSPOT 500", "HUBSPOT 0");
    assertThat(slept.stream().reduce(Duration.ZERO, Duration::plus))
        .isEqualTo(Duration.ofMillis(3_500));
    assertThat(logged().lines())
        .singleElement()
        .asString()
        .contains("HubSpot allows the next call in 4 s");
  }

  @Test
  void aShortWaitIsNotWorthAWord() {
    wait(Duration.ofMillis(1_900));
    assertThat(shown).isEmpty();
    assertThat(slept).containsExactly(Duration.ofMillis(1_900));
    assertThat(logged()).isEmpty();
  }

  @Test
  void whoIsInterruptedWaitsNoLonger() {
    Thread.currentThread().interrupt();
    wait(Duration.ofHours(1));
    assertThat(Thread.interrupted()).isTrue();
    assertThat(slept).isEmpty();
    assertThat(shown).containsExactly("HUBSPOT 0");
  }
}
