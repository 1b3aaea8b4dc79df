package io.stagesync.app.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The options that every command has. */
final class Options {
  @Option(
      names = "--config",
      paramLabel = "FILE",
      defaultValue = "stagesync.yaml",
      description = "The config file (default: ${DEFAULT-VALUE}).")
  Path config = Path.of("stagesync.yaml");

  @Option(names = "--json", description = "Print the result as JSON.")
  boolean json;

  @Option(
      names = {"-v", "--verbose"},
      description = "Log more; show stack traces.")
  boolean verbose;

  @Option(
      names = {"-q", "--quiet"},
      description = "Log warnings only; show no progress.")
  boolean quiet;

  @Option(names = "--log-json", description = "Log JSON lines in place of text.")
  boolean logJson;

  @Option(names = "--show-pii", description = "Show e-mail addresses whole.")
  boolean showPii;

  @Option(
      names = "--new-store",
      description = "Create the store if it does not exist; usually only init does.")
  boolean newStore;

  @Option(
      names = "--allow-inline-secrets",
      description = "Accept secrets that stand in the config file itself.")
  boolean inlineSecrets;
}
