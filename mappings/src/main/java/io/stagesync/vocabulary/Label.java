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

  // Written out, because proofs compare millions, and what a record brings along goes through
  // method handles, which take ten times as long until the optimizing compiler has seen them.
  @Override
  public boolean equals(Object other) {
    return this == other || (other instanceof Label that && name.equals(that.name));
  }

  @Override
  public int hashCode() {
    return name.hashCode();
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
