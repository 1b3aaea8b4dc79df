package io.stagesync.app.show;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stagesync.mapping.Diagnostic;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * What is wrong with a mapping file, for people and for programs.
 *
 * @param file as the user named it
 * @param problems in the order in which they are shown
 */
public record ProblemsText(Path file, List<Diagnostic> problems) {
  public ProblemsText {
    problems = List.copyOf(problems);
  }

  /** How many of them refuse the file. */
  public long errors() {
    return problems.stream().filter(Diagnostic::isError).count();
  }

  /** How many of them leave it usable. */
  public long warnings() {
    return problems.size() - errors();
  }

  /** Both, for people: {@code 2 errors, 1 warning}. */
  public String counts() {
    return count(errors(), "error") + ", " + count(warnings(), "warning");
  }

  /** So many of something, for people: {@code 1 track}. */
  public static String count(long number, String what) {
    return String.format("%,d %s%s", number, what, number == 1 ? "" : "s");
  }

  /** Prints them, two lines each. */
  public void to(Lines lines) {
    problems.forEach(d -> d.render().lines().forEach(lines::say));
  }

  /** The one object. */
  public ObjectNode json() {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("file", file.toString()).put("errors", errors()).put("warnings", warnings());
    var all = json.putArray("problems");
    for (var d : problems) {
      all.addObject()
          .put("file", d.place().file())
          .put("line", d.place().line())
          .put("column", d.place().column())
          .put("id", d.id().name())
          .put("severity", d.severity().name().toLowerCase(Locale.ROOT))
          .put("message", d.message())
          .put("help", d.suggestion());
    }
    return json;
  }
}
