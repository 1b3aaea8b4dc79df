package io.stagesync.engine;

import io.stagesync.mapping.Limits;
import io.stagesync.state.Corrections.Tally;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether what waits to be written goes beyond the mapping's limits. What a person approved does
 * not count. Pure.
 */
final class Guard {
  private Guard() {}

  private record Target(Side side, Track track, String value) {}

  /**
   * Holds what waits against all limits.
   *
   * @param effects whom it would bring to labels with side effects
   */
  static Optional<LimitReached> check(
      Limits limits, long pairs, List<Tally> waiting, List<SideEffect> effects) {
    long planned = waiting.stream().mapToLong(t -> t.count() - t.approved()).sum();
    long allowed = limits.allowed(pairs);
    var mass = massChange(limits, pairs, waiting, planned, allowed).map(s -> "MASS_CHANGE: " + s);
    var beyond = effects.stream().filter(SideEffect::beyond).toList();
    var caps =
        beyond.isEmpty()
            ? Optional.<String>empty()
            : Optional.of(
                "SIDE_EFFECTS: "
                    + beyond.stream().map(SideEffect::beyondCap).collect(Collectors.joining("; ")));
    var sentences = Stream.of(mass, caps).flatMap(Optional::stream).toList();
    if (sentences.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new LimitReached(
            mass.isPresent() ? planned : beyond.get(0).people(),
            mass.isPresent() ? allowed : beyond.get(0).effects().cap(),
            String.join(". ", sentences)
                + ". Nothing was written. Look at it with `stagesync plan --out plan.json`; if it is"
                + " right, write exactly that with `stagesync apply plan.json --approve`."));
  }

  private static Optional<String> massChange(
      Limits limits, long pairs, List<Tally> waiting, long planned, long allowed) {
    if (planned > allowed) {
      return Optional.of(
          planned + " changes wait, and one run may make " + allowed + " (" + pairs + " pairs)");
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
                e.getValue()
                    + " of "
                    + planned
                    + " changes go toward one value, \""
                    + e.getKey().value()
                    + "\" in "
                    + e.getKey().side().displayName()
                    + " ("
                    + e.getKey().track()
                    + ")");
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
}
