package io.stagesync.reconcile;

import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.Scope;
import io.stagesync.reconcile.PairDecision.Finding;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who takes part, in everything or in one track that has a floor: a pair does while the furthest of
 * its two sides and its base is not below the scope's label.
 *
 * <p>The base counts so that a person who is taken back below the floor on one side is still
 * followed by the other; only when both are below, and have agreed on it, does the pair rest. A
 * converted lead counts with what its opportunity says. A pair that shows nothing at all has not
 * reached the floor.
 */
final class ScopeGate {
  private final Mapping mapping;
  private final Map<Track, TrackCase> cases;

  ScopeGate(Mapping mapping, Map<Track, TrackCase> cases) {
    this.mapping = mapping;
    this.cases = cases;
  }

  /** Why a track of the pair rests; empty: it takes part. */
  Optional<Verdict> rests(TrackCase c) {
    return mapping
        .scope()
        .filter(scope -> !reached(scope))
        .map(
            scope ->
                rests(
                    "The person is below "
                        + scope.notBelow()
                        + " on both sides, where the mapping's scope begins."))
        .or(
            () ->
                c.track()
                    .floor()
                    .filter(floor -> !reached(floor))
                    .map(floor -> rests(below(floor) + shown(c))));
  }

  /** A value below the floor of its track: somebody is too early with it, or too late. */
  Optional<Finding> finding(TrackCase c, Verdict verdict) {
    return c.track()
        .floor()
        .filter(floor -> verdict.reason() == Reason.BELOW_SYNC_FLOOR && !reached(floor))
        .filter(floor -> !shown(c).isEmpty())
        .map(
            floor ->
                new Finding(
                    Finding.Code.STATUS_BELOW_FLOOR, c.track().track(), below(floor) + shown(c)));
  }

  private static Verdict rests(String why) {
    return Verdict.stop(Reason.BELOW_SYNC_FLOOR, why, "");
  }

  private static String below(Scope floor) {
    return "The person is below "
        + floor.notBelow()
        + " in "
        + floor.track()
        + ", where this track begins to count.";
  }

  /** What stands there all the same; blank where nothing does. */
  private static String shown(TrackCase c) {
    String shown =
        Stream.of(Side.values())
            .filter(side -> c.on(side).raw().isPresent())
            .map(side -> side.displayName() + " shows " + Sentences.shown(c, side))
            .collect(Collectors.joining(", "));
    return shown.isEmpty() ? "" : " " + shown + "; it is left as it is.";
  }

  private boolean reached(Scope scope) {
    return reached(scope, Optional.ofNullable(cases.get(scope.track())));
  }

  private static boolean reached(Scope scope, Optional<TrackCase> found) {
    if (found.isEmpty()) {
      return true;
    }
    TrackCase c = found.get();
    Optional<Label> evidence =
        c.pair().converted()
            ? c.conversion().flatMap(conversion -> conversion.label(c.pair().evidence()))
            : Optional.empty();
    return Stream.of(c.label(Side.SALESFORCE), c.label(Side.HUBSPOT), c.baseLabel(), evidence)
        .flatMap(Optional::stream)
        .anyMatch(label -> !c.track().backward(scope.notBelow(), label));
  }
}
