package io.stagesync.hubspot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which ranges of ids are read by whom. A reader that runs out of work takes half of the range with
 * the most left, as long as the calls that this wastes are few. May be shared by threads.
 */
final class SweepBoard {
  /** Fewer rows than this are not worth sharing. */
  private static final long WORTH_SHARING = 300;

  private final List<Range> ranges = new ArrayList<>();
  private final long highest;
  private int spare;

  /** Ids from {@code next} up to, but without, {@code end}. Guarded by its board. */
  static final class Range {
    private long first;
    private long next;
    private long end;
    private long rows;
    private boolean taken;
    private boolean done;

    private Range(long start, long end) {
      this.first = start;
      this.next = start;
      this.end = end;
    }

    private double left(long highest) {
      var span = (double) Math.max(0, Math.min(end, highest + 1) - next);
      var read = Math.max(1, next - first);
      return done || rows == 0 ? 0 : span * rows / read;
    }
  }

  /**
   * @param starts where the ranges begin, ascending; the last one has no end
   * @param highest the highest id that is known of
   * @param spare how many calls may be wasted on sharing
   */
  SweepBoard(List<Long> starts, long highest, int spare) {
    for (int i = 0; i < starts.size(); i++) {
      var end = i + 1 < starts.size() ? starts.get(i + 1) : Long.MAX_VALUE;
      ranges.add(new Range(starts.get(i), end));
    }
    this.highest = highest;
    this.spare = spare;
  }

  /** A range that nobody reads yet; empty when there is nothing left to share. */
  synchronized Optional<Range> take() {
    for (Range range : ranges) {
      if (!range.taken) {
        range.taken = true;
        return Optional.of(range);
      }
    }
    return spare > 0 ? share() : Optional.empty();
  }

  private Optional<Range> share() {
    Range widest = null;
    for (Range range : ranges) {
      if (widest == null || range.left(highest) > widest.left(highest)) {
        widest = range;
      }
    }
    if (widest == null || widest.left(highest) < WORTH_SHARING) {
      return Optional.empty();
    }
    spare--;
    var middle = widest.next + (Math.min(widest.end, highest + 1) - widest.next) / 2;
    var half = new Range(middle, widest.end);
    half.taken = true;
    widest.end = middle;
    ranges.add(half);
    return Optional.of(half);
  }

  /** Where a range's next page begins. */
  synchronized long next(Range range) {
    return range.next;
  }

  /**
   * Notes a page that was read.
   *
   * @param ids the page's ids, ascending
   * @param next the id that the following page begins with; negative where none follows
   * @return how many of the page's rows belong to this range
   */
  synchronized int read(Range range, List<Long> ids, long next) {
    var mine = 0;
    while (mine < ids.size() && ids.get(mine) < range.end) {
      mine++;
    }
    if (range.rows == 0 && mine > 0) {
      // A range may begin where nobody is: how close its ids lie is told by those that are there.
      range.first = ids.get(0);
    }
    range.rows += mine;
    if (next < 0 || next >= range.end) {
      range.done = true;
    } else {
      range.next = next;
    }
    return mine;
  }

  /** Whether a range is read to its end. */
  synchronized boolean done(Range range) {
    return range.done || range.next >= range.end;
  }
}
