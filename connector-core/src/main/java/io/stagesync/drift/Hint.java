package io.stagesync.drift;

/** Why a value that went and one that came are taken for the same. */
public enum Hint {
  LABEL("both are shown with the same label"),
  MOVED("people who had the one have the other"),
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
}
