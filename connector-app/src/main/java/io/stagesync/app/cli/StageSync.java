package io.stagesync.app.cli;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program without a command: says that one is missing. */
@CommandLine.Command(
    name = "stagesync",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Keeps Lead Status, Lead Stage and HubSpot's lifecycle stage in agreement between a"
          + " Salesforce org and a HubSpot account, both ways."
    },
    footer = {
      "",
      "Only apply, sync and serve write to a CRM.",
      "Exit codes: 0 done; 1 it could not; 2 with plan --exit-code: there are changes;",
      "3 stopped by a limit, waiting for approval; 4 finished, but some records failed",
      "or were refused, or a track is paused."
    })
final class StageSync implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Name a command.");
  }
}
