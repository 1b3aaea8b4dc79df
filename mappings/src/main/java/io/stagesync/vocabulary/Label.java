package io.stagesync.vocabulary;

/**
 * One value of a track's shared vocabulary, {@code mql} for example; what both sides are compared
 * by.
 *
 * @param name never blank
 */
public record Label(String name) implements Comparable<Label> {
  public Label {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a label is never blank");
    }
  }

  @Override
  public int compareTo(Label other) {
    return name.compareTo(other.name);
  }

  @Override
  public String toString() {
    return name;
  }
}
