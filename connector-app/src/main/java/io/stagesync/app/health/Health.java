package io.stagesync.app.health;

import io.stagesync.app.config.Timetable;
import io.stagesync.jobs.Cron;
import io.stagesync.reconcile.Reason;
import io.stagesync.state.Corrections.Tally;
import io.stagesync.state.Lease;
import io.stagesync.state.Runs;
import io.stagesync.state.Runs.RunRow;
import io.stagesync.state.Store;
import io.stagesync.vocabulary.Track;
import java.time.Instant;
import java.util.ArrayList;
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
 * @param waiting what waits to be written, alike ones together
 * @param openWrites writes that are not known to be finished and unharmed
 * @param running who runs just now
 */
public record Health(
    List<JobHealth> jobs,
    List<RunRow> latest,
    long pairs,
    Map<Track, Map<Reason, Long>> standing,
    List<Tally> waiting,
    long openWrites,
    Optional<Lease> running) {
  /** How many runs are looked back on. */
  private static final int RUNS = 500;

  /** Kinds of runs that read what {@code incremental} reads. */
  private static final Set<String> READS = Set.of("incremental", "full-sweep", "sync", "apply");

  public Health {
    jobs = List.copyOf(jobs);
    latest = List.copyOf(latest);
    standing = Map.copyOf(standing);
    waiting = List.copyOf(waiting);
  }

  /** Looks at a store. */
  public static Health of(Store store, Timetable timetable, Instant now) {
    var running = store.holder().filter(lease -> lease.expires().isAfter(now));
    return store.read(
        session -> {
          var runs = session.runs().latest(RUNS);
          return new Health(
              jobs(timetable, runs, session.runs(), now),
              runs.stream().limit(10).toList(),
              session.pairs().count(),
              session.pairs().counts(),
              session.corrections().tally(),
              session.intents().count(),
              running);
        });
  }

  /** Whether a run that should have ended is missing, so that somebody should look. */
  public boolean overdue() {
    return jobs.stream().anyMatch(JobHealth::overdue);
  }

  private static List<JobHealth> jobs(
      Timetable table, List<RunRow> runs, Runs all, Instant now) {
    var jobs = new ArrayList<JobHealth>();
    jobs.add(job("incremental", Optional.of(table.incremental()), table, runs, all, now));
    jobs.add(job("full-sweep", Optional.of(table.fullSweep()), table, runs, all, now));
    jobs.add(job("push-to-hubspot", table.pushToHubspot(), table, runs, all, now));
    jobs.add(job("push-to-salesforce", table.pushToSalesforce(), table, runs, all, now));
    jobs.add(job("campaign-members", Optional.of(table.campaignMembers()), table, runs, all, now));
    return jobs;
  }

  private static JobHealth job(
      String name,
      Optional<String> cron,
      Timetable table,
      List<RunRow> runs,
      Runs all,
      Instant now) {
    var kinds = name.equals("incremental") ? READS : Set.of(name);
    var last =
        runs.stream()
            .filter(r -> kinds.contains(r.kind()) && reachedItsEnd(r))
            .findFirst()
            .or(() -> all.latest(name).filter(Health::reachedItsEnd));
    var clock = cron.map(Cron::new);
    var zone = table.timeZone();
    var since =
        last.flatMap(RunRow::ended)
            .or(() -> all.run(1).map(RunRow::began))
            .orElse(Instant.EPOCH);
    boolean overdue =
        clock
            .flatMap(c -> c.after(since, zone).flatMap(first -> c.after(first, zone)))
            .map(second -> second.isBefore(now))
            .orElse(false);
    return new JobHealth(name, last, clock.flatMap(c -> c.after(now, zone)), overdue);
  }

  private static boolean reachedItsEnd(RunRow run) {
    return run.ended().isPresent() && !run.outcome().equalsIgnoreCase("failed");
  }
}
