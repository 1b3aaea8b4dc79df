package io.stagesync.app.cli;

import io.stagesync.app.wiring.Assembly;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Parameters;

/** The mapping file that a command is about; one that is named needs neither config nor store. */
final class ChosenMapping {
  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      description = "A mapping file (default: the one that the config names).")
  private @Nullable Path file;

  /** Whether it is the one that runs use, so that the store has a say in it. */
  boolean isTheConfigs() {
    return file == null;
  }

  /** Whether one was named. */
  boolean isNamed() {
    return file != null;
  }

  /**
   * Where it lies.
   *
   * @throws io.stagesync.app.config.ConfigException when none was named and the config names none
   */
  Path path(Assembly assembly) {
    var named = file;
    return named == null ? assembly.mappingFile() : named;
  }
}
