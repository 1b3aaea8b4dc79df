package io.stagesync.state;

import io.stagesync.reconcile.Reason;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Corrections that wait to be written, at most one for each pair, track and side. */
public interface Corrections {
  /**
   * Puts what was just decided for a pair in the place of what waited for it. An approval stays
   * where the very same write was approved.
   */
  void replace(PairId pair, List<Correction> corrections);

  /** How many wait for a side. */
  long count(Side side);

  /** Whole pairs' corrections for a side, ordered by pair, at least one pair. */
  List<Correction> waiting(Side side, Optional<PairId> after, int pairs);

  /** Everything that waits for a pair. */
  List<Correction> of(PairId pair);

  /** How many wait, by side, track, labels and reason: the most first. */
  List<Tally> tally();

  /**
   * How many pairs wait, without a person's approval, to be brought to a label: what is written to
   * them leads there, or is one of these words.
   *
   * @param words the label's own words on each side that counts; a side that is missing does not
   */
  long peopleToward(Track track, Label label, Map<Side, Set<RawValue>> words);

  /** Approves the corrections of these pairs as they stand. */
  void approve(Collection<PairId> pairs);

  /**
   * A group of corrections that are alike.
   *
   * @param value the raw value that is written; blank for a clear
   * @param approved how many of them a person approved
   */
  record Tally(
      Side side,
      Track track,
      Reason reason,
      String from,
      String to,
      String value,
      long count,
      long approved) {}
}
