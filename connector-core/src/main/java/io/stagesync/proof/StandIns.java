package io.stagesync.proof;

import io.stagesync.proof.Syncs.Sync;
import io.stagesync.reconcile.PairView;
import io.stagesync.reconcile.TrackDecision;
import io.stagesync.reconcile.TrackView;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * For the pair that a sync leaves the one that stands for it: each of its tracks is in the state
 * that stands for all that answer the others alike. One that stands for others is one object, so
 * that it can be known without being compared. Not for several threads.
 */
final class StandIns implements Function<Sync, PairView> {
  private final Lead lead;
  private final Map<Track, Faces> faces;
  private final Map<SeenNow, TrackView> seenNow = new HashMap<>();
  private final Map<Integer, Map<TrackDecision, TrackView>> known = new HashMap<>();
  private final Map<TrackView, Integer> numbers = new IdentityHashMap<>();
  private final Numbers ways = new Numbers();
  private final Map<Integer, PairView> pairs = new HashMap<>();

  /** A blank between two steps. Two tracks that show the same have each a state of their own. */
  private record SeenNow(Track track, TrackView view) {}

  /**
   * @param faces how each track of the group may look to the others
   */
  StandIns(Lead lead, Map<Track, Faces> faces) {
    this.lead = lead;
    this.faces = faces;
  }

  /** The pair of some states, each of which stands for others. */
  PairView pair(Map<Track, TrackView> views) {
    // One number for each beginning of the list of its states, and so in the end one for the pair.
    int pair = 0;
    for (Track track : faces.keySet()) {
      TrackView view = views.get(track);
      if (view != null) {
        pair = 1 + ways.place((long) pair << Integer.SIZE | number(view));
      }
    }
    PairView known = pairs.get(pair);
    if (known == null) {
      known = lead.pair(views);
      pairs.put(pair, known);
    }
    return known;
  }

  private int number(TrackView view) {
    Integer known = numbers.get(view);
    if (known == null) {
      known = numbers.size();
      numbers.put(view, known);
    }
    return known;
  }

  @Override
  public PairView apply(Sync sync) {
    boolean between = sync.goesOn();
    // A decision is about one state; where the same of it is carried out it leads to one.
    Map<TrackDecision, TrackView> after =
        known.computeIfAbsent(carried(sync.side(), between), carried -> new IdentityHashMap<>());
    Map<Track, TrackView> views = new LinkedHashMap<>();
    for (var some : faces.entrySet()) {
      Track track = some.getKey();
      TrackDecision decision = sync.decision().tracks().get(track);
      if (decision != null) {
        TrackView standIn = after.get(decision);
        if (standIn == null) {
          TrackView view = sync.after(track);
          standIn =
              between && isSeenNow(view)
                  ? seenNow.computeIfAbsent(new SeenNow(track, view), SeenNow::view)
                  : some.getValue().standIn(view);
          after.put(decision, standIn);
        }
        views.put(track, standIn);
      }
    }
    return pair(views);
  }

  /**
   * How much of a decision a step carries out, as a number: one side, and whether the run goes on.
   */
  private static int carried(Optional<Side> side, boolean between) {
    int written = side.isEmpty() ? 0 : 1 + side.get().ordinal();
    return 2 * written + (between ? 1 : 0);
  }

  /**
   * Whether the run that goes on saw a blank for the first time: until it ends, that is not yet one
   * that stays.
   */
  private static boolean isSeenNow(TrackView view) {
    return view.memory().blankSeenInRun() == Lead.RUN;
  }
}
