package io.stagesync.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import io.stagesync.app.log.LogLines;
import io.stagesync.app.log.LogLines.Detail;
import io.stagesync.app.show.Lines;
import io.stagesync.app.show.ProblemsText;
import io.stagesync.app.wiring.Assembly;
import io.stagesync.app.wiring.Choices;
import io.stagesync.app.wiring.Connections;
import io.stagesync.app.wiring.Machine;
import io.stagesync.engine.Progress;
import io.stagesync.mapping.Diagnostic;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What all commands share: the common options, and the parts for the length of a call. */
abstract class Command implements Callable<Integer> {
  @Mixin final Options options = new Options();

  @Spec private CommandSpec spec = CommandSpec.create();

  private final Scene scene;

  /** Where commands are carried out. */
  record Scene(Terminal terminal, Machine machine, Connections connections) {}

  Command(Scene scene) {
    this.scene = scene;
  }

  /** Carries the command out and returns its exit code. */
  abstract int run(Assembly assembly);

  @Override
  public Integer call() {
    LogLines.set(detail(), options.logJson, terminal().err());
    var choices = new Choices(options.config, options.newStore, options.inlineSecrets);
    try (var assembly = new Assembly(choices, scene.machine(), scene.connections())) {
      return run(assembly);
    } finally {
      terminal().out().flush();
    }
  }

  private Detail detail() {
    if (options.verbose) {
      return Detail.VERBOSE;
    }
    return options.quiet || showsProgress() ? Detail.QUIET : Detail.USUAL;
  }

  private boolean showsProgress() {
    return terminal().interactive() && !options.json && !options.quiet && !options.logJson;
  }

  /** Options that cannot be meant together; an option that changes nothing is never dropped. */
  void refuse(boolean misunderstood, String why) {
    if (misunderstood) {
      throw new ParameterException(spec.commandLine(), why);
    }
  }

  /** Whether any of these options was typed, be it with the value that it has anyway. */
  boolean typed(String... names) {
    var parsed = spec.commandLine().getParseResult();
    return Stream.of(names).anyMatch(parsed::hasMatchedOption);
  }

  Terminal terminal() {
    return scene.terminal();
  }

  Scene scene() {
    return scene;
  }

  /** Lines on standard output. */
  Lines out() {
    return new Lines(terminal().out(), options.showPii);
  }

  /** Prints the one JSON object of a result. */
  void print(JsonNode json) {
    terminal().out().print(json.toString() + "\n");
  }

  /** Prints what refuses a mapping file where a program asked; returns whether one did. */
  boolean tellsAProgram(List<Diagnostic> problems) {
    if (options.json && !problems.isEmpty()) {
      print(new ProblemsText(Path.of(problems.get(0).place().file()), problems).json());
    }
    return options.json;
  }

  /** Progress bars where a person looks on, nothing elsewhere. */
  Progress progress() {
    return showsProgress() ? new ProgressBars(terminal().err()) : Progress.SILENT;
  }

  /** From now on the process ends only when the work under way is finished. */
  void gracefully() {
    scene.machine().stop().gracefully();
  }
}
