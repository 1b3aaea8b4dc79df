package io.stagesync.app.cli;

import io.stagesync.app.demo.Demo;
import io.stagesync.app.demo.DemoFolder;
import io.stagesync.app.demo.DemoOptions;
import io.stagesync.app.simulator.SimulatorProcess;
import io.stagesync.app.wiring.Assembly;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows the main job on simulated CRMs. */
@CommandLine.Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description =
        "Show it at work: both CRMs simulated on this machine, people editing on both"
            + " sides, the sync running between them. Touches nothing else.")
final class DemoCommand extends Command {
  /** Carries out command lines, in the process of the simulated CRMs as well. */
  static final String MAIN = "io.stagesync.app.Main";

  @Mixin private final SimulatedPeople drawn = new SimulatedPeople();

  @Option(
      names = "--folder",
      paramLabel = "DIR",
      defaultValue = ".stagesync-demo",
      description = "Where its store, config and plan lie. Default: ${DEFAULT-VALUE}")
  private Path folder = Path.of(".stagesync-demo");

  @Option(
      names = "--once",
      description = "End by itself, after a last sync that has nothing to do.")
  private boolean once;

  DemoCommand(Scene scene) {
    super(scene);
  }

  @Override
  int run(Assembly unused) {
    gracefully();
    var place = new DemoFolder(folder).fresh();
    var demo =
        new Demo(new DemoOptions(drawn.people, drawn.seed.seed, once), place, out(), progress());
    try (var crms = SimulatorProcess.start(MAIN, demo.simulated(), place.config());
        var parts = new Assembly(place.choices(), scene().machine(), scene().connections())) {
      return demo.run(crms, parts) ? ExitCode.DONE : ExitCode.FAILED;
    }
  }
}
