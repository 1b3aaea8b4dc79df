package io.stagesync.app.demo;

import io.stagesync.app.wiring.Choices;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A folder in which something is tried out: config, mapping file, store. Nothing in it outlives the
 * next start but the files that a person put there.
 */
public record DemoFolder(Path path) {
  private static final List<String> OURS =
      List.of(
          "stagesync.yaml",
          "standard.yaml",
          "plan.json",
          "stagesync.db",
          "stagesync.db-wal",
          "stagesync.db-shm",
          "simulator.log");

  /**
   * Makes the folder where it is not there, and takes out what an earlier start left.
   *
   * @throws UncheckedIOException when that cannot be done
   */
  public DemoFolder fresh() {
    try {
      Files.createDirectories(path);
      for (var name : OURS) {
        Files.deleteIfExists(path.resolve(name));
      }
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException("the folder cannot be made ready", e);
    }
  }

  /** The config file. */
  public Path config() {
    return path.resolve("stagesync.yaml");
  }

  /** The mapping file. */
  public Path mapping() {
    return path.resolve("standard.yaml");
  }

  /** A saved plan. */
  public Path plan() {
    return path.resolve("plan.json");
  }

  /** The parts of a command that works in this folder; its store is created. */
  public Choices choices() {
    return new Choices(config(), true, true);
  }
}
