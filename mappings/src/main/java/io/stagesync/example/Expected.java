package io.stagesync.example;

import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an example expects of its decision. Every write has to be expected; the rest is looked at
 * where it is said.
 *
 * @param writes what is written, by side and track; a track that is left out of a side is not
 *     written there
 * @param anything the sides of which nothing is expected
 * @param labels the label that is agreed on, or will be once everything is written; empty: none
 * @param reasons the reason's code
 * @param outcomes how it ends, in lower case
 * @param cycles how many times the person came in by then, from 1
 * @param findings the codes of all findings; empty: not looked at
 */
public record Expected(
    Map<Side, Map<Track, Write>> writes,
    Set<Side> anything,
    Map<Track, Optional<Label>> labels,
    Map<Track, String> reasons,
    Map<Track, String> outcomes,
    Map<Track, Integer> cycles,
    Optional<Set<String>> findings) {
  /** That nothing is written. */
  public static final Expected NOTHING =
      new Expected(Map.of(), Set.of(), Map.of(), Map.of(), Map.of(), Map.of(), Optional.empty());

  public Expected {
    writes = Map.copyOf(writes);
    anything = Set.copyOf(anything);
    labels = Map.copyOf(labels);
    reasons = Map.copyOf(reasons);
    outcomes = Map.copyOf(outcomes);
    cycles = Map.copyOf(cycles);
    findings = findings.map(Set::copyOf);
  }

  /** What is expected to be written to one field. */
  public Write write(Side side, Track track) {
    var rest = anything.contains(side) ? Write.ANYTHING : Write.UNTOUCHED;
    return writes.getOrDefault(side, Map.of()).getOrDefault(track, rest);
  }

  /**
   * What is expected to be written to one field.
   *
   * @param kind how it is said
   * @param text the raw value or the name of the label; blank for the other kinds
   * @param clearFirst whether it has to be cleared before it is set; empty: not looked at
   */
  public record Write(Kind kind, String text, Optional<Boolean> clearFirst) {
    /** That it is not written. */
    public static final Write UNTOUCHED = new Write(Kind.UNTOUCHED, "", Optional.empty());

    /** That it does not matter. */
    public static final Write ANYTHING = new Write(Kind.ANYTHING, "", Optional.empty());

    /** The ways to say it. */
    public enum Kind {
      /** By the raw value. */
      WORD,
      /** By a label that the written value can mean. */
      LABEL,
      CLEARED,
      UNTOUCHED,
      ANYTHING
    }
  }
}
