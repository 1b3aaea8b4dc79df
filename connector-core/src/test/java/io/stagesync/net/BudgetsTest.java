package io.stagesync.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BudgetsTest {
  private enum Purpose {
    READ,
    WRITE
  }

  @Test
  void callsAreCountedByPurposeAndUnusedPurposesAreLeftOut() {
    var meter = new CallMeter<>(Purpose.class);
    meter.count(Purpose.READ);
    meter.count(Purpose.READ);

    assertThat(meter.counts()).containsOnlyKeys(Purpose.READ).containsEntry(Purpose.READ, 2L);
  }

  @Test
  void ourShareOfADayEndsBeforeTheDayDoes() {
    var share = new DailyShare(0.8);
    assertThat(share.exhausted()).isFalse();

    share.told(799, 1_000, true);
    assertThat(share.exhausted()).isFalse();
    share.told(800, 1_000, true);
    assertThat(share.exhausted()).isTrue();
    share.told(0, 1_000, true);
    assertThat(share.exhausted()).isFalse();
  }

  @Test
  void ofAnswersToCallsSideBySideTheGreatestFigureCountsWhicheverIsHandledLast() {
    var share = new DailyShare(0.8);

    share.told(503, 1_000, true);
    share.told(502, 1_000, false);
    assertThat(share.used()).isEqualTo(503);
    share.told(504, 1_000, false);
    assertThat(share.used()).isEqualTo(504);
    share.told(10, 1_000, true);
    assertThat(share.used()).as("a new day").isEqualTo(10);
    share.told(8, 2_000, false);
    assertThat(share.used()).as("of another limit").isEqualTo(8);
  }

  @Test
  void aWaitEndsWhenItsThreadIsInterruptedAndSaysSo() {
    Thread.currentThread().interrupt();

    Pause.REAL.sleep(Duration.ofMinutes(5));

    assertThat(Thread.interrupted()).isTrue();
  }
}
