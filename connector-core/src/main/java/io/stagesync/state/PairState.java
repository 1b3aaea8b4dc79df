package io.stagesync.state;

import io.stagesync.reconcile.Base;
import io.stagesync.reconcile.Memory;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that a decision on a pair is made on.
 *
 * @param tracks what is remembered of each track; one that was never decided is missing
 */
public record PairState(
    Pair pair, SeenRecord lead, SeenRecord contact, Map<Track, Remembered> tracks) {
  public PairState {
    tracks = Map.copyOf(tracks);
  }

  /** Its record on a side, as last seen. */
  public SeenRecord on(Side side) {
    return side == Side.SALESFORCE ? lead : contact;
  }

  /** What is remembered of a track. */
  public Remembered track(Track track) {
    return tracks.getOrDefault(track, Remembered.NOTHING);
  }

  /** What is remembered of one track. */
  public record Remembered(Optional<Base> base, Memory memory) {
    /** Nothing. */
    public static final Remembered NOTHING = new Remembered(Optional.empty(), Memory.NONE);
  }
}
