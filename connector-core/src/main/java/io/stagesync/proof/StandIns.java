package io.stagesync.proof;

import io.stagesync.proof.Syncs.Sync;
import io.stagesync.reconcile.PairView;
import io.stagesync.reconcile.TrackDecision;
import io.stagesync.reconcile.TrackView;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * For the pair that a sync leaves the one that stands for it: each of its tracks is in the state
 * that stands for all that answer the others alike. One that stands for others is one object, so
 * that it can be known without being compared. Not for several threads.
 */
final class StandIns implements Function<Sync, PairView> {
  private final Lead lead;
  private final Map<Track, Faces> faces;
  private final Map<TrackView, TrackView> halves = new HashMap<>();
  private final Map<TrackDecision, TrackView> afterAll = new IdentityHashMap<>();
  private final Map<TrackView, Integer> numbers = new IdentityHashMap<>();
  private final Map<List<Integer>, PairView> pairs = new HashMap<>();

  /**
   * @param faces how each track of the group may look to the others
   */
  StandIns(Lead lead, Map<Track, Faces> faces) {
    this.lead = lead;
    this.faces = faces;
  }

  /** The pair of some states, each of which stands for others. */
  PairView pair(Map<Track, TrackView> views) {
    List<Integer> key = new ArrayList<>(views.size());
    for (Track track : faces.keySet()) {
      TrackView view = views.get(track);
      if (view != null) {
        key.add(numbers.computeIfAbsent(view, v -> numbers.size()));
      }
    }
    return pairs.computeIfAbsent(key, k -> lead.pair(views));
  }

  @Override
  public PairView apply(Sync sync) {
    Map<Track, TrackView> views = new LinkedHashMap<>();
    faces.forEach(
        (track, some) -> {
          TrackView view = sync.after().tracks().get(track);
          if (view != null) {
            views.put(track, standIn(sync, track, view, some));
          }
        });
    return pair(views);
  }

  private TrackView standIn(Sync sync, Track track, TrackView view, Faces some) {
    if (isHalf(sync, track, view)) {
      return halves.computeIfAbsent(view, v -> v);
    }
    TrackDecision decision = sync.on(track);
    // A decision is about one state; where all of it is carried out it leads to one.
    return sync.side().isEmpty() || decision.writes().isEmpty()
        ? afterAll.computeIfAbsent(decision, d -> some.standIn(view))
        : some.standIn(view);
  }

  /**
   * Whether a run is between two steps of a track: half of what is written shows more of what was
   * there before than all of it, and a blank that was seen now is not yet one that stays.
   */
  private static boolean isHalf(Sync sync, Track track, TrackView view) {
    boolean between = sync.after().run() == Lead.RUN;
    boolean halfWritten = sync.on(track).writes().size() == Side.values().length;
    return between && (halfWritten || view.memory().blankSeenInRun() == Lead.RUN);
  }
}
