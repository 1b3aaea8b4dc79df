package io.stagesync.mapping.yaml;

import io.stagesync.mapping.Diagnostic.Place;
import io.stagesync.vocabulary.RawValue;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Changes to single words of a file that leave the rest of its text, comments too, as it is. */
final class TextEdits {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9_./ -]*[A-Za-z0-9]");
  private static final Pattern MEANT_OTHERWISE =
      Pattern.compile("(?i)(none|any|blank|null|true|false|yes|no|on|off|y|n|~)");

  private final List<String> lines;

  /** By line from 0, and within a line from its end, so that places stay right. */
  private final TreeMap<Place, Edit> edits = new TreeMap<>();

  private final TreeMap<Integer, List<String>> marks = new TreeMap<>();
  private final TreeMap<Integer, List<String>> before = new TreeMap<>();

  private record Edit(int from, int to, String text) {}

  TextEdits(String text) {
    lines = text.lines().toList();
  }

  /** A word as YAML writes it. */
  static String word(RawValue value) {
    var text = value.text();
    boolean plain = PLAIN.matcher(text).matches() && !MEANT_OTHERWISE.matcher(text).matches();
    return plain && !text.contains("  ")
        ? text
        : "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  /** Puts words in the place of others, and says why at the end of the line. */
  void replace(Site site, List<RawValue> words, String why) {
    var start = site.node().getStartMark();
    var end = site.node().getEndMark();
    var written = words.stream().map(TextEdits::word).collect(Collectors.joining(", "));
    // Words that stand in a list of several lines are rare and stay: a person has to look at them.
    if (start.getLine() == end.getLine()) {
      edits.put(
          site.place(),
          new Edit(
              start.getColumn(),
              end.getColumn(),
              words.size() == 1 ? written : "[" + written + "]"));
    }
    mark(site, why);
  }

  /** Says something at the end of a line. */
  void mark(Site site, String why) {
    marks.computeIfAbsent(site.node().getEndMark().getLine(), l -> new ArrayList<>()).add(why);
  }

  /** Says something on a line of its own, above a place and as far in. */
  void lineBefore(Place place, String what) {
    before
        .computeIfAbsent(place.line() - 1, l -> new ArrayList<>())
        .add(" ".repeat(place.column() - 1) + FittedFile.MARK + what);
  }

  int marks() {
    return marks.size() + before.values().stream().mapToInt(List::size).sum();
  }

  String carriedOut() {
    var text = new ArrayList<String>();
    for (int i = 0; i < lines.size(); i++) {
      text.addAll(before.getOrDefault(i, List.of()));
      var line = new StringBuilder(lines.get(i));
      int number = i + 1;
      edits.descendingMap().entrySet().stream()
          .filter(e -> e.getKey().line() == number)
          .map(java.util.Map.Entry::getValue)
          .forEach(
              edit ->
                  line.replace(
                      line.offsetByCodePoints(0, edit.from()),
                      line.offsetByCodePoints(0, edit.to()),
                      edit.text()));
      var why = marks.get(i);
      if (why != null) {
        line.append("  ").append(FittedFile.MARK).append(String.join("; ", why));
      }
      text.add(line.toString());
    }
    return String.join("\n", text) + "\n";
  }
}
