package io.stagesync.mapping;

/**
 * A team that may own labels and make moves, {@code sales} for example.
 *
 * @param name never blank
 */
public record Team(String name) {
  public Team {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a team's name is never blank");
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
