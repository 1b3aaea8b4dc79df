package io.stagesync.trial;

import io.stagesync.example.Example;
import io.stagesync.mapping.Diagnostic;
import io.stagesync.mapping.Diagnostic.Severity;
import io.stagesync.mapping.DiagnosticId;
import io.stagesync.mapping.Mapping;
import io.stagesync.trial.Tally.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The tests that stand in a mapping file, as a part of what is checked about it.
 *
 * @param put how many were put
 * @param problems what refuses the file: tests that cannot be put, and tests that fail
 */
public record OwnTests(int put, List<Diagnostic> problems) {
  /** So many failures are told one by one. */
  static final int MOST_TOLD = 100;

  public OwnTests {
    problems = List.copyOf(problems);
  }

  /** Puts the tests of a file to its mapping. */
  public static OwnTests of(Mapping mapping, List<Example> tests) {
    var tally = new Tally(new Trial(mapping));
    tests.forEach(tally::put);
    var problems = new ArrayList<>(tally.problems());
    tally.results().stream()
        .filter(result -> !result.passed())
        .limit(MOST_TOLD)
        .forEach(result -> problems.add(failed(result)));
    if (tally.failed() > MOST_TOLD) {
      problems.add(more(tests.get(0), tally.failed() - MOST_TOLD));
    }
    return new OwnTests(tally.results().size(), problems);
  }

  /** What refuses a file, and beside it what its tests expect that no decision can have. */
  public static List<Diagnostic> refusing(List<Diagnostic> found, List<Example> tests) {
    return Stream.concat(found.stream(), tests.stream().flatMap(test -> Codes.check(test).stream()))
        .sorted()
        .toList();
  }

  private static Diagnostic failed(Result result) {
    var tried = result.failure();
    var where =
        tried.stream()
            .flatMap(t -> t.differences().stream())
            .map(d -> d.what() + ": expected " + d.expected() + ", got " + d.got())
            .collect(Collectors.joining("; "));
    var why = tried.stream().flatMap(t -> t.why().stream()).findFirst();
    return problem(
        result.place(),
        "the test \""
            + result.name().replaceAll("\\s+", " ")
            + "\" fails: "
            + where
            + why.map(w -> ". " + w).orElse(""),
        "mend the mapping or the test; `stagesync test "
            + result.place().file()
            + "` shows the whole example");
  }

  private static Diagnostic more(Example first, int more) {
    var file = first.place().file();
    return problem(
        Diagnostic.Place.whole(file),
        String.format("%,d more tests fail", more),
        "`stagesync test " + file + " --rows N` shows them");
  }

  private static Diagnostic problem(Diagnostic.Place place, String message, String help) {
    return new Diagnostic(place, DiagnosticId.TEST_FAILED, Severity.ERROR, message, help);
  }
}
