package io.stagesync.reconcile;

import io.stagesync.vocabulary.Evidence;
import io.stagesync.vocabulary.RecordType;
import io.stagesync.vocabulary.Track;
import java.util.Map;
import java.util.Optional;

/**
 * One pair of records as it stands before a decision.
 *
 * @param converted whether the lead was converted, by {@code Lead.IsConverted}
 * @param evidence what its opportunities say; {@link Evidence#NONE} for one that was not converted
 * @param recordType the lead's variant, where Lead has variants
 * @param tracks every track of the mapping
 * @param run the number of the run that decides, from 1 upward
 * @param pilot what tells whether the pair takes part in the mapping's pilot; empty: it does
 */
public record PairView(
    boolean converted,
    Evidence evidence,
    Optional<RecordType> recordType,
    Map<Track, TrackView> tracks,
    long run,
    Optional<PilotFacts> pilot) {
  public PairView {
    tracks = Map.copyOf(tracks);
  }

  /** A pair that takes part in whatever pilot there is. */
  public PairView(
      boolean converted,
      Evidence evidence,
      Optional<RecordType> recordType,
      Map<Track, TrackView> tracks,
      long run) {
    this(converted, evidence, recordType, tracks, run, Optional.empty());
  }
}
