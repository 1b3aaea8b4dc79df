package io.stagesync.app.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.stagesync.app.wiring.Assembly;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

/** Copies the store. */
@CommandLine.Command(
    name = "backup",
    mixinStandardHelpOptions = true,
    description = "Copy the store into a new SQLite file, beside whoever writes just now.")
final class BackupCommand extends Command {
  @Parameters(paramLabel = "FILE", description = "The new file; it must not exist.")
  private Path file = Path.of("backup.db");

  BackupCommand(Scene scene) {
    super(scene);
  }

  @Override
  int run(Assembly assembly) {
    if (Files.exists(file)) {
      terminal().err().print(file + " is there already. Name a file that is not.\n");
      return ExitCode.FAILED;
    }
    assembly.store().copyTo(file);
    if (options.json) {
      print(JsonNodeFactory.instance.objectNode().put("backup", file.toAbsolutePath().toString()));
    } else {
      out().say("Copied the store to " + file + ". docs/running.md says how to go back to it.");
    }
    return ExitCode.DONE;
  }
}
