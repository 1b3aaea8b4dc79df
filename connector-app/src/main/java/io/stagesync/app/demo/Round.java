package io.stagesync.app.demo;

import io.stagesync.app.show.Lines;
import io.stagesync.app.simulator.Edit;
import io.stagesync.engine.Explain;
import io.stagesync.engine.RunReport;
import io.stagesync.engine.Story;
import io.stagesync.state.JournalEntry;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A round of edits and the sync that followed them.
 *
 * @param edits what people did
 * @param report what the sync did
 */
record Round(int number, List<Edit> edits, RunReport report) {
  Round {
    edits = List.copyOf(edits);
  }

  /** Prints it, with what became of one of the edits. */
  void to(Lines out, Explain explain) {
    out.say(String.format("Round %d  People made %s.", number, new EditedWords(edits).sentence()));
    out.say("         " + written(report));
    for (Edit edit : edits) {
      var answer = explain.who(edit.lead()).flatMap(this::answer);
      if (answer.isPresent()) {
        out.say("         For example  " + EditedWords.of(edit));
        out.say("                   -> " + answer.get());
        return;
      }
    }
  }

  /** What a sync wrote, on a line. */
  static String written(RunReport report) {
    var parts = new ArrayList<String>();
    for (Side side : Side.values()) {
      new TreeMap<Track, Long>(report.written().getOrDefault(side, Map.of()))
          .forEach(
              (track, n) -> parts.add(String.format("%,d %s to %s", n, track, side.displayName())));
    }
    return String.format(
        "Sync %d wrote %s%s%s.",
        report.run(),
        parts.isEmpty() ? "nothing" : String.join(", ", parts),
        report.restored() == 0 ? "" : ", put back " + report.restored() + " edits",
        report.limit().map(limit -> "; " + limit.sentence()).orElse(""));
  }

  /** The first thing that the sync wrote for a person in this round. */
  private Optional<String> answer(Story story) {
    return story.timeline().stream()
        .filter(e -> e.run() == report.run())
        .filter(e -> e.kind() == JournalEntry.Kind.WROTE)
        .findFirst()
        .map(
            e ->
                String.format(
                    "%s %s: %s -> %s, %s: %s",
                    e.side().map(Side::displayName).orElse(""),
                    e.track().map(Track::name).orElse(""),
                    shown(e.was()),
                    shown(e.is()),
                    e.reason().map(Enum::name).orElse(""),
                    e.text()));
  }

  private static String shown(String value) {
    return value.isBlank() ? "(blank)" : "\"" + value + "\"";
  }
}
