package io.stagesync.app.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.stagesync.app.simulator.Simulation;
import io.stagesync.app.simulator.SimulationOptions;
import io.stagesync.app.wiring.Assembly;
import io.stagesync.mapping.yaml.MappingFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Both simulated CRMs alone. */
@CommandLine.Command(
    name = "simulate",
    mixinStandardHelpOptions = true,
    description =
        "Run both simulated CRMs on this machine until stopped, and print a config that"
            + " reaches them.")
final class SimulateCommand extends Command {
  private static final long SECONDS_AFTER_A_SIGNAL = 20;

  @Mixin private final SimulatedPeople drawn = new SimulatedPeople();

  @Option(
      names = "--share",
      paramLabel = "X",
      converter = Share.class,
      description = "Linked pairs only, of which this share (0 to 1) differs in one field.")
  private @Nullable Double share;

  @Option(
      names = "--edits-per-minute",
      paramLabel = "N",
      converter = Count.class,
      defaultValue = "0",
      description = "Let people edit so often by themselves (default: ${DEFAULT-VALUE}).")
  private int editsPerMinute;

  @Option(
      names = "--realistic",
      description = "Keep the real latencies and the real lag of HubSpot's search.")
  private boolean realistic;

  @Option(
      names = "--drifted",
      description =
          "Begin with CRMs that admins changed: a picklist value has another name, and a property is"
              + " gone.")
  private boolean drifted;

  @Option(
      names = "--salesforce-port",
      paramLabel = "PORT",
      converter = Port.class,
      description = "Default: a free one.")
  private int salesforcePort;

  @Option(
      names = "--hubspot-port",
      paramLabel = "PORT",
      converter = Port.class,
      description = "Default: a free one.")
  private int hubspotPort;

  @Option(
      names = "--write-config",
      paramLabel = "FILE",
      description = "Write the config to a file, with a mapping file beside it.")
  private @Nullable Path file;

  @Option(
      names = "--until-stdin-closes",
      description = "End when standard input is closed, so with the process that started this one.")
  private boolean untilStdinCloses;

  SimulateCommand(Scene scene) {
    super(scene);
  }

  @Override
  int run(Assembly assembly) {
    gracefully();
    var asked = Optional.ofNullable(share).map(OptionalDouble::of).orElse(OptionalDouble.empty());
    var simulated =
        new SimulationOptions(
            drawn.people,
            asked,
            drawn.seed.seed,
            realistic,
            editsPerMinute,
            salesforcePort,
            hubspotPort,
            drifted);
    var machine = assembly.machine();
    try (var simulation = Simulation.start(simulated, machine.clock(), machine.stop()::ask)) {
      show(simulation);
      untilStopped(machine.stop()::await);
      return ExitCode.DONE;
    } catch (IOException e) {
      throw new UncheckedIOException("the control surface cannot be opened", e);
    }
  }

  private void show(Simulation simulation) throws IOException {
    var access = simulation.crms().access();
    var written = Optional.ofNullable(file);
    if (written.isPresent()) {
      write(written.get(), access.config("standard.yaml", "stagesync.db"));
    }
    if (options.json) {
      print(
          JsonNodeFactory.instance
              .objectNode()
              .put("salesforce", access.loginUrl().toString())
              .put("hubspot", access.baseUrl().toString())
              .put("control", simulation.control().address().toString())
              .put("config", written.map(Path::toString).orElse("")));
    } else {
      written.ifPresentOrElse(
          f -> out().say("# The config that reaches the simulated CRMs: " + f),
          () ->
              access
                  .config("mappings/definitions/standard.yaml", "simulated.db")
                  .lines()
                  .forEach(out()::say));
      if (written.isEmpty()) {
        out()
            .say(
                "# Save it as FILE in StageSync's folder, where its mapping file is found; or let");
        out().say("# --write-config=FILE write it anywhere, with a mapping file beside it.");
      }
      var name = written.map(Path::toString).orElse("FILE");
      out().say("# Then, while this runs:");
      if (drifted) {
        var with = " --config " + name + " --allow-inline-secrets";
        out().say("#   stagesync init" + with);
        out().say("#   stagesync check --live --write-fixes fixes" + with);
        out().say("# An admin's key for HubSpot's property definitions:");
        out().say("#   export HUBSPOT_SCHEMA_TOKEN=" + access.adminToken());
      } else {
        out().say("#   stagesync plan --config " + name + " --allow-inline-secrets --new-store");
      }
      out().say("# Truth, edits and calls: " + simulation.control().address());
    }
    terminal().out().flush();
  }

  private static void write(Path config, String text) throws IOException {
    Files.writeString(config, text);
    var mapping = config.resolveSibling("standard.yaml");
    if (!Files.exists(mapping)) {
      Files.writeString(mapping, MappingFile.presetText("standard"));
    }
  }

  /**
   * Waits. A signal that a whole group of processes gets must not take the CRMs away from the one
   * that still finishes its work with them.
   */
  private void untilStopped(Runnable asked) {
    if (!untilStdinCloses) {
      asked.run();
      return;
    }
    var closed = new CountDownLatch(1);
    daemon(
        () -> {
          readToTheEnd();
          closed.countDown();
        });
    daemon(
        () -> {
          asked.run();
          await(closed);
          closed.countDown();
        });
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void await(CountDownLatch closed) {
    try {
      if (!closed.await(SECONDS_AFTER_A_SIGNAL, TimeUnit.SECONDS)) {
        closed.countDown();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void readToTheEnd() {
    try {
      while (terminal().in().read() >= 0) {
        // Nothing is expected there; only its end says something.
      }
    } catch (IOException e) {
      // Somebody who cannot be read any more is gone.
      terminal().err().flush();
    }
  }

  private static void daemon(Runnable work) {
    var thread = new Thread(work, "end");
    thread.setDaemon(true);
    thread.start();
  }
}
