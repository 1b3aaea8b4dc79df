package io.stagesync.app.health;

import io.stagesync.engine.Engine;
import io.stagesync.engine.LabelCount;
import io.stagesync.engine.LabelCounts;
import io.stagesync.jobs.Cron;
import io.stagesync.jobs.JobKind;
import io.stagesync.jobs.Schedule;
import io.stagesync.reconcile.Reason;
import io.stagesync.state.Corrections.Tally;
import io.stagesync.state.Lease;
import io.stagesync.state.PausedTrack;
import io.stagesync.state.Runs;
import io.stagesync.state.Runs.RunRow;
import io.stagesync.state.Session;
import io.stagesync.state.Store;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How the sync stands, from the store alone.
 *
 * @param jobs the five jobs
 * @param latest the latest runs, newest first
 * @param pairs how many pairs there are
 * @param standing how many pairs stand at each reason, by track
 * @param labels how many people stand at each label
 * @param waiting what waits to be written, alike ones together
 * @param paused the tracks in which nothing is written until the mapping fits again
 * @param openWrites writes that are not known to be finished and unharmed
 * @param dailyCalls how many of its daily calls each CRM said were used, at the last run's end
 * @param running who runs just now
 */
public record Health(
    List<JobHealth> jobs,
    List<RunRow> latest,
    long pairs,
    Map<Track, Map<Reason, Long>> standing,
    List<LabelCount> labels,
    List<Tally> waiting,
    List<PausedTrack> paused,
    long openWrites,
    Map<Side, String> dailyCalls,
    Optional<Lease> running) {
  /** How many runs are looked back on. */
  private static final int RUNS = 500;

  /** Kinds of runs that read what {@code incremental} reads. */
  private static final Set<String> READS = Set.of("incremental", "full-sweep", "sync");

  public Health {
    jobs = List.copyOf(jobs);
    latest = List.copyOf(latest);
    standing = Map.copyOf(standing);
    labels = List.copyOf(labels);
    dailyCalls = Map.copyOf(dailyCalls);
    waiting = List.copyOf(waiting);
    paused = List.copyOf(paused);
  }

  /** Looks at a store. */
  public static Health of(Store store, Schedule schedule, Instant now) {
    var running = store.holder().filter(lease -> lease.expires().isAfter(now));
    return store.read(
        session -> {
          var runs = session.runs().latest(RUNS);
          return new Health(
              jobs(schedule, runs, session.runs(), now),
              runs.stream().limit(10).toList(),
              session.pairs().count(),
              session.pairs().counts(),
              LabelCounts.of(session),
              session.corrections().tally(),
              session.vocabularies().paused(),
              session.intents().count(),
              dailyCalls(session),
              running);
        });
  }

  private static Map<Side, String> dailyCalls(Session session) {
    var calls = new EnumMap<Side, String>(Side.class);
    for (Side side : Side.values()) {
      session.belonging().remark(Engine.budget(side)).ifPresent(text -> calls.put(side, text));
    }
    return calls;
  }

  /** Whether a run that should have ended is missing, so that somebody should look. */
  public boolean overdue() {
    return jobs.stream().anyMatch(JobHealth::overdue);
  }

  private static List<JobHealth> jobs(Schedule schedule, List<RunRow> runs, Runs all, Instant now) {
    return Arrays.stream(JobKind.values()).map(job -> job(job, schedule, runs, all, now)).toList();
  }

  private static JobHealth job(
      JobKind job, Schedule schedule, List<RunRow> runs, Runs all, Instant now) {
    var kinds = job == JobKind.INCREMENTAL ? READS : Set.of(job.key());
    var last =
        runs.stream()
            .filter(r -> kinds.contains(r.kind()) && reachedItsEnd(r))
            .findFirst()
            .or(() -> all.latest(job.key()).filter(Health::reachedItsEnd));
    var clock = schedule.cron(job).map(Cron::new);
    var zone = schedule.timeZone();
    var since =
        last.flatMap(RunRow::ended).or(() -> all.run(1).map(RunRow::began)).orElse(Instant.EPOCH);
    boolean expected = job == JobKind.INCREMENTAL || last.isPresent() || served(all);
    boolean late =
        clock
            .flatMap(c -> c.after(since, zone).flatMap(first -> c.after(first, zone)))
            .map(second -> second.isBefore(now))
            .orElse(false);
    return new JobHealth(job.key(), last, clock.flatMap(c -> c.after(now, zone)), expected && late);
  }

  /** Whether jobs ever ran here; who calls {@code sync} by other means has no other jobs. */
  private static boolean served(Runs all) {
    return all.latest(JobKind.INCREMENTAL.key()).isPresent();
  }

  private static boolean reachedItsEnd(RunRow run) {
    return run.ended().isPresent() && !run.outcome().equalsIgnoreCase("failed");
  }
}
