package io.stagesync.engine;

import io.stagesync.mapping.Mapping;
import io.stagesync.state.Store;
import io.stagesync.vocabulary.Side;
import java.util.Optional;

/** Lets a test run a mapping file that breaks a law, to see it break. */
public final class TakenForProven {
  private TakenForProven() {}

  /**
   * An engine that runs a mapping without asking whether it keeps its laws.
   *
   * @param first the side that is written before the other one; empty: both beside each other
   */
  public static Engine engine(
      Store store, Crms crms, Mapping mapping, Surroundings around, Optional<Side> first) {
    return new Engine(
        new Setting(
            store,
            crms,
            mapping,
            around,
            first.<Beside>map(OneAfterTheOther::new).orElse(Beside.THREADS),
            (some, catalogs) -> Optional.empty()));
  }
}
