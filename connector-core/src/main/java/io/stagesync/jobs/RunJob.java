package io.stagesync.jobs;

import java.time.Duration;
import java.util.Date;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.quartz.DateBuilder;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.quartz.JobExecutionException;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;

/** What Quartz calls when an alarm goes off. */
final class RunJob implements Job {
  private static final String AGAIN = "again";

  private final Predicate<JobKind> alarm;
  private final Duration again;
  private final JobNews news;

  /**
   * @param alarm says whether it was in vain for now
   * @param again how much later a nightly job comes once more then
   */
  RunJob(Predicate<JobKind> alarm, Duration again, JobNews news) {
    this.alarm = alarm;
    this.again = again;
    this.news = news;
  }

  @Override
  public void execute(JobExecutionContext context) throws JobExecutionException {
    var job = JobKind.valueOf(context.getJobDetail().getKey().getName());
    if (alarm.test(job) && job.makesUp()) {
      try {
        comeAgain(context, job);
      } catch (SchedulerException e) {
        throw new JobExecutionException(e);
      }
    }
  }

  private void comeAgain(JobExecutionContext context, JobKind job) throws SchedulerException {
    var scheduler = context.getScheduler();
    var at =
        DateBuilder.futureDate(
            Math.toIntExact(again.toMillis()), DateBuilder.IntervalUnit.MILLISECOND);
    var regular = scheduler.getTrigger(TriggerKey.triggerKey(job.name()));
    if (next(regular).filter(n -> !n.after(at)).isPresent()) {
      return;
    }
    var key = TriggerKey.triggerKey(job.name(), AGAIN);
    var trigger =
        TriggerBuilder.newTrigger()
            .withIdentity(key)
            .forJob(context.getJobDetail())
            .startAt(at)
            .build();
    if (scheduler.rescheduleJob(key, trigger) == null) {
      scheduler.scheduleJob(trigger);
    }
    news.again(job, at.toInstant());
  }

  private static Optional<Date> next(@Nullable Trigger trigger) {
    return Optional.ofNullable(trigger).flatMap(t -> Optional.ofNullable(t.getNextFireTime()));
  }
}
