package io.stagesync.engine;

import io.stagesync.engine.Preview.Renaming;
import io.stagesync.engine.Preview.Standing;
import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.reconcile.Base;
import io.stagesync.reconcile.Outcome;
import io.stagesync.reconcile.PairDecision;
import io.stagesync.reconcile.Reason;
import io.stagesync.reconcile.TrackDecision;
import io.stagesync.state.Pair;
import io.stagesync.state.PairState;
import io.stagesync.state.Pairs.DecidedTrack;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.Track;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Adds pairs up to a preview; what it keeps does not grow with their number. */
final class PreviewTally {
  private final Mapping mapping;
  private final int rows;
  private final MoveTally moves;
  private final Map<At, Counter> standing = new TreeMap<>(At.ORDER);
  private final Map<Called, Long> renamed = new HashMap<>();
  private final Map<Track, Long> dropped = new TreeMap<>();
  private long pairs;
  private long outside;
  private long approvals;
  private long open;

  /**
   * @param rows how many rows of each kind are kept
   */
  PreviewTally(Mapping mapping, int rows) {
    this.mapping = mapping;
    this.rows = rows;
    this.moves = new MoveTally(mapping, rows);
  }

  private record At(Track track, Reason reason) {
    static final Comparator<At> ORDER = Comparator.comparing(At::track).thenComparing(At::reason);
  }

  private record Called(Track track, Label was, Label now) {}

  private static final class Counter {
    private final FirstFew<HeldRow> entered;
    private long before;
    private long after;
    private long left;

    Counter(int rows) {
      entered = new FirstFew<>(rows);
    }
  }

  /**
   * Adds a pair.
   *
   * @param before what was last decided for it
   * @param after what the mapping would decide, approved
   * @param changed the tracks that it would move for the changed mapping alone
   */
  void add(
      PairState state, Map<Track, DecidedTrack> before, PairDecision after, Set<Track> changed) {
    pairs++;
    outside += TakingPart.isOutside(after) ? 1 : 0;
    approvals += changed.size();
    for (TrackMapping track : mapping.tracks()) {
      var decision = after.tracks().get(track.track());
      if (decision != null) {
        var was = Optional.ofNullable(before.get(track.track()));
        stands(state.pair(), track.track(), was, decision);
        called(track.track(), state.track(track.track()).base(), decision);
        if (decision.wantsHistory() && decision.outcome() == Outcome.CONFLICT) {
          open++;
        }
      }
    }
    before.keySet().stream()
        .filter(track -> mapping.find(track).isEmpty())
        .forEach(track -> dropped.merge(track, 1L, Long::sum));
    moves.add(state.pair(), after, changed);
  }

  private void stands(Pair pair, Track track, Optional<DecidedTrack> before, TrackDecision after) {
    var was = before.map(DecidedTrack::reason);
    at(track, after.reason()).after++;
    was.ifPresent(r -> at(track, r).before++);
    if (!was.equals(Optional.of(after.reason()))) {
      at(track, after.reason())
          .entered
          .add(
              new HeldRow(
                  pair.lead(),
                  pair.contact(),
                  track,
                  after.reason(),
                  after.why(),
                  after.release()));
      was.ifPresent(r -> at(track, r).left++);
    }
  }

  private Counter at(Track track, Reason reason) {
    return standing.computeIfAbsent(new At(track, reason), a -> new Counter(rows));
  }

  private void called(Track track, Optional<Base> before, TrackDecision after) {
    if (after.outcome() != Outcome.AGREED) {
      return;
    }
    var was = before.map(Base::label);
    var now = after.base().map(Base::label);
    if (was.isPresent() && now.isPresent() && !was.equals(now)) {
      renamed.merge(new Called(track, was.get(), now.get()), 1L, Long::sum);
    }
  }

  /** What it comes to. */
  Preview sum(Preview.Ground ground) {
    var brought = moves.sideEffects();
    return new Preview(
        ground,
        pairs,
        moves.moves(),
        renamed.entrySet().stream()
            .map(
                e ->
                    new Renaming(
                        e.getKey().track(), e.getKey().was(), e.getKey().now(), e.getValue()))
            .sorted(Comparator.comparingLong(Renaming::count).reversed())
            .toList(),
        standing.entrySet().stream().map(e -> standing(e.getKey(), e.getValue())).toList(),
        brought,
        moves.calls().bySide(),
        approvals,
        open,
        dropped,
        Guard.check(mapping.limits(), pairs - outside, moves.tallies(), brought)
            .or(() -> Guard.changedMapping(approvals)));
  }

  private static Standing standing(At at, Counter counter) {
    boolean told =
        at.reason().outcome() != Outcome.AGREED && at.reason().outcome() != Outcome.PUSHED;
    return new Standing(
        at.track(),
        at.reason(),
        counter.before,
        counter.after,
        counter.entered.count(),
        counter.left,
        told ? counter.entered.first() : List.of());
  }
}
