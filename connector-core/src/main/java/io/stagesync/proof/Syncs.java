package io.stagesync.proof;

import io.stagesync.mapping.Mapping;
import io.stagesync.reconcile.Base;
import io.stagesync.reconcile.Catalogs;
import io.stagesync.reconcile.FieldWrite;
import io.stagesync.reconcile.Memory;
import io.stagesync.reconcile.Observation;
import io.stagesync.reconcile.PairDecision;
import io.stagesync.reconcile.PairView;
import io.stagesync.reconcile.Reconciler;
import io.stagesync.reconcile.TrackDecision;
import io.stagesync.reconcile.TrackView;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a sync does to a pair that nobody else touches: the decision is made by the reconciler
 * itself, everything that it wants written is written, and its base and memory are kept.
 */
final class Syncs {
  private final Mapping mapping;
  private final Catalogs catalogs;

  Syncs(Mapping mapping, Catalogs catalogs) {
    this.mapping = mapping;
    this.catalogs = catalogs;
  }

  /**
   * One sync.
   *
   * @param before what stood there
   * @param decision what was concluded
   * @param after what stands there then
   */
  record Sync(PairView before, PairDecision decision, PairView after) {
    boolean writes() {
      return decision.tracks().values().stream().anyMatch(d -> !d.writes().isEmpty());
    }

    TrackDecision on(Track track) {
      return Objects.requireNonNull(decision.tracks().get(track));
    }

    TrackView seen(Track track) {
      return Objects.requireNonNull(before.tracks().get(track));
    }
  }

  Sync after(PairView pair) {
    PairDecision decision = Reconciler.decide(mapping, catalogs, pair);
    Map<Track, TrackView> tracks = new LinkedHashMap<>();
    pair.tracks()
        .forEach(
            (track, view) ->
                tracks.put(
                    track, next(view, Objects.requireNonNull(decision.tracks().get(track)))));
    PairView after =
        new PairView(pair.converted(), pair.evidence(), pair.recordType(), tracks, pair.run() + 1);
    return new Sync(pair, decision, after);
  }

  private static TrackView next(TrackView view, TrackDecision decision) {
    Optional<Base> base =
        decision.writes().isEmpty() ? decision.base() : decision.baseWhenWritten();
    return new TrackView(
        base,
        shown(view, decision, Side.SALESFORCE),
        shown(view, decision, Side.HUBSPOT),
        memory(decision.memory().blankSeenInRun(), decision.memory().lastDecided()));
  }

  private static Observation shown(TrackView view, TrackDecision decision, Side side) {
    for (FieldWrite write : decision.writes()) {
      if (write.side() == side) {
        return write
            .value()
            .map(Observation::of)
            .orElseGet(() -> Observation.of(Observation.Kind.BLANK));
      }
    }
    return view.on(side);
  }

  /** The mapping stays as it is and no write fails, so this alone is worth remembering. */
  static Memory memory(long blankSeenInRun, Optional<Memory.Seen> lastDecided) {
    return new Memory(
        lastDecided,
        Optional.empty(),
        blankSeenInRun,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
