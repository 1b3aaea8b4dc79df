package io.stagesync.example;

import io.stagesync.vocabulary.Side;
import java.util.Map;
import java.util.Optional;

/**
 * What is remembered of one track of an example beside its base.
 *
 * @param file whether the mapping file has changed since
 * @param lastSeen what the last decision was made on; empty: nothing is remembered of one, unless
 *     {@code file} says that it changed, and then: what stands there now
 * @param refused a write that the target did not take; empty: there was none
 * @param choice what a person chose; empty: nobody did
 * @param openClear what HubSpot showed before our own clear that no set has followed yet
 * @param blankSeenBefore whether an earlier run already saw HubSpot blank
 * @param own what was written lately
 * @param cycle how many times the person had come in before both sides were blank; 0: not said
 */
public record Remembered(
    File file,
    Optional<Both> lastSeen,
    Optional<Refusal> refused,
    Optional<Choice> choice,
    Optional<Shown> openClear,
    boolean blankSeenBefore,
    OurWrites own,
    int cycle) {
  /** Nothing. */
  public static final Remembered NOTHING =
      new Remembered(
          File.SAME, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false);

  /** Without writes of our own. */
  public Remembered(
      File file,
      Optional<Both> lastSeen,
      Optional<Refusal> refused,
      Optional<Choice> choice,
      Optional<Shown> openClear,
      boolean blankSeenBefore) {
    this(file, lastSeen, refused, choice, openClear, blankSeenBefore, OurWrites.NONE, 0);
  }

  /** Nothing but what was written. */
  public static Remembered own(OurWrites own) {
    return new Remembered(
        File.SAME,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        own,
        0);
  }

  /** Nothing but what became of the mapping file. */
  public static Remembered file(File file) {
    return new Remembered(
        file, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false);
  }

  /** The mapping file, between the last decision and this one. */
  public enum File {
    SAME,
    /** It changed, and nobody approved of what it would write. */
    CHANGED,
    /** It changed, and a person approved of what it would write. */
    APPROVED
  }

  /**
   * What both sides showed at some moment.
   *
   * @param shown a side that is left out showed what it shows now
   */
  public record Both(Map<Side, Shown> shown) {
    public Both {
      shown = Map.copyOf(shown);
    }
  }

  /**
   * A write that the target did not take.
   *
   * @param on what both sides showed then
   * @param orderChanged whether HubSpot's options have another order since
   */
  public record Refusal(Both on, boolean orderChanged) {}

  /** A person's choice of a side, and what both showed then. */
  public record Choice(Side winner, Both madeOn) {}
}
