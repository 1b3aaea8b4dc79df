package io.stagesync.app.references;

import io.stagesync.app.references.Sighting.Role;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads one file of code or markup: quoted texts, and what stands in comments and between tags. A
 * statement that names a word's field beside it says what the word means; so does a {@code switch}
 * on the field around it.
 */
final class CodeFile {
  /** Between two tags; no word is longer. */
  private static final int LONGEST_TEXT = 400;

  private final String text;
  private final WordIndex words;
  private final ScannedFile file;
  private final List<Sighting> found = new ArrayList<>();
  private final List<Sighting> ofStatement = new ArrayList<>();
  private final StringBuilder statement = new StringBuilder();
  private final Deque<Set<String>> switches = new ArrayDeque<>();
  private int line = 1;

  private CodeFile(String text, WordIndex words, ScannedFile file) {
    this.text = text;
    this.words = words;
    this.file = file;
  }

  /**
   * Reads it.
   *
   * @param kind what it is
   */
  static void scan(String text, Kind kind, WordIndex words, ScannedFile file) {
    new CodeFile(text, words, file).read(kind);
  }

  private void read(Kind kind) {
    var names = Names.of(text, words.fields());
    file.names(names);
    int i = 0;
    while (i < text.length()) {
      i = next(i);
    }
    endOfStatement();
    if (!found.isEmpty()) {
      boolean scoring = names.scoring() || Names.of(file.name(), Set.of()).scoring();
      file.add(new Part(kind, file.name(), scoring, false, found));
    }
  }

  private int next(int i) {
    char c = text.charAt(i);
    if (text.startsWith("//", i) && (i == 0 || text.charAt(i - 1) != ':')) {
      return comment(i, until(i, "\n"));
    }
    if (text.startsWith("/*", i)) {
      return comment(i, until(i, "*/"));
    }
    if (text.startsWith("<!--", i)) {
      return comment(i, until(i, "-->"));
    }
    if (c == '\'' || c == '"' || c == '`') {
      return literal(i, c);
    }
    if (c == '>') {
      return betweenTags(i);
    }
    statement.append(c);
    switch (c) {
      case '\n' -> line++;
      case '{' -> open();
      case '}' -> {
        endOfStatement();
        switches.poll();
      }
      case ';' -> endOfStatement();
      default -> {
        // A part of the statement.
      }
    }
    return i + 1;
  }

  private int until(int from, String end) {
    int at = text.indexOf(end, from);
    return at < 0 ? text.length() : at + (end.equals("\n") ? 0 : end.length());
  }

  private int comment(int from, int to) {
    var comment = text.substring(from, to);
    words.quoted(comment).forEach(hit -> see(comment, hit, Role.PROSE));
    words.mentioned(comment).forEach(hit -> see(comment, hit, Role.PROSE));
    pass(comment);
    return to;
  }

  /** A quoted text; a quote that its line does not close is a quote and no more. */
  private int literal(int from, char quote) {
    int to = from + 1;
    while (to < text.length() && text.charAt(to) != quote) {
      if (text.charAt(to) == '\n' && quote != '`') {
        statement.append(quote);
        return from + 1;
      }
      to += text.charAt(to) == '\\' ? 2 : 1;
    }
    to = Math.min(to, text.length());
    var inside = text.substring(from + 1, to);
    var all = words.whole(inside.replaceAll("\\\\(.)", "$1"));
    if (all.isPresent()) {
      see(inside, new WordIndex.Hit(all.get(), 0), Role.LITERAL);
    } else {
      words.quoted(inside).forEach(hit -> see(inside, hit, Role.LITERAL));
      words.mentioned(inside).forEach(hit -> see(inside, hit, Role.PROSE));
    }
    statement.append(' ').append(inside).append(' ');
    pass(inside);
    return Math.min(to + 1, text.length());
  }

  /** The text between two tags, where it is all of a word. */
  private int betweenTags(int from) {
    int to = from + 1;
    int last = Math.min(text.length(), from + LONGEST_TEXT);
    while (to < last && text.charAt(to) != '<') {
      to++;
    }
    var inside = to < last ? text.substring(from + 1, to) : "";
    words
        .whole(inside)
        .filter(word -> !word.single())
        .ifPresent(
            word -> {
              int at = inside.length() - inside.stripLeading().length();
              see(inside, new WordIndex.Hit(word, at), Role.LITERAL);
            });
    statement.append('>');
    return from + 1;
  }

  private void see(String around, WordIndex.Hit hit, Role role) {
    if (file.roomForOneMore()) {
      ofStatement.add(Sighting.in(around, hit.at(), line, hit.wanted(), role, false));
    }
  }

  private void pass(String passed) {
    line += (int) passed.chars().filter(c -> c == '\n').count();
  }

  private void open() {
    var header = statement.toString();
    boolean choice = header.strip().toLowerCase(Locale.ROOT).startsWith("switch");
    var fields = choice ? Names.of(header, words.fields()).fields() : Set.<String>of();
    endOfStatement();
    var around = new HashSet<>(switches.isEmpty() ? Set.<String>of() : switches.element());
    around.addAll(fields);
    switches.push(around);
  }

  private void endOfStatement() {
    if (!ofStatement.isEmpty()) {
      var fields = new HashSet<>(Names.of(statement.toString(), words.fields()).fields());
      fields.addAll(switches.isEmpty() ? Set.of() : switches.element());
      for (var seen : ofStatement) {
        boolean named = seen.wanted().fields().stream().anyMatch(fields::contains);
        found.add(named ? seen.withField() : seen);
      }
      ofStatement.clear();
    }
    statement.setLength(0);
  }
}
