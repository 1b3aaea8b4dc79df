package io.stagesync.app.config;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Function;

/** The block {@code schedule}; every key of it may be left out. */
record ScheduleSection(Section top, Function<Section, Values> values) {
  private static final Timetable USUAL =
      new Timetable(
          ZoneOffset.UTC,
          "0 * * * * ?",
          "0 0 3 * * ?",
          Optional.empty(),
          Optional.empty(),
          "0 30 2 * * ?");

  Timetable timetable() {
    return top.section(
            "schedule",
            false,
            "time-zone",
            "incremental",
            "full-sweep",
            "push-to-hubspot",
            "push-to-salesforce",
            "campaign-members")
        .map(section -> timetable(section, values.apply(section)))
        .orElse(USUAL);
  }

  private static Timetable timetable(Section section, Values values) {
    return new Timetable(
        values.zone("time-zone", ZoneId.of("UTC")),
        values.cron("incremental", USUAL.incremental()),
        values.cron("full-sweep", USUAL.fullSweep()),
        push(section, values, "push-to-hubspot"),
        push(section, values, "push-to-salesforce"),
        values.cron("campaign-members", USUAL.campaignMembers()));
  }

  private static Optional<String> push(Section section, Values values, String key) {
    var text = section.optionalText(key);
    return text.isEmpty() || text.get().equals("after-read")
        ? Optional.empty()
        : Optional.of(values.cron(key, text.get()));
  }
}
