package io.stagesync.app.show;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stagesync.app.references.Reference;
import io.stagesync.app.references.References;
import io.stagesync.app.references.Wanted;
import io.stagesync.app.references.Wanted.Meaning;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Where a project names the words of a mapping file, for people and for programs.
 *
 * @param folder the project's folder, as the user named it
 */
public record ReferencesText(Path folder, References references) {
  private static final int SKIPPED_SHOWN = 10;
  private static final int FEW_MEANINGS = 3;

  /** Prints them, word by word. */
  public void to(Lines lines) {
    byWord()
        .forEach(
            (wanted, found) -> {
              lines.say(wanted.text() + meanings(wanted));
              var table = new Table();
              found.forEach(r -> table.row(weight(r), r.kind(), place(r), about(r)));
              table.to(lines);
              lines.gap();
            });
    unnamed(lines);
    skipped(lines);
    lines.say(summary());
    if (!references.found().isEmpty()) {
      lines.say(
          "Reports and list views may keep what the screen shows: where that differs from a word,"
              + " look for it with --value.");
      lines.say("What happens when a value is renamed: docs/running.md, When a picklist changes.");
    }
  }

  private Map<Wanted, List<Reference>> byWord() {
    var byWord = new LinkedHashMap<Wanted, List<Reference>>();
    references.wanted().forEach(w -> byWord.put(w, new ArrayList<>()));
    references
        .found()
        .forEach(r -> byWord.computeIfAbsent(r.wanted(), w -> new ArrayList<>()).add(r));
    byWord.values().removeIf(List::isEmpty);
    return byWord;
  }

  private static String meanings(Wanted wanted) {
    if (wanted.meanings().isEmpty()) {
      return "";
    }
    if (wanted.meanings().size() > FEW_MEANINGS) {
      var tracks = wanted.meanings().stream().map(Meaning::track).distinct().toList();
      return "   (" + String.join(", ", tracks) + ")";
    }
    return wanted.meanings().stream()
        .map(m -> m.track() + ": " + m.label() + ", " + m.place())
        .collect(Collectors.joining("; ", "   (", ")"));
  }

  private static String weight(Reference r) {
    return (r.scoring() ? "SCORE, " : "") + r.certainty();
  }

  private static String place(Reference r) {
    return r.file() + ":" + r.line();
  }

  private static String about(Reference r) {
    var says = r.excerpt().equals(r.wanted().text()) ? "" : ": " + r.excerpt();
    return r.owner() + (r.idle() ? " (switched off)" : "") + says;
  }

  private void unnamed(Lines lines) {
    var named = byWord().keySet();
    var rest =
        references.wanted().stream().filter(w -> !named.contains(w)).map(Wanted::text).toList();
    if (!rest.isEmpty()) {
      lines.say("Named nowhere: " + String.join(", ", rest) + ".");
    }
  }

  private void skipped(Lines lines) {
    references.skipped().stream()
        .limit(SKIPPED_SHOWN)
        .forEach(s -> lines.say("Not read: " + s.file() + " " + s.why() + "."));
    int more = references.skipped().size() - SKIPPED_SHOWN;
    if (more > 0) {
      lines.say(String.format("Not read: %,d more files; --json lists them.", more));
    }
  }

  private String summary() {
    long scores = references.found().stream().filter(Reference::scoring).count();
    return String.format(
        "%s: %,d files read, %,d references%s%s.",
        folder,
        references.files(),
        references.found().size(),
        scores == 0
            ? ""
            : String.format(
                ", %,d of them in a score, which a rename would change silently", scores),
        references.cutOff()
            ? ", and more that are not shown: look for fewer words with --value"
            : "");
  }

  /** The one object. */
  public ObjectNode json() {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("folder", folder.toString())
        .put("files", references.files())
        .put("cut-off", references.cutOff());
    var words = json.putArray("words");
    references.wanted().forEach(w -> word(words.addObject(), w));
    var found = json.putArray("references");
    for (var r : references.found()) {
      found
          .addObject()
          .put("word", r.wanted().text())
          .put("file", r.file())
          .put("line", r.line())
          .put("kind", r.kind().toString())
          .put("owner", r.owner())
          .put("certainty", r.certainty().toString())
          .put("scoring", r.scoring())
          .put("switched-off", r.idle())
          .put("text", r.excerpt());
    }
    var skipped = json.putArray("not-read");
    references
        .skipped()
        .forEach(s -> skipped.addObject().put("file", s.file()).put("why", s.why()));
    return json;
  }

  private static void word(ObjectNode node, Wanted wanted) {
    var meanings = node.put("word", wanted.text()).putArray("labels");
    for (Meaning m : wanted.meanings()) {
      meanings
          .addObject()
          .put("track", m.track())
          .put("label", m.label())
          .put("file", m.place().file())
          .put("line", m.place().line())
          .put("column", m.place().column());
    }
  }
}
