package io.stagesync.engine;

import io.stagesync.mapping.Limits;
import io.stagesync.state.Corrections.Tally;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether what waits to be written goes beyond the mapping's limits. What a person approved does
 * not count. Pure.
 */
final class Guard {
  private Guard() {}

  private record Target(Side side, Track track, String value) {}

  static Optional<LimitReached> check(Limits limits, long pairs, List<Tally> waiting) {
    long planned = waiting.stream().mapToLong(t -> t.count() - t.approved()).sum();
    long allowed = limits.allowed(pairs);
    if (planned > allowed) {
      return Optional.of(
          reached(
              planned,
              allowed,
              planned
                  + " changes wait, and one run may make "
                  + allowed
                  + " ("
                  + pairs
                  + " pairs)"));
    }
    var toward = new HashMap<Target, Long>();
    waiting.forEach(
        t ->
            toward.merge(
                new Target(t.side(), t.track(), t.value()), t.count() - t.approved(), Long::sum));
    return toward.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .filter(e -> planned * 4 > allowed)
        .filter(e -> e.getValue() * 100.0 > planned * limits.towardOneValuePercent())
        .map(
            e ->
                reached(
                    planned,
                    allowed,
                    e.getValue()
                        + " of "
                        + planned
                        + " changes go toward one value, \""
                        + e.getKey().value()
                        + "\" in "
                        + e.getKey().side().displayName()
                        + " ("
                        + e.getKey().track()
                        + ")"));
  }

  /** What only a changed mapping asks for is approved once, however little it is. */
  static Optional<LimitReached> changedMapping(long changes) {
    return changes == 0
        ? Optional.empty()
        : Optional.of(
            new LimitReached(
                changes,
                0,
                "MAPPING_CHANGED: "
                    + changes
                    + " of these changes come from the changed mapping file alone; nobody edited these"
                    + " people. Nothing was written. Look at the plan; if it is right, write exactly"
                    + " that with `stagesync apply plan.json --approve`."));
  }

  private static LimitReached reached(long planned, long allowed, String what) {
    return new LimitReached(
        planned,
        allowed,
        "MASS_CHANGE: "
            + what
            + ". Nothing was written. Look at it with `stagesync plan --out plan.json`; if it is"
            + " right, write exactly that with `stagesync apply plan.json --approve`.");
  }
}
