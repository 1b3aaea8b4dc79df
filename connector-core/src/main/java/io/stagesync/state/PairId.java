package io.stagesync.state;

/**
 * The number of a pair, ours.
 *
 * @param number counted upward from 1
 */
public record PairId(long number) implements Comparable<PairId> {
  @Override
  public int compareTo(PairId other) {
    return Long.compare(number, other.number);
  }

  @Override
  public String toString() {
    return "pair-" + number;
  }
}
