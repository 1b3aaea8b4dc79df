package io.stagesync.proof;

import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.Track;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A law that a file breaks, in the fewest steps.
 *
 * @param law the law
 * @param start where it begins, a sentence for people
 * @param steps what each sync does then, sentences for people; empty where the words alone show it
 * @param round where it goes round; blank where it does not
 * @param labels the labels that take part, by track
 * @param ruleLines the lines of the rules that take part, from 1
 */
public record Counterexample(
    Law law,
    String start,
    List<String> steps,
    String round,
    Map<Track, Set<Label>> labels,
    List<Integer> ruleLines) {
  public Counterexample {
    steps = List.copyOf(steps);
    Map<Track, Set<Label>> copy = new HashMap<>();
    labels.forEach((track, some) -> copy.put(track, Set.copyOf(some)));
    labels = Map.copyOf(copy);
    ruleLines = List.copyOf(ruleLines);
  }

  /** All of it, one sentence after another. */
  public String told() {
    return "The law that "
        + law.sentence()
        + " is broken. "
        + start
        + (steps.isEmpty() ? "" : " " + String.join(" ", steps))
        + (round.isBlank() ? "" : " " + round);
  }
}
