package io.stagesync.app.show;

import io.stagesync.engine.RunReport;
import io.stagesync.port.CallCount;
import io.stagesync.reconcile.Outcome;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a run did, for people. */
public record RunText(RunReport report) {

  /** Prints it. */
  public void to(Lines lines) {
    var counted = new Counted(report.standing());
    lines.say(
        String.format(
            "Run %d (%s): %s, %s",
            report.run(), report.kind(), ProblemsText.count(report.pairs(), "pair"), ending()));
    written(lines);
    tracks(lines, counted);
    new PeopleByLabel(report.labels()).to(lines);
    for (var outcome : new Outcome[] {Outcome.CONFLICT, Outcome.HELD, Outcome.SKIPPED}) {
      if (counted.of(outcome) > 0) {
        lines.say(
            String.format(
                "%-9s %,d: %s",
                RunJson.word(outcome), counted.of(outcome), counted.words(outcome)));
      }
    }
    if (report.restored() > 0) {
      lines.say(String.format("put back  %,d edits that our writes fell on", report.restored()));
    }
    if (report.refused() + report.failed() > 0) {
      lines.say(
          String.format(
              "refused   %,d   failed %,d   (`stagesync explain ID` says why)",
              report.refused(), report.failed()));
    }
    long waiting = report.waiting().stream().mapToLong(t -> t.count()).sum();
    if (waiting > 0) {
      lines.say(String.format("waiting   %,d fields wait to be written", waiting));
    }
    alone(lines);
    campaigns(lines);
    report.findings().forEach((code, n) -> lines.say(String.format("noted     %s %,d", code, n)));
    lines.say("calls     " + calls(report.calls()));
    paused(lines, report.paused());
    report.limit().ifPresent(limit -> lines.say("! " + limit.sentence()));
  }

  /** The tracks in which nothing was written, and what to ask next. */
  static void paused(Lines lines, Map<Track, String> paused) {
    new TreeMap<>(paused)
        .forEach((track, why) -> lines.say("! paused  " + track + ": " + why + "."));
    if (!paused.isEmpty()) {
      lines.say("          `stagesync drift` says what changed, whom it concerns and what to do.");
    }
  }

  private String ending() {
    return switch (report.ending()) {
      case DONE -> "done";
      case LIMITED -> "stopped by a limit, nothing written";
      case STOPPED -> "asked to end; the next run goes on from here";
    };
  }

  private void written(Lines lines) {
    if (report.writes() == 0) {
      lines.say("written   nothing");
    }
    for (Side side : Side.values()) {
      new TreeMap<Track, Long>(report.written().getOrDefault(side, Map.of()))
          .forEach(
              (track, n) -> {
                if (n > 0) {
                  lines.say(
                      String.format("written   %,d to %s (%s)", n, side.displayName(), track));
                }
              });
    }
  }

  private void tracks(Lines lines, Counted counted) {
    for (Track track : new TreeSet<>(report.standing().keySet())) {
      lines.say(
          String.format(
              "agreed    %,d of %,d pairs (%s)",
              counted.of(track, Outcome.AGREED), report.pairs(), track));
    }
  }

  private void alone(Lines lines) {
    for (Side side : Side.values()) {
      var counts = new TreeMap<>(report.alone().getOrDefault(side, Map.of()));
      if (!counts.isEmpty()) {
        long sum = counts.values().stream().mapToLong(Long::longValue).sum();
        lines.say(
            String.format("alone     %,d in %s only: %s", sum, side.displayName(), words(counts)));
      }
    }
  }

  private void campaigns(Lines lines) {
    if (!report.campaignMembers().isEmpty()) {
      lines.say("campaign members (never part of a decision): " + words(report.campaignMembers()));
    }
  }

  private static String words(Map<String, Long> counts) {
    var words = new StringBuilder();
    new TreeMap<>(counts)
        .forEach(
            (word, n) ->
                words
                    .append(words.length() == 0 ? "" : ", ")
                    .append(word.isBlank() ? "(none)" : word)
                    .append(String.format(" %,d", n)));
    return words.toString();
  }

  private static String calls(Map<Side, CallCount> calls) {
    return String.join(
        "   ",
        Arrays.stream(Side.values())
            .map(
                side -> {
                  var count = calls.getOrDefault(side, new CallCount(Map.of()));
                  return String.format("%s %,d", side.displayName(), count.total());
                })
            .toList());
  }
}
