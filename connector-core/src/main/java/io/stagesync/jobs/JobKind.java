package io.stagesync.jobs;

import io.stagesync.state.Runs;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/** The five jobs. */
public enum JobKind {
  /** Reads what changed and decides; writes what has no window of its own. */
  INCREMENTAL("incremental"),
  /** Reads everything and decides; writes what has no window of its own. */
  FULL_SWEEP("full-sweep"),
  /** Writes what waits for HubSpot. */
  PUSH_TO_HUBSPOT("push-to-hubspot"),
  /** Writes what waits for Salesforce. */
  PUSH_TO_SALESFORCE("push-to-salesforce"),
  /** Reads who responded to which campaign. */
  CAMPAIGN_MEMBERS("campaign-members");

  private final String key;

  JobKind(String key) {
    this.key = key;
  }

  /** Its key in the config file, also the name of its runs. */
  public String key() {
    return key;
  }

  /** Whether one missed alarm is made up for; a frequent job's next alarm is soon enough. */
  public boolean makesUp() {
    return this == FULL_SWEEP || this == CAMPAIGN_MEMBERS;
  }

  /** When each job last began, of those that ever ran. */
  public static Map<JobKind, Instant> lastBegun(Runs runs) {
    var last = new EnumMap<JobKind, Instant>(JobKind.class);
    for (JobKind job : values()) {
      runs.latest(job.key()).ifPresent(run -> last.put(job, run.began()));
    }
    return last;
  }
}
