package io.stagesync.app.cli;

import io.stagesync.app.health.Doctor;
import io.stagesync.app.health.Finding.Level;
import io.stagesync.app.show.FindingsText;
import io.stagesync.app.wiring.Assembly;
import picocli.CommandLine;

/** Looks whether everything is there that a run needs. */
@CommandLine.Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description = "Reach both CRMs: credentials, field access, histories, limits; and the store.")
final class DoctorCommand extends Command {
  DoctorCommand(Scene scene) {
    super(scene);
  }

  @Override
  int run(Assembly assembly) {
    var findings =
        new FindingsText(
            new Doctor(
                    assembly.config(),
                    assembly.mapping(),
                    assembly.crms(),
                    assembly::store,
                    assembly::nativeSyncLastSeen,
                    DoctorCommand::words)
                .examine());
    if (options.json) {
      print(findings.json());
    } else {
      findings.to(out());
    }
    return findings.count(Level.PROBLEM) == 0 ? ExitCode.DONE : ExitCode.FAILED;
  }

  private static Doctor.Words words(RuntimeException failure) {
    var words = ErrorWords.of(failure);
    return new Doctor.Words(words.text(), words.next());
  }
}
