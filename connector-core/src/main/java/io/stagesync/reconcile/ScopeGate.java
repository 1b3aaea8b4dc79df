package io.stagesync.reconcile;

import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.Scope;
import io.stagesync.reconcile.PairDecision.Finding;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who takes part, in everything or in one track that has a floor: a pair does while the furthest of
 * its two sides and its base is not below the scope's label.
 *
 * <p>The base counts so that a person who is taken back below the floor on one side is still
 * followed by the other; only when both are below, and agree on it, does the pair rest. A converted
 * lead counts with what its opportunity says. A pair that shows nothing at all has not reached the
 * floor.
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
    if (mapping.scope().isEmpty() && c.track().floor().isEmpty()) {
      return Optional.empty();
    }
    return mapping
        .scope()
        .filter(scope -> !reached(scope, c))
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
                    .filter(floor -> !reached(floor, c))
                    .map(floor -> rests(below(floor) + words(c))));
  }

  /** A value below the floor of its track: somebody is too early with it, or too late. */
  Optional<Finding> finding(TrackCase c, Verdict verdict) {
    if (verdict.reason() != Reason.BELOW_SYNC_FLOOR) {
      return Optional.empty();
    }
    return c.track()
        .floor()
        .filter(floor -> !reached(floor, c))
        .filter(floor -> !words(c).isEmpty())
        .map(
            floor ->
                new Finding(
                    Finding.Code.STATUS_BELOW_FLOOR, c.track().track(), below(floor) + words(c)));
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
  private static String words(TrackCase c) {
    String shown =
        Side.BOTH.stream()
            .filter(side -> c.on(side).raw().isPresent())
            .map(side -> side.displayName() + " shows " + Sentences.shown(c, side))
            .collect(Collectors.joining(", "));
    return shown.isEmpty() ? "" : " " + shown + "; it is left as it is.";
  }

  private boolean reached(Scope scope, TrackCase asking) {
    if (!cases.containsKey(scope.track())) {
      return true;
    }
    TrackCase c = Objects.requireNonNull(cases.get(scope.track()));
    Optional<Label> evidence =
        c.pair().converted()
            ? c.conversion().flatMap(conversion -> conversion.label(c.pair().evidence()))
            : Optional.empty();
    // What is asked of the track itself is whether it may agree on that, and so move its base.
    boolean itself = asking.track().track().equals(scope.track());
    Stream<Label> stands = itself || !moves(c) ? shown(c) : next(c);
    return Stream.concat(stands, evidence.stream())
        .anyMatch(label -> !c.track().backward(scope.notBelow(), label));
  }

  private static Stream<Label> shown(TrackCase c) {
    return Stream.of(c.label(Side.SALESFORCE), c.label(Side.HUBSPOT), c.baseLabel())
        .flatMap(Optional::stream);
  }

  /**
   * Whether what is shown moves the base by itself: both sides agree, or there is but one side. The
   * same decision that finds it moves the base there, and whoever decides once more before anything
   * is written has to come to the same. Where an opportunity speaks for the track it is not asked
   * whether both sides agree.
   */
  private static boolean moves(TrackCase c) {
    boolean converted = c.pair().converted();
    boolean byEvidence = converted && c.conversion().isPresent();
    return !byEvidence && (Agreement.of(c).isPresent() || (!converted && loneSideSpeaks(c)));
  }

  /** Where it moves the base; both sides are read by that one then. */
  private static Stream<Label> next(TrackCase c) {
    return Agreement.of(c)
        .map(agreed -> agreed.label().stream())
        .orElseGet(
            () ->
                Stream.of(c.label(Side.SALESFORCE), c.label(Side.HUBSPOT))
                    .flatMap(Optional::stream));
  }

  private static boolean loneSideSpeaks(TrackCase c) {
    List<Reading> bound = Stream.of(c.salesforce(), c.hubspot()).filter(Reading::bound).toList();
    return bound.size() == 1
        && bound.stream().allMatch(r -> r.blank() || c.label(r.side()).isPresent());
  }
}
