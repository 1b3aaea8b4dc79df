package io.stagesync.app.dictionary;

import java.util.regex.Pattern;

/** Text from a file, which may hold anything that YAML can say, made fit for a page. */
final class Text {
  /** Line breaks and tabs count as blanks; all else of these is not to be seen and never wanted. */
  private static final Pattern BREAKS = Pattern.compile("[\\s\\u0085\\u2028\\u2029]+");

  private static final Pattern UNSEEN =
      Pattern.compile("[\\p{Cc}\\p{Cs}\\u202A-\\u202E\\u2066-\\u2069\\uFEFF\\uFFFE\\uFFFF]");

  private Text() {}

  /** On one line, without anything invisible that could turn or hide what stands around it. */
  static String line(String text) {
    return UNSEEN.matcher(BREAKS.matcher(text).replaceAll(" ")).replaceAll("");
  }

  /** A name as the beginning of a sentence: {@code lead-stage} becomes {@code Lead stage}. */
  static String heading(String name) {
    var words = line(name).replace('-', ' ');
    return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
