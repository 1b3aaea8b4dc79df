package io.stagesync.app.show;

import io.stagesync.mapping.Diagnostic;
import java.util.List;

/**
 * What is wrong with a mapping file, as workflow commands of GitHub Actions: a pull request shows
 * each on the line that it is about.
 */
public record GitHubLines(List<Diagnostic> problems, FromTheRoot names) {
  public GitHubLines {
    problems = List.copyOf(problems);
  }

  /** Prints them, one line each. */
  public void to(Lines lines) {
    problems.forEach(d -> lines.say(command(d)));
  }

  private String command(Diagnostic d) {
    var place = d.place();
    var where =
        place.line() == 0 ? "" : ",line=" + place.line() + ",col=" + Math.max(1, place.column());
    return (d.isError() ? "::error" : "::warning")
        + " file="
        + property(names.name(place.file()))
        + where
        + ",title="
        + property(d.id().name())
        + "::"
        + data(d.message() + "\nhelp: " + d.suggestion());
  }

  /** What stands behind the colons; a line break would end the command and begin another. */
  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  /** Between commas, and before the colons. */
  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
