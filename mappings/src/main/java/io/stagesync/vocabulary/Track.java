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

  @Override
  public int compareTo(Track other) {
    return name.compareTo(other.name);
  }

  @Override
  public String toString() {
    return name;
  }
}
