package io.stagesync.proof;

import io.stagesync.proof.Syncs.Sync;
import io.stagesync.vocabulary.Side;
import java.util.List;
import java.util.Optional;

/** Counts the syncs of steps that write one side each. */
final class OneByOne {
  private OneByOne() {}

  /**
   * How many syncs write, among steps that begin each sync with one side. A sync writes each side
   * at most once, that one before the other.
   */
  static long writing(List<Sync> steps, Side first) {
    long syncs = 0;
    Optional<Side> before = Optional.empty();
    for (Sync step : steps) {
      if (!step.writes()) {
        before = Optional.empty();
        continue;
      }
      boolean goesOn =
          before.equals(Optional.of(first)) && step.side().filter(s -> s != first).isPresent();
      syncs += goesOn ? 0 : 1;
      before = step.side();
    }
    return syncs;
  }
}
