package io.stagesync.app.cli;

import io.stagesync.app.health.Health;
import io.stagesync.app.show.HealthJson;
import io.stagesync.app.show.HealthText;
import io.stagesync.app.wiring.Assembly;
import picocli.CommandLine;

/** How the sync stands, from the store alone. */
@CommandLine.Command(
    name = "status",
    mixinStandardHelpOptions = true,
    description =
        "Last and next time of each job, what is held and waits. Exits with 1 when the"
            + " last run of a job is older than twice its interval.")
final class StatusCommand extends Command {
  StatusCommand(Scene scene) {
    super(scene);
  }

  @Override
  int run(Assembly assembly) {
    var schedule = assembly.config().schedule();
    var health = Health.of(assembly.store(), schedule, assembly.machine().clock().instant());
    if (options.json) {
      print(new HealthJson(health).json());
    } else {
      new HealthText(health, schedule.timeZone()).to(out());
    }
    return health.overdue() ? ExitCode.FAILED : ExitCode.DONE;
  }
}
