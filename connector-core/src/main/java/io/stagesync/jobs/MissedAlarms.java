package io.stagesync.jobs;

import org.quartz.Trigger;
import org.quartz.listeners.TriggerListenerSupport;

/** Passes on what Quartz says of alarms that it could not let go off at their time. */
final class MissedAlarms extends TriggerListenerSupport {
  private final JobNews news;

  MissedAlarms(JobNews news) {
    this.news = news;
  }

  @Override
  public String getName() {
    return "missed alarms";
  }

  @Override
  public void triggerMisfired(Trigger trigger) {
    var due = trigger.getNextFireTime();
    if (due != null) {
      news.missed(JobKind.valueOf(trigger.getKey().getName()), due.toInstant());
    }
  }
}
