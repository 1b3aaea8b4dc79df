package io.stagesync.app.references;

/**
 * A word that was seen, before the whole file is known.
 *
 * @param line from 1
 * @param role in what kind of text it stands
 * @param fieldNamed whether a field that holds the word is named with it
 * @param excerpt the text around it, in one line
 */
record Sighting(Wanted wanted, int line, Role role, boolean fieldNamed, String excerpt) {
  private static final int AROUND = 50;

  /** In what kind of text a word stands. */
  enum Role {
    /** It is all of a value, or one entry of a list. */
    VALUE,
    /** It is a quoted text in a formula or in code. */
    LITERAL,
    /** It is a part of a filter that looks for a part. */
    PART,
    /** It is defined there. */
    DEFINITION,
    /** It stands in running text for people. */
    PROSE
  }

  /** One seen in a text that begins in a line of the file. */
  static Sighting in(
      String text, int at, int firstLine, Wanted wanted, Role role, boolean fieldNamed) {
    int line = firstLine + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
    int from = Math.max(0, at - AROUND);
    int to = Math.min(text.length(), at + wanted.text().length() + AROUND);
    return new Sighting(wanted, line, role, fieldNamed, oneLine(text.substring(from, to)));
  }

  Sighting withField() {
    return new Sighting(wanted, line, role, true, excerpt);
  }

  private static String oneLine(String text) {
    return text.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}\\s]+", " ").strip();
  }
}
