package io.stagesync.mapping;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Finds the word that somebody probably meant; for messages only, never for decisions.
 *
 * @param words what would have been right
 */
public record Nearest(List<String> words) {
  public Nearest {
    words = List.copyOf(words);
  }

  /** Searches among these words. */
  public static Nearest of(Collection<?> words) {
    return new Nearest(words.stream().map(Object::toString).toList());
  }

  /** The word with the fewest typing errors between; empty where none is close. */
  public Optional<String> to(String typed) {
    var wanted = typed.toLowerCase(Locale.ROOT);
    var best = Optional.<String>empty();
    int least = Math.max(1, Math.min(3, typed.length() / 3)) + 1;
    for (var word : words) {
      int distance = distance(wanted, word.toLowerCase(Locale.ROOT));
      if (distance < least && distance < typed.length()) {
        least = distance;
        best = Optional.of(word);
      }
    }
    return best;
  }

  /** {@code did you mean `x`?}, or else what would have been right, or else the given advice. */
  public String advice(String typed, String otherwise) {
    return to(typed)
        .map(word -> "did you mean `" + word + "`?" + strange(typed, word))
        .orElse(otherwise);
  }

  /**
   * A screen may show a letter of another alphabet as one of ours: such a one is called by its
   * number.
   */
  private static String strange(String typed, String word) {
    var at = IntStream.range(0, typed.length()).filter(i -> typed.charAt(i) > '~').findFirst();
    return at.isEmpty() || word.codePoints().anyMatch(c -> c > '~')
        ? ""
        : String.format(
            " Character %d of what stands there is U+%04X, no letter of that word",
            typed.codePointCount(0, at.getAsInt()) + 1, typed.codePointAt(at.getAsInt()));
  }

  /** The words as a list for people. */
  public String list() {
    return words.isEmpty() ? "nothing" : "`" + String.join("`, `", words) + "`";
  }

  /** Insertions, deletions, replacements and swaps of neighbours. */
  private static int distance(String a, String b) {
    if (a.length() > 80 || b.length() > 80) {
      return a.equals(b) ? 0 : Integer.MAX_VALUE;
    }
    var d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        int replaced = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        d[i][j] = Math.min(replaced, 1 + Math.min(d[i - 1][j], d[i][j - 1]));
        if (i > 1 && j > 1 && swapped(a, i, b, j)) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }

  private static boolean swapped(String a, int i, String b, int j) {
    return a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
  }
}
