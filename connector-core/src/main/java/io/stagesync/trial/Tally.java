package io.stagesync.trial;

import io.stagesync.example.Example;
import io.stagesync.mapping.Diagnostic;
import io.stagesync.mapping.Diagnostic.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts many tests, one after the other, and keeps what became of them: of one that passed its name
 * and place, of one that failed everything. Beyond {@link #MOST_FAILURES} failures are counted and
 * no longer told, so that what is kept stays small however many tests there are.
 */
public final class Tally {
  /** So many failures are told whole. */
  public static final int MOST_FAILURES = 1_000;

  private final Trial trial;
  private final List<Result> results = new ArrayList<>();
  private final List<Diagnostic> problems = new ArrayList<>();
  private int failed;

  public Tally(Trial trial) {
    this.trial = trial;
  }

  /**
   * What became of one test.
   *
   * @param name its name
   * @param place where it was written
   * @param passed whether everything was decided as expected
   * @param failure how it failed; empty where it passed, and beyond the failures that are told
   */
  public record Result(String name, Place place, boolean passed, Optional<Tried> failure) {}

  /** Puts one test. */
  public void put(Example example) {
    List<Diagnostic> wrong = Codes.check(example);
    if (!wrong.isEmpty()) {
      problems.addAll(wrong);
      return;
    }
    add(trial.put(example));
  }

  /** Adds a test that was put already. */
  public void add(Tried tried) {
    failed += tried.passed() ? 0 : 1;
    boolean told = !tried.passed() && failed <= MOST_FAILURES;
    results.add(
        new Result(
            tried.example().name(),
            tried.example().place(),
            tried.passed(),
            told ? Optional.of(tried) : Optional.empty()));
  }

  /** What became of each, in the order in which they were put. */
  public List<Result> results() {
    return List.copyOf(results);
  }

  /** What made tests that could not be put. */
  public List<Diagnostic> problems() {
    return List.copyOf(problems);
  }

  /** How many failed. */
  public int failed() {
    return failed;
  }
}
