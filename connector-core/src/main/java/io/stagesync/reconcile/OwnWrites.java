package io.stagesync.reconcile;

import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.Side;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What we wrote lately to the two fields of a track, and whether that goes back and forth with what
 * somebody else writes there.
 *
 * @param lately our writes, oldest first; who hands a memory to a decision leaves out those that
 *     are older than {@link #SPAN}, see {@link #at}
 * @param bouncing the write that was not made any more; it stands until both sides agree or a
 *     person releases it
 */
public record OwnWrites(List<Write> lately, Optional<Bounce> bouncing) {
  /** Within this time a label is written to a field {@link #MOST} times at most. */
  public static final Duration SPAN = Duration.ofHours(24);

  /** How often a label is written to a field within {@link #SPAN}. */
  public static final int MOST = 2;

  /** Nothing was written. */
  public static final OwnWrites NONE = new OwnWrites(List.of(), Optional.empty());

  public OwnWrites {
    lately = List.copyOf(lately);
  }

  /**
   * One write.
   *
   * @param side whose field of the track
   * @param label what was meant by it; empty: the field was cleared
   * @param at when, by our clock
   */
  public record Write(Side side, Optional<Label> label, Instant at) {}

  /** A write that goes back and forth. */
  public record Bounce(Side side, Optional<Label> label) {}

  /** The same as of some moment: without the writes that are too old by then. */
  public OwnWrites at(Instant now) {
    Instant oldest = now.minus(SPAN);
    return lately.stream().allMatch(w -> w.at().isAfter(oldest))
        ? this
        : new OwnWrites(lately.stream().filter(w -> w.at().isAfter(oldest)).toList(), bouncing);
  }

  /** The same with one write more, as of its moment. */
  public OwnWrites and(Write write) {
    List<Write> all = new ArrayList<>(at(write.at()).lately);
    all.add(write);
    return new OwnWrites(all, bouncing);
  }

  /** The same, bouncing or not. */
  OwnWrites bouncing(Optional<Bounce> now) {
    return new OwnWrites(lately, now);
  }

  /** Whether one write more would be one too many. */
  boolean exhausted(Bounce next) {
    return lately.stream()
            .filter(w -> w.side() == next.side() && w.label().equals(next.label()))
            .count()
        >= MOST;
  }
}
