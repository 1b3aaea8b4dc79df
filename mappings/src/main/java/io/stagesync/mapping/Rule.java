package io.stagesync.mapping;

import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.Track;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What entering a label of one track does to other tracks.
 *
 * @param when the driving track
 * @param enters the label whose entry fires the rule
 * @param then for each driven track the label it moves to; never empty
 * @param onlyIf a condition on the driven track's label before any rule; empty: none
 * @param line where the file says so, from 1
 */
public record Rule(
    Track when, Label enters, Map<Track, Label> then, Optional<Condition> onlyIf, int line) {
  public Rule {
    then = Map.copyOf(then);
  }

  /** What the rule does among some tracks; empty where it does nothing there. */
  public Optional<Rule> about(Set<Track> some) {
    Map<Track, Label> left = new HashMap<>(then);
    left.keySet().retainAll(some);
    return some.contains(when) && !left.isEmpty()
        ? Optional.of(new Rule(when, enters, left, onlyIf, line))
        : Optional.empty();
  }

  /**
   * A condition on the driven track.
   *
   * @param label the label that the driven track has to be on; empty: it has to be blank
   */
  public record Condition(Optional<Label> label) {}
}
