package io.stagesync.engine;

import io.stagesync.mapping.Mapping;
import io.stagesync.state.Store;
import java.util.Optional;

/** Lets a test run a mapping file that breaks a law, to see it break. */
public final class TakenForProven {
  private TakenForProven() {}

  /** An engine that runs a mapping without asking whether it keeps its laws. */
  public static Engine engine(Store store, Crms crms, Mapping mapping, Surroundings around) {
    return new Engine(
        new Setting(
            store, crms, mapping, around, Beside.THREADS, (some, catalogs) -> Optional.empty()));
  }
}
