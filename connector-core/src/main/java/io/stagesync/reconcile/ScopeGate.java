package io.stagesync.reconcile;

import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.Scope;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who takes part: a pair does while the furthest of its two sides and its base is not below the
 * scope's label.
 *
 * <p>The base counts so that a person who is taken back below the floor on one side is still
 * followed by the other; only when both are below, and have agreed on it, does the pair rest. A
 * converted lead counts with what its opportunity says. A pair that shows nothing at all has not
 * reached the floor.
 */
final class ScopeGate {
  private ScopeGate() {}

  static boolean takesPart(Mapping mapping, Map<Track, TrackCase> cases) {
    return mapping
        .scope()
        .map(scope -> reached(scope, Optional.ofNullable(cases.get(scope.track()))))
        .orElse(true);
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
