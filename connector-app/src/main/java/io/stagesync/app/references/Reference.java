package io.stagesync.app.references;

import java.util.Comparator;

/**
 * One place that names a word.
 *
 * @param wanted the word; for lead conversion, which copies a whole field, every word of it
 * @param file the file, from the folder that was searched, with slashes
 * @param line from 1
 * @param kind what it is that names the word
 * @param owner the rule, field, flow or class that does, by its own name; blank where it has none
 * @param certainty how sure it is
 * @param scoring whether it is part of a score, which a rename would change without an error
 * @param idle whether its owner is switched off
 * @param excerpt the text around it, in one line
 */
public record Reference(
    Wanted wanted,
    String file,
    int line,
    Kind kind,
    String owner,
    Certainty certainty,
    boolean scoring,
    boolean idle,
    String excerpt)
    implements Comparable<Reference> {
  private static final Comparator<Reference> ORDER =
      Comparator.comparing((Reference r) -> !r.scoring())
          .thenComparing(Reference::certainty)
          .thenComparing(Reference::file)
          .thenComparingInt(Reference::line)
          .thenComparing(r -> r.wanted().text())
          .thenComparing(Reference::excerpt)
          .thenComparing(Reference::owner)
          .thenComparing(Reference::kind);

  /** Scores first, then the certain ones; then as the files lie. */
  @Override
  public int compareTo(Reference other) {
    return ORDER.compare(this, other);
  }
}
