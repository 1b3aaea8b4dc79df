package io.stagesync.jobs;

import io.stagesync.engine.Engine;
import io.stagesync.engine.RunReport;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TimeZone;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.quartz.CronScheduleBuilder;
import org.quartz.JobBuilder;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;
import org.quartz.impl.StdSchedulerFactory;

/**
 * Starts runs at their times, one after the other. A job that comes due while another runs waits
 * for it; one that comes due so often that it would pile up is dropped, and the nightly ones are
 * made up for once.
 */
public final class Jobs implements AutoCloseable {
  private final Scheduler scheduler;

  private Jobs(Scheduler scheduler) {
    this.scheduler = scheduler;
  }

  /**
   * Starts the alarm clock.
   *
   * @param ended is told each run's report
   * @param failed is told why a run failed; the next one comes at its own time
   * @throws IllegalArgumentException for a cron expression that is none, with a sentence
   */
  public static Jobs start(
      Schedule schedule,
      Engine engine,
      Consumer<RunReport> ended,
      BiConsumer<JobKind, RuntimeException> failed) {
    try {
      var scheduler = new StdSchedulerFactory(settings()).getScheduler();
      scheduler.setJobFactory(
          (bundle, s) -> new RunJob(job -> run(schedule, engine, job, ended, failed)));
      for (Map.Entry<JobKind, String> cron : schedule.crons().entrySet()) {
        add(scheduler, schedule, cron.getKey(), cron.getValue());
      }
      scheduler.start();
      return new Jobs(scheduler);
    } catch (SchedulerException e) {
      throw new IllegalStateException("the scheduler could not start: " + e.getMessage(), e);
    }
  }

  private static void run(
      Schedule schedule,
      Engine engine,
      JobKind job,
      Consumer<RunReport> ended,
      BiConsumer<JobKind, RuntimeException> failed) {
    try {
      ended.accept(schedule.request(job).map(engine::run).orElseGet(engine::campaignMembers));
    } catch (RuntimeException failure) {
      failed.accept(job, failure);
    }
  }

  private static void add(Scheduler scheduler, Schedule schedule, JobKind job, String cron)
      throws SchedulerException {
    var times =
        CronScheduleBuilder.cronSchedule(cron)
            .inTimeZone(TimeZone.getTimeZone(schedule.timeZone()));
    scheduler.scheduleJob(
        JobBuilder.newJob(RunJob.class).withIdentity(job.name()).build(),
        TriggerBuilder.newTrigger()
            .withIdentity(job.name())
            .withSchedule(
                job.makesUp()
                    ? times.withMisfireHandlingInstructionFireAndProceed()
                    : times.withMisfireHandlingInstructionDoNothing())
            .build());
  }

  /** One thread: runs of one store follow one another anyway. */
  private static Properties settings() {
    var settings = new Properties();
    settings.setProperty("org.quartz.scheduler.instanceName", "stagesync");
    settings.setProperty("org.quartz.scheduler.skipUpdateCheck", "true");
    settings.setProperty("org.quartz.threadPool.class", "org.quartz.simpl.SimpleThreadPool");
    settings.setProperty("org.quartz.threadPool.threadCount", "1");
    settings.setProperty("org.quartz.jobStore.class", "org.quartz.simpl.RAMJobStore");
    settings.setProperty("org.quartz.jobStore.misfireThreshold", "5000");
    return settings;
  }

  /** When each job runs next. */
  public Map<JobKind, Instant> nextTimes() {
    var times = new EnumMap<JobKind, Instant>(JobKind.class);
    for (JobKind job : JobKind.values()) {
      next(job).ifPresent(at -> times.put(job, at));
    }
    return times;
  }

  private Optional<Instant> next(JobKind job) {
    try {
      return Optional.ofNullable(scheduler.getTrigger(TriggerKey.triggerKey(job.name())))
          .flatMap(t -> Optional.ofNullable(t.getNextFireTime()))
          .map(d -> d.toInstant());
    } catch (SchedulerException e) {
      throw new IllegalStateException("the scheduler does not answer: " + e.getMessage(), e);
    }
  }

  /** Begins no further run and waits for the one under way. */
  @Override
  public void close() {
    try {
      scheduler.shutdown(true);
    } catch (SchedulerException e) {
      throw new IllegalStateException("the scheduler could not end: " + e.getMessage(), e);
    }
  }
}
