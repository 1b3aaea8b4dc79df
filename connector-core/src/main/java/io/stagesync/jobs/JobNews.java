package io.stagesync.jobs;

import io.stagesync.engine.RunReport;
import java.time.Instant;

/** Who is told what became of the alarms. Called on the clock's own threads. */
public interface JobNews {
  /** A run came to its end. */
  void ended(RunReport report);

  /** A run failed; the next one comes at its own time, unless {@link #again} is told too. */
  void failed(JobKind job, RuntimeException why);

  /** A nightly job that failed for now comes once more at this time, before its next one. */
  void again(JobKind job, Instant at);

  /**
   * An alarm could not go off at its time, and others perhaps after it. Where the job makes up for
   * that, it runs once now; else it waits for its next time.
   *
   * @param due when the first of them was due
   */
  void missed(JobKind job, Instant due);
}
