package io.stagesync.app.cli;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which people both simulated CRMs have. */
final class SimulatedPeople {
  @Option(
      names = "--people",
      paramLabel = "N",
      converter = Count.class,
      defaultValue = "2000",
      description = "How many people there are (default: ${DEFAULT-VALUE}).")
  int people;

  @Mixin final Seed seed = new Seed();

  /** What makes everything that is drawn by lot the same again. */
  static final class Seed {
    @Option(
        names = "--seed",
        paramLabel = "N",
        defaultValue = "1",
        description = "The same seed makes the same people and edits (default: ${DEFAULT-VALUE}).")
    long seed;
  }
}
