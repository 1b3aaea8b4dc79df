package io.stagesync.reconcile;

import io.stagesync.vocabulary.Label;
import java.util.List;
import java.util.Optional;

/**
 * What is concluded for one track of a pair.
 *
 * @param reason why; it implies the outcome
 * @param from the label before: the base's, else the target's; empty where there is none
 * @param to the label agreed on, or to be agreed on once everything is written; empty where none is
 *     (a hold, or a clear that spreads)
 * @param writes what is to be written, this track's own fields only; empty unless the outcome is
 *     {@link Outcome#PUSHED}
 * @param base the base from now on: for an agreement the new one; else the one that was given
 * @param baseWhenWritten the base once all of {@code writes} are carried out, before it is decided
 *     anew; equal to {@code base} where nothing is written
 * @param memory what is to be remembered from now on
 * @param why what happened, a sentence for people, with raw values and labels as they are
 * @param release what would release a hold or conflict, a sentence for people; blank otherwise
 * @param wantsHistory whether the change times of both fields would settle it and are not exact yet
 * @param again whether the next run is to look at this pair again, read fresh, even if nobody edits
 *     it
 */
public record TrackDecision(
    Reason reason,
    Optional<Label> from,
    Optional<Label> to,
    List<FieldWrite> writes,
    Optional<Base> base,
    Optional<Base> baseWhenWritten,
    Memory memory,
    String why,
    String release,
    boolean wantsHistory,
    boolean again) {
  public TrackDecision {
    writes = List.copyOf(writes);
  }

  /** How it ends. */
  public Outcome outcome() {
    return reason.outcome();
  }
}
