package io.stagesync.app.show;

import io.stagesync.app.health.Health;
import io.stagesync.reconcile.Outcome;
import io.stagesync.vocabulary.Side;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/**
 * How the sync stands, for people.
 *
 * @param zone the time zone in which times are shown
 */
public record HealthText(Health health, ZoneId zone) {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  /** Prints it. */
  public void to(Lines lines) {
    lines.say(
        health
                .running()
                .map(l -> "Running now: " + l.holder() + ", since " + time(l.since()))
                .orElse("No run is under way.")
            + "   (times in "
            + zone
            + ")");
    lines.gap();
    var jobs = new Table();
    for (var job : health.jobs()) {
      jobs.row(
          job.overdue() ? "!" : " ",
          job.name(),
          "last "
              + job.last()
                  .map(r -> time(r.began()) + " " + r.outcome().toLowerCase(java.util.Locale.ROOT))
                  .orElse("never"),
          job.next().map(t -> "next " + time(t)).orElse("after each read"),
          job.overdue() ? "OVERDUE: older than twice its interval" : "");
    }
    jobs.to(lines);
    lines.gap();
    standing(lines);
    health
        .paused()
        .forEach(
            p ->
                lines.say(
                    "! paused  " + p.track() + " since " + time(p.since()) + ": " + p.why() + "."));
    if (!health.paused().isEmpty()) {
      lines.say("          `stagesync drift` says what changed, whom it concerns and what to do.");
    }
    health.latest().stream()
        .findFirst()
        .filter(r -> r.outcome().equalsIgnoreCase("failed"))
        .ifPresent(r -> lines.say("! The last run (" + r.kind() + ") failed: " + r.report()));
    health.latest().stream()
        .findFirst()
        .filter(r -> r.outcome().equalsIgnoreCase("limited"))
        .ifPresent(
            r ->
                lines.say(
                    "! The last run was stopped by a limit. Look at it with `stagesync plan --out"
                        + " plan.json`, then `stagesync apply plan.json --approve`."));
  }

  private void standing(Lines lines) {
    var counted = new Counted(health.standing());
    lines.say(String.format("pairs     %,d", health.pairs()));
    for (var outcome : Outcome.values()) {
      if (outcome != Outcome.PUSHED && counted.of(outcome) > 0) {
        lines.say(
            String.format(
                "%-9s %,d: %s",
                RunJson.word(outcome), counted.of(outcome), counted.words(outcome)));
      }
    }
    new PeopleByLabel(health.labels()).to(lines);
    for (Side side : Side.values()) {
      long waiting =
          health.waiting().stream().filter(t -> t.side() == side).mapToLong(t -> t.count()).sum();
      if (waiting > 0) {
        lines.say(String.format("waiting   %,d fields for %s", waiting, side.displayName()));
      }
    }
    health
        .dailyCalls()
        .forEach(
            (side, text) ->
                lines.say(String.format("calls     %s: %s used today", side.displayName(), text)));
    if (health.openWrites() > 0) {
      lines.say(
          String.format(
              "open      %,d writes whose outcome the next run looks at", health.openWrites()));
    }
  }

  private String time(Instant at) {
    return TIME.format(at.atZone(zone));
  }
}
