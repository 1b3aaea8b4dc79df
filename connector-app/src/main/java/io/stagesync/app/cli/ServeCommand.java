package io.stagesync.app.cli;

import io.stagesync.app.log.LogLines;
import io.stagesync.app.wiring.Assembly;
import io.stagesync.engine.Progress;
import io.stagesync.engine.RunReport;
import io.stagesync.jobs.JobKind;
import io.stagesync.jobs.JobNews;
import io.stagesync.jobs.Jobs;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

/** Runs the jobs at their times until it is asked to end. */
@CommandLine.Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = "Run the jobs at their times until stopped; the batch under way is finished.")
final class ServeCommand extends Command {
  private static final Logger LOG = LoggerFactory.getLogger(ServeCommand.class);

  ServeCommand(Scene scene) {
    super(scene);
  }

  @Override
  int run(Assembly assembly) {
    gracefully();
    if (!options.quiet && !options.verbose) {
      LogLines.set(LogLines.Detail.USUAL, options.logJson, terminal().err());
    }
    var engine = assembly.engine("serve", Progress.SILENT);
    assembly.crms().salesforce().account();
    assembly.crms().hubspot().account();
    var last = assembly.store().read(s -> JobKind.lastBegun(s.runs()));
    try (var jobs = Jobs.start(assembly.config().schedule(), engine, last, new Told())) {
      jobs.nextTimes().forEach((job, at) -> LOG.info("{} runs next at {}", job.key(), at));
      assembly.machine().stop().await();
      LOG.info("asked to end; finishing what is under way");
    }
    LOG.info("ended");
    return ExitCode.DONE;
  }

  /** Puts what becomes of the alarms into the log. */
  private static final class Told implements JobNews {
    @Override
    public void ended(RunReport report) {
      LOG.info(
          "run {} ({}) {}: {} pairs, {} written, {} refused, {} failed",
          report.run(),
          report.kind(),
          report.ending(),
          report.pairs(),
          report.writes(),
          report.refused(),
          report.failed());
      report.limit().ifPresent(limit -> LOG.warn("{}", limit.sentence()));
      report.paused().forEach((track, why) -> LOG.warn("track {} is paused: {}", track, why));
    }

    @Override
    public void failed(JobKind job, RuntimeException why) {
      LOG.warn("{} failed: {}", job.key(), ErrorWords.of(why).text());
    }

    @Override
    public void again(JobKind job, Instant at) {
      LOG.info("{} is tried again at {}", job.key(), at);
    }

    @Override
    public void missed(JobKind job, Instant due) {
      LOG.info(
          "{} could not run at {}; it {}",
          job.key(),
          due,
          job.makesUp() ? "is made up for now" : "runs at its next time");
    }
  }
}
