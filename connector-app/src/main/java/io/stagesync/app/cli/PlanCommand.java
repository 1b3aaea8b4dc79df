package io.stagesync.app.cli;

import io.stagesync.app.config.Config;
import io.stagesync.app.plan.PlanCsv;
import io.stagesync.app.plan.PlanWriter;
import io.stagesync.app.plan.Spared;
import io.stagesync.app.show.PlanJson;
import io.stagesync.app.show.PlanText;
import io.stagesync.app.wiring.Assembly;
import io.stagesync.mapping.Agreement;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Reads both sides and decides, on a copy of the store; writes nothing. */
@CommandLine.Command(
    name = "plan",
    mixinStandardHelpOptions = true,
    description = "Show what a sync would write, and why. Writes nothing.")
final class PlanCommand extends Command {
  @Option(names = "--out", paramLabel = "FILE", description = "Save the plan for apply.")
  private @Nullable Path out;

  @Option(names = "--csv", paramLabel = "FILE", description = "Save the rows for a spreadsheet.")
  private @Nullable Path csv;

  @Option(
      names = "--rows",
      paramLabel = "N",
      converter = Count.class,
      defaultValue = "3",
      description = "Show so many rows of each kind (default: ${DEFAULT-VALUE}).")
  private int rows;

  @Option(names = "--exit-code", description = "Exit with 2 when there are changes.")
  private boolean exitCode;

  PlanCommand(Scene scene) {
    super(scene);
  }

  @Override
  int run(Assembly assembly) {
    spare(assembly.config(), out);
    spare(assembly.config(), csv);
    refuse(out != null && out.equals(csv), "--out and --csv cannot be the same file.");
    try (var plan = assembly.plan(progress())) {
      if (out != null) {
        PlanWriter.write(plan, out);
      }
      if (csv != null) {
        PlanCsv.write(plan, csv);
      }
      if (options.json) {
        new PlanJson(plan, Agreement.of(assembly.mapping()), options.showPii).to(terminal().out());
      } else {
        new PlanText(plan, rows).to(out());
        Agreement.problem(assembly.mapping())
            .ifPresent(outdated -> out().say("! " + outdated.render()));
        if (out != null) {
          var approve = plan.header().limit().isPresent() ? " --approve" : "";
          out().say("Saved. `stagesync apply " + out + approve + "` writes exactly this.");
        }
      }
      return exitCode && plan.header().changes() > 0 ? ExitCode.CHANGES : ExitCode.DONE;
    }
  }

  private static void spare(Config config, @Nullable Path target) {
    new Spared()
        .reading("the config", config.file())
        .reading("the mapping file", config.mapping())
        .reading("the store", config.store().file().orElse(null))
        .from(target);
  }
}
