package io.stagesync.mapping.rename;

/** Why a value that went and one that came are taken for the same, the best reason first. */
public enum Hint {
  LABEL("they go by the same name"),
  MOVED("people who had the one have the other"),
  SPELLING("they are spelled almost alike"),
  PLACE("it stands in the same place"),
  ONLY_ONE("one value went and one came");

  private final String words;

  Hint(String words) {
    this.words = words;
  }

  /** The reason, a clause for people. */
  public String words() {
    return words;
  }

  /** Whether the names themselves speak for it, so that a slip of the pen is as likely. */
  public boolean isOfTheName() {
    return this == LABEL || this == SPELLING;
  }
}
