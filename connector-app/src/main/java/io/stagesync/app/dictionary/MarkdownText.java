package io.stagesync.app.dictionary;

import java.util.regex.Pattern;

/** Text that means itself in GitHub's Markdown, in tables too. */
final class MarkdownText {
  /** Whatever can begin something: emphasis, code, links, HTML, headings, tables, formulas. */
  private static final Pattern MEANINGFUL = Pattern.compile("[\\\\`*_{}\\[\\]<>#|~$]");

  /** What would begin a list at the start of a line. */
  private static final Pattern LIST_MARK = Pattern.compile("^([0-9]*)([-+.])");

  private static final Pattern TICKS = Pattern.compile("`+");

  private MarkdownText() {}

  static String of(Phrase phrase) {
    return of(phrase, false);
  }

  /** In a table a bar ends the cell, even within code. */
  static String cell(Phrase phrase) {
    return of(phrase, true);
  }

  private static String of(Phrase phrase, boolean inTable) {
    var text = new StringBuilder();
    for (var piece : phrase.pieces()) {
      text.append(
          switch (piece.kind()) {
            case TEXT -> escaped(piece.text());
            case NAME -> "**" + escaped(piece.text()) + "**";
            case WORD -> inTable ? code(piece.text()).replace("|", "\\|") : code(piece.text());
          });
    }
    return LIST_MARK.matcher(text).replaceFirst("$1\\\\$2");
  }

  static String escaped(String text) {
    var line = Text.line(text).replace("&", "&amp;");
    return MEANINGFUL
        .matcher(line)
        .replaceAll("\\\\$0")
        .replace("://", ":\\/\\/")
        .replace("www.", "www\\.");
  }

  /** A code span; nothing in it has a meaning but as many ticks. */
  private static String code(String text) {
    var line = Text.line(text);
    int longest =
        TICKS.matcher(line).results().mapToInt(run -> run.group().length()).max().orElse(0);
    var fence = "`".repeat(longest + 1);
    boolean pad = line.startsWith("`") || line.endsWith("`");
    return pad ? fence + " " + line + " " + fence : fence + line + fence;
  }
}
