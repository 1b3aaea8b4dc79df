package io.stagesync.app.cli;

import io.stagesync.app.show.RunJson;
import io.stagesync.app.show.RunText;
import io.stagesync.app.wiring.Assembly;
import io.stagesync.engine.RunReport;
import io.stagesync.engine.RunRequest;
import io.stagesync.engine.RunRequest.Reads;
import io.stagesync.vocabulary.Side;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Reads both sides, decides, writes. */
@CommandLine.Command(
    name = "sync",
    mixinStandardHelpOptions = true,
    description = "Plan and apply in one, inside the limits of the mapping file.")
final class SyncCommand extends Command {
  @Option(names = "--full", description = "Read everything, not only what changed.")
  private boolean full;

  SyncCommand(Scene scene) {
    super(scene);
  }

  @Override
  int run(Assembly assembly) {
    gracefully();
    var reads = full ? Reads.EVERYTHING : Reads.CHANGES;
    var report =
        assembly
            .engine("sync", progress())
            .run(new RunRequest("sync", reads, Set.of(Side.values())));
    if (options.json) {
      print(new RunJson(report).json());
    } else {
      new RunText(report).to(out());
    }
    return code(report);
  }

  /** The exit code that a run's report asks for; a run that was asked to end did not do its job. */
  static int code(RunReport report) {
    if (report.ending() == RunReport.Ending.LIMITED) {
      return ExitCode.LIMITED;
    }
    if (report.ending() == RunReport.Ending.STOPPED) {
      return ExitCode.FAILED;
    }
    boolean whole = report.failed() + report.refused() == 0 && report.paused().isEmpty();
    return whole ? ExitCode.DONE : ExitCode.SOME_FAILED;
  }
}
