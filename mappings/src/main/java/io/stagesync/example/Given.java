package io.stagesync.example;

import io.stagesync.vocabulary.Evidence;
import io.stagesync.vocabulary.RecordType;
import io.stagesync.vocabulary.Track;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that the decision of an example depends on.
 *
 * @param converted whether the lead is converted
 * @param evidence what its opportunities say; {@link Evidence#NONE} for one that is not converted
 * @param recordType the lead's variant; empty: none
 * @param tracks the tracks that the example speaks of. The others are not looked at: neither side
 *     of them can be read
 * @param terms what both sides accept
 * @param pilot whether the pair takes part in the mapping's pilot; empty: it does
 */
public record Given(
    boolean converted,
    Evidence evidence,
    Optional<RecordType> recordType,
    Map<Track, TrackGiven> tracks,
    Terms terms,
    Optional<InPilot> pilot) {
  public Given {
    tracks = Map.copyOf(tracks);
  }
}
