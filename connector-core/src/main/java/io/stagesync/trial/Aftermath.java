package io.stagesync.trial;

import io.stagesync.reconcile.FieldWrite;
import io.stagesync.reconcile.Observation;
import io.stagesync.reconcile.PairDecision;
import io.stagesync.reconcile.PairView;
import io.stagesync.reconcile.TrackDecision;
import io.stagesync.reconcile.TrackView;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** What stands there when everything that was decided is written and nobody else did anything. */
final class Aftermath {
  private Aftermath() {}

  static PairView of(PairView before, PairDecision decision) {
    Map<Track, TrackView> tracks = new HashMap<>();
    before
        .tracks()
        .forEach(
            (track, view) ->
                tracks.put(track, of(view, Objects.requireNonNull(decision.tracks().get(track)))));
    return new PairView(
        before.converted(),
        before.evidence(),
        before.recordType(),
        tracks,
        before.run() + 1,
        before.pilot());
  }

  private static TrackView of(TrackView view, TrackDecision decision) {
    return new TrackView(
        decision.writes().isEmpty() ? decision.base() : decision.baseWhenWritten(),
        of(view.salesforce(), decision, Side.SALESFORCE),
        of(view.hubspot(), decision, Side.HUBSPOT),
        decision.memory());
  }

  private static Observation of(Observation there, TrackDecision decision, Side side) {
    return decision.writes().stream()
        .filter(w -> w.side() == side)
        .findFirst()
        .map(FieldWrite::value)
        .map(v -> v.map(Observation::of).orElse(Observation.of(Observation.Kind.BLANK)))
        .orElse(there);
  }
}
