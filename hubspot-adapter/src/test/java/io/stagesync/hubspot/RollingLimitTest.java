package io.stagesync.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.net.MovedTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RollingLimitTest {
  private static final Duration WINDOW = Duration.ofSeconds(10);

  private final MovedTime time = new MovedTime(Instant.parse("2026-11-22T08:00:00Z"));

  /** Makes calls one after the other, as fast as allowed. Returns when each began. */
  private ArrayList<Long> calls(RollingLimit limit, int count, SplittableRandom idle) {
    var began = new ArrayList<Long>();
    for (int i = 0; i < count; i++) {
      time.sleep(limit.book().delay());
      began.add(time.millis());
      if (idle.nextInt(40) == 0) {
        time.pass(Duration.ofMillis(idle.nextInt(9_000)));
      }
    }
    return began;
  }

  @Test
  void noWindowEverHoldsMoreThanAllowedWhereverItBegins() {
    for (long seed = 1; seed <= 50; seed++) {
      var random = new SplittableRandom(seed);
      var allowed = 1 + random.nextInt(40);

      var began = calls(new RollingLimit(time, WINDOW, allowed), 400, random);

      for (int i = allowed; i < began.size(); i++) {
        assertThat(began.get(i) - began.get(i - allowed))
            .as("seed %d, call %d of %d allowed", seed, i, allowed)
            .isGreaterThanOrEqualTo(WINDOW.toMillis());
      }
    }
  }

  @Test
  void theFullSpeedIsReached() {
    var limit = new RollingLimit(time, WINDOW, 152);
    var start = time.millis();
    for (int i = 0; i < 152 * 6; i++) {
      time.sleep(limit.book().delay());
    }

    assertThat(time.millis() - start).isEqualTo(5 * WINDOW.toMillis());
  }

  @Test
  void aRefusalHalvesTheSpeedOnceAndItComesBackStepByStep() {
    var limit = new RollingLimit(time, WINDOW, 100);
    var first = limit.book();
    var second = limit.book();

    limit.refused(first, Duration.ofSeconds(10));
    limit.refused(second, Duration.ofSeconds(10));

    assertThat(limit.allowed()).isEqualTo(50);
    assertThat(limit.book().delay()).isEqualTo(Duration.ofSeconds(10));
    for (int i = 0; i < 50; i++) {
      limit.wellDone();
    }
    assertThat(limit.allowed()).isEqualTo(60);
    for (int i = 0; i < 1_000; i++) {
      limit.wellDone();
    }
    assertThat(limit.allowed()).isEqualTo(100);
  }

  @Test
  void aClockThatIsSetBackDoesNotHoldCallsUp() {
    var limit = new RollingLimit(time, WINDOW, 2);
    limit.book();
    limit.book();
    time.pass(Duration.ofDays(-1));

    assertThat(limit.book().delay()).isEqualTo(Duration.ZERO);
  }

  @Test
  void anAccountThatAllowsLessIsObeyedAtOnce() {
    var limit = new RollingLimit(time, WINDOW, 152);
    limit.ceiling(3);

    for (int i = 0; i < 3; i++) {
      assertThat(limit.book().delay()).isEqualTo(Duration.ZERO);
    }
    assertThat(limit.book().delay()).isEqualTo(WINDOW);
  }
}
