package io.stagesync.app.show;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stagesync.app.health.Finding;
import io.stagesync.app.health.Finding.Level;
import java.util.List;
import java.util.Locale;

/** What the doctor found, for people and for programs. */
public record FindingsText(List<Finding> findings) {
  public FindingsText {
    findings = List.copyOf(findings);
  }

  /** How many of a level there are. */
  public long count(Level level) {
    return findings.stream().filter(f -> f.level() == level).count();
  }

  /** Prints them. */
  public void to(Lines lines) {
    for (var f : findings) {
      lines.say(String.format("%-7s  %s: %s", word(f.level()), f.about(), f.text()));
      if (!f.help().isBlank()) {
        lines.say("         help: " + f.help());
      }
    }
    lines.gap();
    lines.say(
        count(Level.PROBLEM) == 0
            ? "Ready to sync; " + counted(Level.NOTE) + "."
            : "Not ready: " + counted(Level.PROBLEM) + ", " + counted(Level.NOTE) + ".");
  }

  private String counted(Level level) {
    long count = count(level);
    return String.format("%,d %s%s", count, word(level), count == 1 ? "" : "s");
  }

  private static String word(Level level) {
    return level.name().toLowerCase(Locale.ROOT);
  }

  /** The one object. */
  public ObjectNode json() {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("ready", count(Level.PROBLEM) == 0);
    var all = json.putArray("findings");
    for (var f : findings) {
      all.addObject()
          .put("level", word(f.level()))
          .put("about", f.about())
          .put("text", f.text())
          .put("help", f.help());
    }
    return json;
  }
}
