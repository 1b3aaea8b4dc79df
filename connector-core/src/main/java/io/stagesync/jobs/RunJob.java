package io.stagesync.jobs;

import java.util.function.Consumer;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** What Quartz calls when an alarm goes off. */
final class RunJob implements Job {
  private final Consumer<JobKind> alarm;

  RunJob(Consumer<JobKind> alarm) {
    this.alarm = alarm;
  }

  @Override
  public void execute(JobExecutionContext context) {
    alarm.accept(JobKind.valueOf(context.getJobDetail().getKey().getName()));
  }
}
