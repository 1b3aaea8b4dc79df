package io.stagesync.app.demo;

/**
 * What is to be shown.
 *
 * @param people how many people there are
 * @param seed the same seed makes the same people and the same edits
 * @param once whether it ends by itself
 */
public record DemoOptions(int people, long seed, boolean once) {
  private static final int ROUNDS = 5;

  /** After so many rounds it ends; the largest number where it does not. */
  int rounds() {
    return once ? ROUNDS : Integer.MAX_VALUE;
  }

  /** How many edits people make in a round: so few that no limit of the mapping is reached. */
  int editsPerRound() {
    return Math.max(4, Math.min(25, people / 40));
  }
}
