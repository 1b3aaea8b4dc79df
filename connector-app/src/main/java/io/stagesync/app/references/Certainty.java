package io.stagesync.app.references;

import java.util.Locale;

/** How sure it is that a text means a word of Lead. */
public enum Certainty {
  /** The word's field is named with it, or it is the field's own list of values. */
  CERTAIN,
  /** The whole text is the word, in something that has to do with Lead. */
  LIKELY,
  /** The word stands in running text, or in something that does not speak of Lead. */
  POSSIBLE;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
