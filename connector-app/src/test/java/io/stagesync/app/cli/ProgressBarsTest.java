package io.stagesync.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.engine.Progress.Step;
import io.stagesync.vocabulary.Side;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressBarsTest {
  private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
  private final ProgressBars bars =
      new ProgressBars(new PrintStream(screen, true, StandardCharsets.UTF_8));

  /** Every line as it was drawn, over and over in the same place. */
  private List<String> drawn() {
    return Arrays.stream(screen.toString(StandardCharsets.UTF_8).split("[\r\n]+")).toList();
  }

  @Test
  void whatARunWaitsForStandsWithinTheBarOfThatSide() {
    bars.step(Step.READ_SALESFORCE, 100);
    bars.step(Step.READ_HUBSPOT, 500);
    bars.waits(Side.HUBSPOT, Duration.ofSeconds(8));
    bars.waits(Side.HUBSPOT, Duration.ofMillis(6_400));
    assertThat(drawn())
        .anyMatch(l -> l.contains("reading HubSpot") && l.contains("allows the next call in 8 s"))
        .anyMatch(l -> l.contains("reading HubSpot") && l.contains("allows the next call in 7 s"))
        .noneMatch(l -> l.contains("reading Salesforce") && l.contains("allows"))
        .allMatch(l -> l.length() < 120);
    screen.reset();
    bars.waits(Side.HUBSPOT, Duration.ZERO);
    bars.done(Step.READ_HUBSPOT);
    bars.done(Step.READ_SALESFORCE);
    assertThat(drawn()).noneMatch(l -> l.contains("allows"));
  }

  @Test
  void aWaitOfAStepThatDealsWithBothSidesStandsWithinItsBar() {
    bars.step(Step.DECIDE, 10);
    bars.waits(Side.SALESFORCE, Duration.ofSeconds(30));
    bars.done(Step.DECIDE);
    assertThat(drawn())
        .anyMatch(
            l -> l.contains("deciding") && l.contains("Salesforce allows the next call in 30 s"));
  }
}
