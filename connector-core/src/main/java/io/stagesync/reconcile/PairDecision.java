package io.stagesync.reconcile;

import io.stagesync.vocabulary.Track;
import java.util.List;
import java.util.Map;

/**
 * What is concluded for a pair.
 *
 * @param tracks one decision for every track of the mapping
 * @param findings what people should know although it changes nothing
 */
public record PairDecision(Map<Track, TrackDecision> tracks, List<Finding> findings) {
  public PairDecision {
    tracks = Map.copyOf(tracks);
    findings = List.copyOf(findings);
  }

  /**
   * Something worth a line in the report.
   *
   * @param code which kind
   * @param track where
   * @param text a sentence for people
   */
  public record Finding(Code code, Track track, String text) {
    /** The kinds of findings. */
    public enum Code {
      /** The record's type does not offer the value that it holds. */
      VALUE_OUTSIDE_PROCESS,
      /** A lead was converted where the mapping file says that leads never are. */
      CONVERTED_UNEXPECTED,
      /** A track holds a value although the person is below its floor. */
      STATUS_BELOW_FLOOR,
      /** A rule left a track alone that a person took back in the same run. */
      RULE_YIELDED,
      /** At first sight rules only fill blanks; this is what one would have done. */
      RULE_AT_FIRST_SIGHT,
      /** A rule waits for its driven track. */
      RULE_WAITS
    }
  }
}
