package io.stagesync.vocabulary;

/**
 * The name of one dimension that is reconciled on its own, {@code lead-status} for example.
 *
 * @param name never blank
 */
public record Track(String name) implements Comparable<Track> {
  public Track {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a track's name is never blank");
    }
  }

  // Written out, because proofs compare millions, and what a record brings along goes through
  // method handles, which take ten times as long until the optimizing compiler has seen them.
  @Override
  public boolean equals(Object other) {
    return this == other || (other instanceof Track that && name.equals(that.name));
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  @Override
  public int compareTo(Track other) {
    return name.compareTo(other.name);
  }

  @Override
  public String toString() {
    return name;
  }
}
