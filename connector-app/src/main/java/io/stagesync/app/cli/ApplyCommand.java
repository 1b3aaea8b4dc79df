package io.stagesync.app.cli;

import io.stagesync.app.plan.SavedPlan;
import io.stagesync.app.show.RunJson;
import io.stagesync.app.show.RunText;
import io.stagesync.app.wiring.Assembly;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes exactly a saved plan. */
@CommandLine.Command(
    name = "apply",
    mixinStandardHelpOptions = true,
    description = "Write exactly a saved plan; what moved since is decided anew by the next sync.")
final class ApplyCommand extends Command {
  @Parameters(paramLabel = "FILE", description = "What `stagesync plan --out FILE` saved.")
  private Path file = Path.of("plan.json");

  @Option(
      names = "--approve",
      description = "Approve it, so that it may go beyond the limits of the mapping file.")
  private boolean approve;

  ApplyCommand(Scene scene) {
    super(scene);
  }

  @Override
  int run(Assembly assembly) {
    try (var plan = SavedPlan.open(file)) {
      gracefully();
      var applied = assembly.engine("apply", progress()).apply(plan.header(), plan.rows(), approve);
      if (options.json) {
        var json = new RunJson(applied.report()).json();
        print(
            json.put("rows", applied.rows())
                .put("fit", applied.fit())
                .put("moved", applied.moved()));
      } else {
        out()
            .say(
                String.format(
                    "The plan has %,d rows: %,d were still right, %,d were left out, because they"
                        + " moved since or are written already.",
                    applied.rows(), applied.fit(), applied.moved()));
        new RunText(applied.report()).to(out());
      }
      return SyncCommand.code(applied.report());
    }
  }
}
