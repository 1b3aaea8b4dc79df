package io.stagesync.app.dictionary;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Moves as a Mermaid flow chart, which GitHub and many editors draw. */
record Mermaid(Moves moves) {

  String text() {
    var text = new StringBuilder("flowchart TB\n");
    if (moves.ordered()) {
      stops(text, "  ");
      moves.steps().forEach(s -> text.append("  n%d --> n%d\n".formatted(s.from(), s.to())));
      for (var way : moves.ways()) {
        way.from()
            .forEach(
                from ->
                    text.append(
                        "  n%d -. \"%d\" .-> n%d\n".formatted(from, way.number(), way.to())));
      }
    } else {
      text.append("  subgraph all [\"each may follow each\"]\n    direction LR\n");
      stops(text, "    ");
      text.append(
          IntStream.range(0, moves.stops().size())
              .mapToObj(i -> "n" + i)
              .collect(Collectors.joining(" ~~~ ", "    ", "\n  end\n")));
    }
    for (var entry : moves.entries()) {
      text.append("  classDef ").append(name(entry)).append(' ').append(stroke(entry)).append('\n');
    }
    return text.toString();
  }

  private void stops(StringBuilder text, String indent) {
    for (int i = 0; i < moves.stops().size(); i++) {
      var stop = moves.stops().get(i);
      text.append(indent)
          .append("n%d(\"%s\"):::%s\n".formatted(i, said(stop.label().name()), name(stop.entry())));
    }
  }

  private static String name(Moves.Entry entry) {
    return entry.name().toLowerCase(Locale.ROOT);
  }

  /** Lines alone, so that the drawing can be seen on a dark page and on a light one. */
  private static String stroke(Moves.Entry entry) {
    return switch (entry) {
      case SALESFORCE -> "stroke:#1b96ff,stroke-width:2px";
      case HUBSPOT -> "stroke:#ff7a59,stroke-width:2px";
      case EITHER -> "stroke:#8a8f98,stroke-width:2px";
      case EVENT -> "stroke:#8a8f98,stroke-width:2px,stroke-dasharray:5 4";
    };
  }

  /** Within quotes; Mermaid writes what has a meaning there as numbers between # and ;. */
  private static String said(String text) {
    return Text.line(text)
        .codePoints()
        .mapToObj(c -> plain(c) ? Character.toString(c) : "#" + c + ";")
        .collect(Collectors.joining());
  }

  private static boolean plain(int c) {
    return Character.isLetterOrDigit(c) || c == ' ' || c == '-';
  }
}
