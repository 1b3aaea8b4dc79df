package io.stagesync.app.cli;

import io.stagesync.app.plan.Spared;
import io.stagesync.app.show.EdgeCasesText;
import io.stagesync.app.show.Lines;
import io.stagesync.app.show.ProblemsText;
import io.stagesync.app.show.TrialJson;
import io.stagesync.app.show.TrialJunit;
import io.stagesync.app.show.TrialText;
import io.stagesync.app.wiring.Assembly;
import io.stagesync.mapping.Diagnostic;
import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.yaml.CasesFile;
import io.stagesync.mapping.yaml.MappingFile;
import io.stagesync.trial.EdgeCases;
import io.stagesync.trial.OwnTests;
import io.stagesync.trial.Tally;
import io.stagesync.trial.Trial;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Puts the tests of a mapping file, and those of a file beside it. */
@CommandLine.Command(
    name = "test",
    mixinStandardHelpOptions = true,
    description =
        "Put the tests of the mapping file to it: what is decided for each example, and"
            + " whether that is what the test expects. A FILE needs neither config nor store.")
final class TestCommand extends Command {
  private static final int USUAL_ROWS = 20;

  @Mixin private final ChosenMapping chosen = new ChosenMapping();

  @Option(
      names = "--cases",
      paramLabel = "FILE",
      description = "More tests: a YAML list, or JSON lines.")
  private @Nullable Path cases;

  @Option(
      names = "--edge-cases",
      description =
          "Make examples from the mapping file's own words, decide them, assert on each what no"
              + " decision may ever do, and print them as a file of tests to start from.")
  private boolean edgeCases;

  @Option(names = "--junit", paramLabel = "FILE", description = "Save the results as JUnit XML.")
  private @Nullable Path junit;

  @Option(
      names = "--rows",
      paramLabel = "N",
      converter = Count.class,
      description = "Show so many failures (default: " + USUAL_ROWS + ").")
  private @Nullable Integer rows;

  TestCommand(Scene scene) {
    super(scene);
  }

  @Override
  int run(Assembly assembly) {
    refuse(
        edgeCases && cases != null,
        "--edge-cases makes examples, and --cases reads some; save the made ones and put them with"
            + " --cases.");
    refuse(
        edgeCases && rows != null,
        "--rows says how many failures are shown; --edge-cases prints all that it makes.");
    var file = chosen.path(assembly);
    new Spared().reading("the mapping file", file).reading("the file of tests", cases).from(junit);
    var loaded = MappingFile.load(file);
    if (loaded.mapping().isEmpty()) {
      return refused(
          new ProblemsText(file, OwnTests.refusing(loaded.diagnostics(), loaded.tests())));
    }
    var tally = new Tally(new Trial(loaded.mapping().get()));
    if (edgeCases) {
      return edgeCases(loaded.mapping().get(), tally);
    }
    loaded.tests().forEach(tally::put);
    var problems = problems(tally, loaded.mapping().get());
    if (!problems.isEmpty()) {
      return refused(new ProblemsText(cases == null ? file : cases, problems));
    }
    if (junit != null) {
      new TrialJunit(tally).to(junit);
    }
    if (options.json) {
      new TrialJson(file.toString(), tally).to(terminal().out());
    } else {
      new TrialText(tally, rows == null ? USUAL_ROWS : rows).to(out());
    }
    return tally.failed() == 0 ? ExitCode.DONE : ExitCode.FAILED;
  }

  private int edgeCases(Mapping mapping, Tally tally) {
    var made = new EdgeCasesText(mapping);
    new EdgeCases(mapping).forEach(made::add);
    made.cases().forEach(tally::add);
    if (junit != null) {
      new TrialJunit(tally).to(junit);
    }
    if (options.json) {
      print(made.json());
    } else {
      // A file of tests, so nothing in it is masked.
      made.to(new Lines(terminal().out(), true));
    }
    return tally.failed() == 0 ? ExitCode.DONE : ExitCode.FAILED;
  }

  private List<Diagnostic> problems(Tally tally, Mapping mapping) {
    var problems = new ArrayList<Diagnostic>();
    if (cases != null) {
      problems.addAll(CasesFile.read(cases, mapping, tally::put));
    }
    problems.addAll(tally.problems());
    return problems;
  }

  private int refused(ProblemsText problems) {
    if (options.json) {
      print(problems.json());
    } else {
      problems.to(out());
      long found = problems.errors();
      out()
          .say(
              String.format(
                  "No test was put: %,d %s.", found, found == 1 ? "problem" : "problems"));
    }
    return ExitCode.FAILED;
  }
}
