package io.stagesync.proof;

import io.stagesync.proof.Syncs.Sync;
import io.stagesync.reconcile.PairView;
import io.stagesync.reconcile.TrackView;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * For the pair that a sync leaves the one that stands for it: each of its tracks is in the state
 * that stands for all that answer the others alike.
 *
 * @param faces how each track of the group may look to the others
 */
record StandIns(Lead lead, Map<Track, Faces> faces) implements Function<Sync, PairView> {

  @Override
  public PairView apply(Sync sync) {
    Map<Track, TrackView> views = new LinkedHashMap<>();
    sync.after()
        .tracks()
        .forEach(
            (track, view) ->
                views.put(
                    track,
                    isHalf(sync, track, view)
                        ? view
                        : Objects.requireNonNull(faces.get(track)).standIn(view)));
    return lead.pair(views);
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
