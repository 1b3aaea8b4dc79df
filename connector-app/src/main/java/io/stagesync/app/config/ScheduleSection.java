package io.stagesync.app.config;

import io.stagesync.jobs.JobKind;
import io.stagesync.jobs.Schedule;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;

/** The block {@code schedule}; every key of it may be left out. */
record ScheduleSection(Section top, Function<Section, Values> values) {
  private static final String TIME_ZONE = "time-zone";
  private static final String AFTER_READ = "after-read";
  private static final Schedule USUAL =
      new Schedule(
          ZoneId.of("UTC"),
          Map.of(
              JobKind.INCREMENTAL, "0 * * * * ?",
              JobKind.FULL_SWEEP, "0 0 3 * * ?",
              JobKind.CAMPAIGN_MEMBERS, "0 30 2 * * ?"));

  Schedule schedule() {
    var keys = new java.util.ArrayList<String>();
    keys.add(TIME_ZONE);
    Arrays.stream(JobKind.values()).map(JobKind::key).forEach(keys::add);
    return top.section("schedule", false, keys.toArray(String[]::new))
        .map(section -> schedule(section, values.apply(section)))
        .orElse(USUAL);
  }

  private static Schedule schedule(Section section, Values values) {
    var crons = new EnumMap<JobKind, String>(USUAL.crons());
    for (JobKind job : JobKind.values()) {
      var text = section.optionalText(job.key()).orElse(AFTER_READ);
      boolean push = job == JobKind.PUSH_TO_HUBSPOT || job == JobKind.PUSH_TO_SALESFORCE;
      if (section.has(job.key()) && !(push && text.equals(AFTER_READ))) {
        crons.put(job, values.cron(job.key(), text));
      }
    }
    return new Schedule(values.zone(TIME_ZONE, USUAL.timeZone()), crons);
  }
}
