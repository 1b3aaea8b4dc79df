package io.stagesync.app.show;

import io.stagesync.trial.Difference;
import io.stagesync.trial.Tally;
import io.stagesync.trial.Tally.Result;
import io.stagesync.trial.Tried;
import java.util.List;

/**
 * What became of tests, for people: the failures one by one, then the count.
 *
 * @param most how many failures are shown
 */
public record TrialText(Tally tally, int most) {
  private static final String INDENT = "      ";

  /** Prints it. */
  public void to(Lines lines) {
    var failed = tally.results().stream().filter(result -> !result.passed()).toList();
    for (var result : failed.subList(0, Math.min(most, failed.size()))) {
      failure(lines, result);
      lines.gap();
    }
    if (most > 0 && failed.size() > most) {
      lines.say(String.format("... and %,d more failed.", failed.size() - most));
    }
    lines.say(count(tally.results().size(), failed.size()));
  }

  private static String count(int all, int failed) {
    if (all == 0) {
      return "There are no tests. Write some under `tests`, or start from what `--edge-cases` makes.";
    }
    var tests = String.format("%,d %s", all, all == 1 ? "test" : "tests");
    return failed == 0
        ? tests + " passed."
        : String.format("%s: %,d passed, %,d failed.", tests, all - failed, failed);
  }

  private static void failure(Lines lines, Result result) {
    var place = result.place().file() + ":" + result.place().line();
    lines.say("FAIL  " + place + "  " + result.name());
    result.failure().ifPresent(tried -> told(lines, tried));
  }

  private static void told(Lines lines, Tried tried) {
    if (!tried.example().because().isBlank()) {
      lines.say(INDENT + "because   " + tried.example().because());
    }
    block(lines, "given     ", tried.given());
    for (Difference difference : tried.differences()) {
      lines.say(INDENT + "expected  " + difference.what() + ": " + difference.expected());
      lines.say(INDENT + "got       " + difference.what() + ": " + difference.got());
    }
    block(lines, "why       ", tried.why());
  }

  private static void block(Lines lines, String head, List<String> block) {
    for (int i = 0; i < block.size(); i++) {
      lines.say(INDENT + (i == 0 ? head : " ".repeat(head.length())) + block.get(i));
    }
  }

  /** A failure as the lines of a text, for other programs to show. */
  static String told(Tried tried) {
    var text = new StringBuilder();
    tried.given().forEach(line -> text.append("given: ").append(line).append('\n'));
    for (Difference d : tried.differences()) {
      text.append("expected ").append(d.what()).append(": ").append(d.expected()).append('\n');
      text.append("got ").append(d.what()).append(": ").append(d.got()).append('\n');
    }
    tried.why().forEach(line -> text.append("why: ").append(line).append('\n'));
    return text.toString();
  }
}
