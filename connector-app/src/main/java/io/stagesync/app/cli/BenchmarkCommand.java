package io.stagesync.app.cli;

import io.stagesync.app.benchmark.Benchmark;
import io.stagesync.app.benchmark.BenchmarkJson;
import io.stagesync.app.benchmark.BenchmarkOptions;
import io.stagesync.app.benchmark.BenchmarkText;
import io.stagesync.app.benchmark.LargeMapping;
import io.stagesync.app.benchmark.LawsBenchmark;
import io.stagesync.app.demo.DemoFolder;
import io.stagesync.app.wiring.Assembly;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures a run. */
@CommandLine.Command(
    name = "benchmark",
    mixinStandardHelpOptions = true,
    description =
        "Measure a full run against simulated CRMs with real limits and latencies, and"
            + " show the figures beside the formulas; or the proof of a large mapping file.")
final class BenchmarkCommand extends Command {
  @Option(
      names = "--pairs",
      paramLabel = "N",
      converter = Count.class,
      defaultValue = "10000",
      description = "How many pairs there are (default: ${DEFAULT-VALUE}).")
  private int pairs;

  @Option(
      names = "--share",
      paramLabel = "X",
      converter = Share.class,
      defaultValue = "0.1",
      description = "The share (0 to 1) that differs in one field (default: ${DEFAULT-VALUE}).")
  private double share;

  @Mixin private final SimulatedPeople.Seed drawn = new SimulatedPeople.Seed();

  @Option(
      names = "--edits",
      paramLabel = "N",
      converter = Count.class,
      defaultValue = "0",
      description = "Then let N people edit exactly what is being written, and count lost edits.")
  private int edits;

  @Option(
      names = "--laws",
      description =
          "Measure instead how long a mapping file of a size that you choose takes to be read and"
              + " proven.")
  private boolean laws;

  @Option(
      names = "--tracks",
      paramLabel = "N",
      converter = Count.class,
      defaultValue = "12",
      description = "With --laws: how many tracks it has (default: ${DEFAULT-VALUE}).")
  private int tracks;

  @Option(
      names = "--labels",
      paramLabel = "N",
      converter = Count.class,
      defaultValue = "40",
      description = "With --laws: how many labels each track has (default: ${DEFAULT-VALUE}).")
  private int labels;

  @Option(
      names = "--folder",
      paramLabel = "DIR",
      defaultValue = ".stagesync-benchmark",
      description = "Where its store, config and mapping lie. Default: ${DEFAULT-VALUE}")
  private Path folder = Path.of(".stagesync-benchmark");

  BenchmarkCommand(Scene scene) {
    super(scene);
  }

  @Override
  int run(Assembly unused) {
    refuse(!laws && typed("--tracks", "--labels"), "--tracks and --labels go with --laws.");
    if (laws) {
      return laws();
    }
    gracefully();
    var place =
        new Benchmark.Place(
            DemoCommand.MAIN,
            f -> new Assembly(f.choices(), scene().machine(), scene().connections()),
            progress());
    var measured =
        new Benchmark(
                new BenchmarkOptions(pairs, share, drawn.seed, edits),
                new DemoFolder(folder),
                place,
                System::nanoTime)
            .measure();
    if (options.json) {
      print(new BenchmarkJson(measured).json());
    } else {
      new BenchmarkText(measured).to(out());
    }
    return measured.edited().filter(e -> e.lost() > 0).isPresent()
        ? ExitCode.FAILED
        : ExitCode.DONE;
  }

  private int laws() {
    refuse(
        typed("--pairs", "--share", "--seed", "--edits"),
        "--laws measures a file without people: it goes with --tracks, --labels and --folder.");
    refuse(!LargeMapping.isPossible(tracks, labels), "--laws takes " + LargeMapping.SIZES + ".");
    var measured =
        new LawsBenchmark(new LargeMapping(tracks, labels), folder, System::nanoTime).measure();
    if (options.json) {
      print(measured.json());
    } else {
      measured.to(out());
    }
    return measured.holds() ? ExitCode.DONE : ExitCode.FAILED;
  }
}
