package io.stagesync.mapping.live;

import io.stagesync.vocabulary.RawValue;
import java.text.Normalizer;
import java.util.Optional;

/**
 * Two values that are not the same and look it: a blank that does not break, an accent of its own.
 */
final class Lookalike {
  private Lookalike() {}

  /**
   * Where two such values part, a clause for people that calls both characters by their numbers;
   * empty where one can see that they differ.
   */
  static Optional<String> difference(RawValue said, RawValue there, String crm) {
    if (said.equals(there) || !shown(said).equals(shown(there))) {
      return Optional.empty();
    }
    var here = said.text().codePoints().toArray();
    var other = there.text().codePoints().toArray();
    int at = 0;
    while (at < here.length && at < other.length && here[at] == other[at]) {
      at++;
    }
    return Optional.of(
        "character "
            + (at + 1)
            + " is "
            + name(here, at)
            + " in the file and "
            + name(other, at)
            + " in "
            + crm);
  }

  private static String name(int[] text, int at) {
    return at < text.length ? String.format("U+%04X", text[at]) : "none";
  }

  /** What a screen makes of it: blanks are one, and what has no width is gone. */
  private static String shown(RawValue value) {
    return Normalizer.normalize(value.text(), Normalizer.Form.NFKC)
        .replaceAll("\\p{Cf}", "")
        .replaceAll("[\\p{Z}\\s]+", " ");
  }
}
