package io.stagesync.engine;

import io.stagesync.reconcile.Reason;
import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a mapping would do to pairs, as if its plan were approved. Nothing was written anywhere.
 *
 * @param ground what it rests on
 * @param pairs how many pairs there are
 * @param moves the fields that would be written, from value to value, the most first
 * @param renamings labels that pairs would be called otherwise, without a write, the most first
 * @param standings where tracks of pairs stand and would stand, by track and reason
 * @param sideEffects whom it would bring to labels that set something off in a CRM
 * @param calls how many calls it takes to carry it out, by side
 * @param forApproval how many tracks of pairs it would move for the changed mapping alone
 * @param openByHistory conflicts that the fields' histories may settle, which nobody was asked for
 * @param dropped tracks that the mapping does not have any more, with the pairs that they have;
 *     their fields stay as they are
 * @param limit the limit that it goes beyond, if it does
 */
public record Preview(
    Ground ground,
    long pairs,
    List<Move> moves,
    List<Renaming> renamings,
    List<Standing> standings,
    List<SideEffect> sideEffects,
    Map<Side, Long> calls,
    long forApproval,
    long openByHistory,
    Map<Track, Long> dropped,
    Optional<LimitReached> limit) {
  public Preview {
    moves = List.copyOf(moves);
    renamings = List.copyOf(renamings);
    standings = List.copyOf(standings);
    sideEffects = List.copyOf(sideEffects);
    calls = Map.copyOf(calls);
    dropped = Map.copyOf(dropped);
  }

  /**
   * What a preview rests on.
   *
   * @param live whether both CRMs were read for it; else it rests on what the store knows
   * @param sameMeaning whether the mapping means the same as the one that the last run used
   * @param asOf the run whose reading it rests on; 0: nothing was ever read
   * @param unread fields of the mapping that no run ever read, by track: of those tracks nothing
   *     can be said
   * @param paused tracks that would be paused because a CRM does not have what the mapping asks
   *     for, each with the reason
   */
  public record Ground(
      boolean live,
      boolean sameMeaning,
      long asOf,
      Map<Track, List<FieldName>> unread,
      Map<Track, String> paused) {
    public Ground {
      unread = Map.copyOf(unread);
      paused = Map.copyOf(paused);
    }

    /** The same with other tracks paused. */
    Ground pausing(Map<Track, String> others) {
      return new Ground(live, sameMeaning, asOf, unread, others);
    }
  }

  /** Fields that would be written. */
  public long writes() {
    return moves.stream().mapToLong(Move::count).sum();
  }

  /**
   * A field that would be written in several pairs alike.
   *
   * @param was the raw value that stands there; blank for none
   * @param now the raw value that would be written; blank for a clear
   * @param count in how many pairs
   * @param forChange in how many of them the changed mapping alone asks for it
   * @param first the first of them
   */
  public record Move(
      Side side,
      Track track,
      String was,
      String now,
      long count,
      long forChange,
      List<PlanRow> first) {
    public Move {
      first = List.copyOf(first);
    }
  }

  /** Pairs that stay as they are and are called by another label. */
  public record Renaming(Track track, Label was, Label now, long count) {}

  /**
   * Tracks of pairs that stand, or would stand, at one reason.
   *
   * @param before how many stand there
   * @param after how many would stand there
   * @param entered how many would stand there that did not
   * @param left how many would not stand there any more
   * @param first the first that entered, for reasons that hold or skip
   */
  public record Standing(
      Track track,
      Reason reason,
      long before,
      long after,
      long entered,
      long left,
      List<HeldRow> first) {
    public Standing {
      first = List.copyOf(first);
    }
  }
}
