package io.stagesync.state;

import io.stagesync.port.Cursor;
import io.stagesync.port.Feed;
import io.stagesync.vocabulary.Side;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How far each feed was read, and the runs. */
public interface Runs {
  /** Begins a run; its number counts upward from 1. */
  long begin(String kind, Instant at);

  /** Ends a run. */
  void end(long run, String outcome, String report, Instant at);

  /** The latest runs, newest first. */
  List<RunRow> latest(int limit);

  /** The latest run of a kind. */
  Optional<RunRow> latest(String kind);

  /** A run. */
  Optional<RunRow> run(long number);

  /** How far a feed was read. */
  Optional<Cursor> cursor(Side side, Feed feed);

  /** Moves a feed's cursor. */
  void cursor(Side side, Feed feed, Cursor cursor);

  /**
   * A run as stored.
   *
   * @param ended empty while it is under way, or when it was cut off
   * @param outcome a word: {@code done}, {@code limited}, {@code failed} ...; blank while under way
   * @param report what it did, in a sentence; blank while under way
   */
  record RunRow(
      long number,
      String kind,
      Instant began,
      Optional<Instant> ended,
      String outcome,
      String report) {}
}
