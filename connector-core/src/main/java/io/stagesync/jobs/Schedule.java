package io.stagesync.jobs;

import io.stagesync.engine.RunRequest;
import io.stagesync.engine.RunRequest.Reads;
import io.stagesync.vocabulary.Side;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * When each job runs.
 *
 * @param timeZone in which the crons are meant
 * @param crons Quartz cron expressions; a job without one never runs by itself, but a push without
 *     one runs right after each read
 */
public record Schedule(ZoneId timeZone, Map<JobKind, String> crons) {
  public Schedule {
    crons = Map.copyOf(crons);
  }

  /** When a job runs, where it has times of its own. */
  public Optional<String> cron(JobKind job) {
    return Optional.ofNullable(crons.get(job));
  }

  /** What a job asks the engine for; empty for the one that reads campaign members. */
  public Optional<RunRequest> request(JobKind job) {
    return switch (job) {
      case INCREMENTAL -> Optional.of(new RunRequest(job.key(), Reads.CHANGES, afterRead()));
      case FULL_SWEEP -> Optional.of(new RunRequest(job.key(), Reads.EVERYTHING, afterRead()));
      case PUSH_TO_HUBSPOT ->
          Optional.of(new RunRequest(job.key(), Reads.NOTHING, Set.of(Side.HUBSPOT)));
      case PUSH_TO_SALESFORCE ->
          Optional.of(new RunRequest(job.key(), Reads.NOTHING, Set.of(Side.SALESFORCE)));
      case CAMPAIGN_MEMBERS -> Optional.empty();
    };
  }

  private Set<Side> afterRead() {
    var sides = EnumSet.noneOf(Side.class);
    if (cron(JobKind.PUSH_TO_HUBSPOT).isEmpty()) {
      sides.add(Side.HUBSPOT);
    }
    if (cron(JobKind.PUSH_TO_SALESFORCE).isEmpty()) {
      sides.add(Side.SALESFORCE);
    }
    return sides;
  }
}
