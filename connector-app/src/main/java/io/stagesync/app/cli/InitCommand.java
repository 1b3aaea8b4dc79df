package io.stagesync.app.cli;

import io.stagesync.app.config.ConfigException;
import io.stagesync.app.config.ConfigProblem;
import io.stagesync.app.start.FirstMapping;
import io.stagesync.app.start.OwnStages;
import io.stagesync.app.wiring.Assembly;
import io.stagesync.mapping.yaml.FittedFile;
import io.stagesync.mapping.yaml.MappingFile;
import java.nio.file.Files;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Writes what is needed to begin. */
@CommandLine.Command(
    name = "init",
    mixinStandardHelpOptions = true,
    description =
        "Write a config and a mapping file, and create the store once the config is"
            + " complete. Files that are there stay as they are.")
final class InitCommand extends Command {
  @Option(
      names = "--preset",
      paramLabel = "NAME",
      description =
          "The mapping file to start from: a shipped one, or own, by three questions (default:"
              + " standard).")
  private @Nullable String preset;

  @Option(
      names = "--steps",
      paramLabel = "A,B,...",
      description = "For --preset own: the steps that a person takes, in their order.")
  private @Nullable String steps;

  @Option(
      names = "--events",
      paramLabel = "X;Y;...",
      description = "For --preset own: what makes a person enter each step.")
  private @Nullable String events;

  @Option(
      names = "--mapping",
      paramLabel = "FILE",
      defaultValue = "mapping.yaml",
      description = "The mapping file to write, beside the config (default: ${DEFAULT-VALUE}).")
  private String mapping = "mapping.yaml";

  @Option(names = "--time-zone", paramLabel = "ZONE", description = "Of the schedule.")
  private @Nullable String timeZone;

  @Option(names = "--jwt", description = "Use Salesforce's JWT bearer flow.")
  private boolean jwt;

  @Option(names = "--force", description = "Write over files that are there.")
  private boolean force;

  InitCommand(Scene scene) {
    super(scene);
  }

  @Override
  int run(Assembly assembly) {
    refuse(
        preset != null && !preset.equals(Interview.OWN) && hasAnswers(),
        "--steps and --events are answers for --preset own.");
    var told = new Beginning(out(), options.json);
    var files = new StartingFiles(options.config, force, told);
    refuse(
        mapping.isBlank() || Files.isDirectory(files.beside(mapping)),
        "--mapping is to name a file, and \"" + mapping + "\" is none.");
    var question = new Question(terminal(), options.quiet || options.json);
    boolean due = files.due(mapping);
    // What is there stays as it is, so nobody is asked what it should hold.
    var text = due || given() ? text(question, due) : Optional.of("");
    if (text.isEmpty()) {
      return ExitCode.FAILED;
    }
    var zone =
        files.due()
            ? question.ask("Time zone of the schedule", timeZone, ZoneId.systemDefault().getId())
            : Optional.ofNullable(timeZone).orElse("UTC");
    if (!knows(zone)) {
      return refuse(
          "\""
              + zone
              + "\" is no time zone. Write Europe/Berlin, America/New_York or UTC for example."
              + " Nothing was written.");
    }
    if (!files.config(mapping, zone, jwt) && (timeZone != null || jwt)) {
      files.notUsed(timeZone != null ? "--time-zone" : "--jwt");
    }
    if (files.names(mapping)) {
      mapping(assembly, files, told, text.get());
    } else {
      files.namesAnother(mapping, notUsed());
    }
    store(assembly, told);
    if (options.json) {
      print(told.json());
    }
    return ExitCode.DONE;
  }

  private boolean hasAnswers() {
    return steps != null || events != null;
  }

  /** Whether the command line says all that a mapping file is begun with. */
  private boolean given() {
    return preset != null && (!preset.equals(Interview.OWN) || steps != null);
  }

  /** What was asked for on the command line and changes nothing; blank where nothing was. */
  private String notUsed() {
    return preset != null ? "--preset " + preset : hasAnswers() ? "--steps and --events" : "";
  }

  /** What the mapping file begins with; empty, and said why, where the answers make no file. */
  private Optional<String> text(Question question, boolean due) {
    var interview = new Interview(question, terminal());
    var chosen = interview.preset(preset);
    boolean own = chosen.equals(Interview.OWN);
    if (!own && !MappingFile.PRESETS.contains(chosen)) {
      refuse(
          "There is no preset \""
              + chosen
              + "\"; there are: "
              + String.join(", ", MappingFile.PRESETS)
              + ", and own.");
      return Optional.empty();
    }
    refuse(!own && hasAnswers(), "--steps and --events are answers for --preset own.");
    if (!own) {
      return Optional.of(MappingFile.presetText(chosen));
    }
    var stages = interview.stages(steps, due ? events : Optional.ofNullable(events).orElse(""));
    if (!stages.problems().isEmpty()) {
      refuse(String.join("\n", stages.problems()) + "\nNothing was written.");
      return Optional.empty();
    }
    return Optional.of(stages.file());
  }

  /**
   * A mapping file that nobody has edited yet is fitted anew, as soon as both CRMs can be asked.
   */
  private void mapping(Assembly assembly, StartingFiles files, Beginning told, String text) {
    var file = files.beside(mapping);
    var before = files.text(file);
    boolean written = files.write(file, text);
    if (!written && !notUsed().isEmpty() && !before.equals(Optional.of(text))) {
      files.notUsed(notUsed());
    }
    if (written && preset == null && !terminal().interactive()) {
      told.note(
          "It is the standard one; --preset takes another: "
              + String.join(", ", MappingFile.PRESETS)
              + ", own.");
    }
    files.schema(file.resolveSibling(""));
    var untouched =
        files
            .text(file)
            .filter(t -> t.equals(text) || FittedFile.asShipped(t) || OwnStages.asDrafted(t));
    if (untouched.isPresent()) {
      var first = FirstMapping.of(untouched.get(), assembly);
      if (!first.text().equals(untouched.get())) {
        files.replace(file, first.text());
      }
      if (!first.told().isEmpty()) {
        told.note(first.told());
      }
    }
  }

  private int refuse(String why) {
    terminal().err().print(why + "\n");
    return ExitCode.FAILED;
  }

  private static boolean knows(String zone) {
    try {
      ZoneId.of(zone);
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static void store(Assembly assembly, Beginning told) {
    try {
      var place = assembly.config().store();
      boolean there = place.file().map(Files::exists).orElse(false);
      assembly.newStore();
      told.store(place.toString(), there);
    } catch (ConfigException e) {
      if (!e.problems().stream().allMatch(InitCommand::comesLater)) {
        throw e;
      }
      told.missing(e.problems().stream().map(ConfigProblem::message).toList());
    }
  }

  private static boolean comesLater(ConfigProblem problem) {
    return problem.id() == ConfigProblem.Id.MISSING_VARIABLE
        || problem.id() == ConfigProblem.Id.KEY_FILE;
  }
}
