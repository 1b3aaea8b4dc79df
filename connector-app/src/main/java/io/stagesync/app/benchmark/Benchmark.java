package io.stagesync.app.benchmark;

import io.stagesync.app.demo.DemoFolder;
import io.stagesync.app.demo.Reckoning;
import io.stagesync.app.simulator.SimulationOptions;
import io.stagesync.app.simulator.SimulatorProcess;
import io.stagesync.app.wiring.Assembly;
import io.stagesync.engine.Progress;
import io.stagesync.engine.RunReport;
import io.stagesync.engine.RunRequest;
import io.stagesync.engine.RunRequest.Reads;
import io.stagesync.mapping.yaml.MappingFile;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongSupplier;

/** Measures a full run against simulated CRMs in a process of their own. */
public final class Benchmark {
  /** How long HubSpot's search may be behind, and a little more. */
  private static final Duration SEARCH_HAS_CAUGHT_UP = Duration.ofSeconds(17);

  private static final int UNTIL_QUIET = 8;
  private static final int EXAMPLES = 5;

  private final BenchmarkOptions options;
  private final DemoFolder folder;
  private final Place place;
  private final LongSupplier nanoTime;

  /**
   * Where it is measured.
   *
   * @param mainClass carries out command lines
   * @param parts makes the parts of a command in a folder
   */
  public record Place(String mainClass, Function<DemoFolder, Assembly> parts, Progress progress) {}

  public Benchmark(
      BenchmarkOptions options, DemoFolder folder, Place place, LongSupplier nanoTime) {
    this.options = options;
    this.folder = folder;
    this.place = place;
    this.nanoTime = nanoTime;
  }

  /** Measures; takes about a minute for 10,000 pairs. */
  public Measured measure() {
    var simulated = SimulationOptions.pairs(options.pairs(), options.share(), options.seed());
    prepare();
    try (var crms = SimulatorProcess.start(place.mainClass(), simulated, folder.config());
        var parts = place.parts().apply(folder)) {
      parts.store();
      var stopwatch = Effort.start(nanoTime);
      var steps = new StepTimes(place.progress(), nanoTime);
      var first = sync(parts, steps);
      var effort = stopwatch.stop();
      parts.machine().pause().sleep(SEARCH_HAS_CAUGHT_UP);
      var after = sync(parts, place.progress());
      var idle = sync(parts, place.progress());
      return new Measured(
          options,
          formulas(first, parts),
          first,
          effort,
          steps.spans(),
          after,
          idle,
          crms.calls().tooMany(),
          crms.truth().agree(),
          options.edits() == 0 ? Optional.empty() : Optional.of(edited()));
    }
  }

  private Measured.Edited edited() {
    var other = new DemoFolder(folder.path().resolve("edits"));
    var benchmark = new Benchmark(options, other, place, nanoTime);
    return benchmark.editUnderWrites();
  }

  private Measured.Edited editUnderWrites() {
    var simulated =
        SimulationOptions.pairs(options.pairs(), options.share(), options.seed()).hurried();
    prepare();
    try (var crms = SimulatorProcess.start(place.mainClass(), simulated, folder.config());
        var parts = place.parts().apply(folder)) {
      crms.editUnderWrites(options.edits(), options.seed());
      long putBack = 0;
      int runs = 0;
      RunReport last;
      do {
        last = sync(parts, place.progress());
        putBack += last.restored();
        runs++;
      } while (last.writes() + last.restored() > 0 && runs < UNTIL_QUIET);
      var truth = crms.truth();
      var reckoning = Reckoning.of(truth, last.pairs(), parts.explain());
      return new Measured.Edited(
          truth.fates().made(),
          truth.fates().stand() + truth.fates().superseded(),
          reckoning.overwritten(),
          reckoning.lostEdits(),
          putBack,
          runs,
          reckoning.unexplained().stream().limit(EXAMPLES).toList());
    }
  }

  /** An empty folder with a mapping file whose limits let a run of any size through. */
  private void prepare() {
    folder.fresh();
    var mapping =
        MappingFile.presetText("standard")
            .replaceFirst("(?m)^  changes: \\d+", "  changes: 1000000")
            .replaceFirst("(?m)^  share: \\d+%", "  share: 100%")
            .replaceFirst("(?m)^  toward-one-value: \\d+%", "  toward-one-value: 100%");
    try {
      Files.writeString(folder.mapping(), mapping);
    } catch (IOException e) {
      throw new UncheckedIOException("the mapping file cannot be written", e);
    }
  }

  private static RunReport sync(Assembly parts, Progress progress) {
    return parts
        .engine("benchmark", progress)
        .run(new RunRequest("sync", Reads.CHANGES, Set.of(Side.values())));
  }

  private Formulas formulas(RunReport report, Assembly parts) {
    return new Formulas(
        options.pairs(),
        written(report, Side.SALESFORCE),
        written(report, Side.HUBSPOT),
        Formulas.Setting.realistic(
            parts.crms().hubspot().parallelism(), parts.crms().salesforce().parallelism()));
  }

  private static long written(RunReport report, Side side) {
    return report.written().getOrDefault(side, Map.<Track, Long>of()).values().stream()
        .mapToLong(Long::longValue)
        .sum();
  }
}
