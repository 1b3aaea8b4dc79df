package io.stagesync.jobs;

import io.stagesync.engine.Engine;
import io.stagesync.engine.EngineException;
import io.stagesync.port.CrmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TimeZone;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.quartz.CronScheduleBuilder;
import org.quartz.JobBuilder;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;
import org.quartz.impl.StdSchedulerFactory;

/**
 * Starts runs at their times, one after the other. A job that comes due while another runs waits
 * for it; alarms that pile up meanwhile, or were missed because no clock ran, are dropped, and for
 * the nightly jobs made up for once. A nightly job that ran in vain, because another process was at
 * work or a CRM did not answer, comes again a little later.
 */
public final class Jobs implements AutoCloseable {
  private static final Patience PATIENCE =
      new Patience(Duration.ofSeconds(5), Duration.ofMinutes(15));

  private static final AtomicInteger NUMBERS = new AtomicInteger();

  private final Scheduler scheduler;

  /**
   * How long is waited.
   *
   * @param late by how much an alarm may be late before it counts as missed
   * @param again how long after a failure that may pass a nightly job comes again
   */
  record Patience(Duration late, Duration again) {}

  private Jobs(Scheduler scheduler) {
    this.scheduler = scheduler;
  }

  /**
   * Starts the alarm clock.
   *
   * @param last when each job last began, where it ever did: a nightly one that has come due since,
   *     while no clock ran, is made up for at once
   * @throws IllegalArgumentException for a cron expression that is none, with a sentence
   */
  public static Jobs start(
      Schedule schedule, Engine engine, Map<JobKind, Instant> last, JobNews news) {
    return start(schedule, job -> run(schedule, engine, job, news), last, news, PATIENCE);
  }

  /**
   * The same with any work.
   *
   * @param work says whether it was in vain for now, so that a nightly job comes again soon
   */
  static Jobs start(
      Schedule schedule,
      Predicate<JobKind> work,
      Map<JobKind, Instant> last,
      JobNews news,
      Patience patience) {
    try {
      var scheduler = new StdSchedulerFactory(settings(patience.late())).getScheduler();
      scheduler.setJobFactory((bundle, s) -> new RunJob(work, patience.again(), news));
      scheduler.getListenerManager().addTriggerListener(new MissedAlarms(news));
      for (Map.Entry<JobKind, String> cron : schedule.crons().entrySet()) {
        var job = cron.getKey();
        add(scheduler, schedule, job, cron.getValue(), Optional.ofNullable(last.get(job)));
      }
      scheduler.start();
      return new Jobs(scheduler);
    } catch (SchedulerException e) {
      throw new IllegalStateException("the scheduler could not start: " + e.getMessage(), e);
    }
  }

  private static boolean run(Schedule schedule, Engine engine, JobKind job, JobNews news) {
    try {
      news.ended(schedule.request(job).map(engine::run).orElseGet(engine::campaignMembers));
      return false;
    } catch (RuntimeException failure) {
      news.failed(job, failure);
      return mayPass(failure);
    }
  }

  /** Whether a failure is likely to be over soon without anybody's doing. */
  static boolean mayPass(RuntimeException failure) {
    if (failure instanceof CrmException crm) {
      return crm.kind() == CrmException.Kind.UNREACHABLE || crm.kind() == CrmException.Kind.CLOSED;
    }
    return failure instanceof EngineException engine && engine.kind() == EngineException.Kind.BUSY;
  }

  private static void add(
      Scheduler scheduler, Schedule schedule, JobKind job, String cron, Optional<Instant> last)
      throws SchedulerException {
    var times =
        CronScheduleBuilder.cronSchedule(cron)
            .inTimeZone(TimeZone.getTimeZone(schedule.timeZone()));
    var trigger =
        TriggerBuilder.newTrigger()
            .withIdentity(job.name())
            .withSchedule(
                job.makesUp()
                    ? times.withMisfireHandlingInstructionFireAndProceed()
                    : times.withMisfireHandlingInstructionDoNothing());
    if (job.makesUp() && last.isPresent()) {
      // A second later, for Quartz counts the second that a trigger starts in.
      trigger.startAt(Date.from(last.get().plusSeconds(1)));
    }
    scheduler.scheduleJob(
        JobBuilder.newJob(RunJob.class).withIdentity(job.name()).build(), trigger.build());
  }

  /** One thread: runs of one store follow one another anyway. */
  private static Properties settings(Duration late) {
    var settings = new Properties();
    // Quartz hands out the same scheduler again for the same name.
    settings.setProperty(
        "org.quartz.scheduler.instanceName", "stagesync-" + NUMBERS.incrementAndGet());
    settings.setProperty("org.quartz.scheduler.skipUpdateCheck", "true");
    settings.setProperty("org.quartz.threadPool.class", "org.quartz.simpl.SimpleThreadPool");
    settings.setProperty("org.quartz.threadPool.threadCount", "1");
    settings.setProperty("org.quartz.jobStore.class", "org.quartz.simpl.RAMJobStore");
    settings.setProperty("org.quartz.jobStore.misfireThreshold", Long.toString(late.toMillis()));
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
