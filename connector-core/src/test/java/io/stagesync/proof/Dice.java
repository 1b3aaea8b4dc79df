package io.stagesync.proof;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Chance, the same for the same seed. */
final class Dice {
  private final SplittableRandom random;

  Dice(long seed) {
    this.random = new SplittableRandom(seed);
  }

  boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  <T> T any(List<T> some) {
    return some.get(random.nextInt(some.size()));
  }

  /** Any of them; empty where there is none. */
  <T> Optional<T> maybe(List<T> some) {
    return some.isEmpty() ? Optional.empty() : Optional.of(any(some));
  }
}
