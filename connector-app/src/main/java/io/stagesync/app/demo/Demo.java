package io.stagesync.app.demo;

import io.stagesync.app.plan.PlanWriter;
import io.stagesync.app.plan.SavedPlan;
import io.stagesync.app.show.Lines;
import io.stagesync.app.show.PlanText;
import io.stagesync.app.show.RunText;
import io.stagesync.app.simulator.SimulationOptions;
import io.stagesync.app.simulator.SimulatorProcess;
import io.stagesync.app.wiring.Assembly;
import io.stagesync.engine.Progress;
import io.stagesync.engine.RunReport;
import io.stagesync.engine.RunRequest;
import io.stagesync.engine.RunRequest.Reads;
import io.stagesync.vocabulary.Side;
import java.time.Duration;
import java.util.Set;

/** Shows the main job, step by step. */
public final class Demo {
  private static final Duration BETWEEN_ROUNDS = Duration.ofSeconds(4);
  private static final Duration BETWEEN_ROUNDS_ONCE = Duration.ofMillis(600);
  private static final int ROWS_OF_A_KIND = 1;
  private static final int UNTIL_QUIET = 5;

  private final DemoOptions options;
  private final DemoFolder folder;
  private final Lines out;
  private final Progress progress;

  public Demo(DemoOptions options, DemoFolder folder, Lines out, Progress progress) {
    this.options = options;
    this.folder = folder;
    this.out = out;
    this.progress = progress;
  }

  /**
   * Runs it.
   *
   * @param people the simulated CRMs
   * @param assembly the parts, in the demo's folder
   * @return whether everything is as it has to be
   */
  public boolean run(SimulatorProcess people, Assembly assembly) {
    meet(people);
    look(assembly);
    apply(assembly);
    live(people, assembly);
    if (assembly.machine().stop().asked()) {
      out.gap().say("Stopped. What it remembered is in " + folder.path() + ".");
      return !options.once();
    }
    var last = becomeQuiet(assembly);
    return new Closing(out).reckon(people.truth(), last, assembly.explain());
  }

  /** What is simulated for it. */
  public SimulationOptions simulated() {
    return SimulationOptions.believable(options.people(), options.seed());
  }

  private void meet(SimulatorProcess simulator) {
    heading(1, "Two CRMs with the same people in them, simulated on this machine");
    out.say(
        String.format(
            "A Salesforce and a HubSpot speak their real APIs on 127.0.0.1 (process %d). Of %,d"
                + " people, some",
            simulator.id(), options.people()));
    simulator.people().forEach((kind, n) -> out.say(String.format("  %,6d  %s", n, kind.words())));
  }

  private void look(Assembly assembly) {
    heading(2, "A look before anything is written: `stagesync plan --out plan.json`");
    try (var plan = assembly.plan(progress)) {
      PlanWriter.write(plan, folder.plan());
      new PlanText(plan, ROWS_OF_A_KIND).to(out);
    }
  }

  private void apply(Assembly assembly) {
    heading(3, "Now exactly this is written: `stagesync apply plan.json --approve`");
    out.say("A person would look at the plan first. So many changes need this one approval.");
    try (var plan = SavedPlan.open(folder.plan())) {
      var applied = assembly.engine("demo", progress).apply(plan.header(), plan.rows(), true);
      new RunText(applied.report()).to(out);
    }
    out.gap().say("A first sync looks into these writes and remembers what everybody agrees on.");
    out.say(Round.written(sync(assembly)));
  }

  private void live(SimulatorProcess simulator, Assembly assembly) {
    heading(4, "People go on working on both sides, and a sync follows them");
    if (!options.once()) {
      out.say("Until you press Ctrl-C. Beside it, in " + folder.path() + ", try for example");
      out.say("  stagesync status --config stagesync.yaml --allow-inline-secrets");
    }
    var stop = assembly.machine().stop();
    for (int round = 1; round <= options.rounds() && !stop.asked(); round++) {
      var edits = simulator.edit(options.editsPerRound(), options.seed() * 1000 + round);
      assembly.machine().pause().sleep(options.once() ? BETWEEN_ROUNDS_ONCE : BETWEEN_ROUNDS);
      if (!stop.asked()) {
        var report = sync(assembly);
        new Round(round, edits, report).to(out, assembly.explain());
      }
    }
  }

  private RunReport becomeQuiet(Assembly assembly) {
    heading(5, "Everybody goes home, and the sync goes on until nothing is left to do");
    for (int i = 0; i < UNTIL_QUIET; i++) {
      var report = sync(assembly);
      out.say(Round.written(report));
      if (report.writes() + report.restored() == 0) {
        break;
      }
    }
    heading(6, "One more sync, which has nothing to write");
    var last = sync(assembly);
    new RunText(last).to(out);
    return last;
  }

  private RunReport sync(Assembly assembly) {
    return assembly
        .engine("demo", progress)
        .run(new RunRequest("sync", Reads.CHANGES, Set.of(Side.values())));
  }

  private void heading(int number, String words) {
    out.gap().say(number + ". " + words).gap();
  }
}
