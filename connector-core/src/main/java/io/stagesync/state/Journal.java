package io.stagesync.state;

import java.util.List;
import java.util.Optional;

/**
 * Everything that was observed and done, append-only. Entries are chained: each carries a digest
 * over the one before and over a salted digest of its own values, so that values and salt can be
 * dropped (a person is erased, values grow old) and the chain still holds.
 */
public interface Journal {
  /** Appends entries in this order. */
  void append(List<JournalEntry> entries);

  /** A pair's entries, oldest first. */
  List<JournalEntry> of(PairId pair);

  /** A run's entries, oldest first. */
  List<JournalEntry> ofRun(long run, Optional<Long> after, int limit);

  /** What was seen that others changed in fields of tracks, oldest first, after an entry. */
  List<JournalEntry> observed(long after, int limit);

  /** How many entries there are. */
  long count();

  /** Drops the values of a pair's entries; the chain still holds. */
  void erase(PairId pair);

  /**
   * Recomputes the chain.
   *
   * @return the number of the first entry that was tampered with; empty when all hold
   */
  Optional<Long> firstBroken();
}
