package io.stagesync.proof;

import io.stagesync.vocabulary.Track;
import java.util.List;
import java.util.Map;

/**
 * What was looked at, and found to keep every law.
 *
 * @param checks how often each law was asked; a law that nothing in the file could break is missing
 * @param tracks what was looked at in each track
 * @param joined what was looked at in tracks that rules or companions join
 */
public record Certificate(Map<Law, Long> checks, List<OfTrack> tracks, List<OfJoined> joined) {
  public Certificate {
    checks = Map.copyOf(checks);
    tracks = List.copyOf(tracks);
    joined = List.copyOf(joined);
  }

  /**
   * One track by itself.
   *
   * @param words how many words are written and read back, over both sides and all record types
   * @param states how many states there are: every base, every value of both sides, every kind of
   *     lead
   * @param converted how many of them are of converted leads
   * @param decided how many of them were decided, each standing for all that look like it
   */
  public record OfTrack(Track track, long words, long states, long converted, long decided) {}

  /**
   * Tracks that are joined.
   *
   * @param states how many states were followed: all that differ in what the tracks ask of one
   *     another
   * @param orders how many of them were decided with the rules in the other order, too
   * @param oneByOne how many of them were followed with one side written after the other, too, each
   *     one first
   * @param leftOut how many combinations there are beside, which were too many to look at; 0: all
   *     were looked at
   */
  public record OfJoined(
      List<Track> tracks, long states, long orders, long oneByOne, long leftOut) {
    public OfJoined {
      tracks = List.copyOf(tracks);
    }

    OfJoined and(OfJoined more) {
      return new OfJoined(
          tracks,
          states + more.states,
          orders + more.orders,
          oneByOne + more.oneByOne,
          leftOut + more.leftOut);
    }
  }

  /** All states, those of joined tracks too. */
  public long states() {
    return tracks.stream().mapToLong(OfTrack::states).sum()
        + joined.stream().mapToLong(OfJoined::states).sum();
  }

  /** All decisions that were made to prove it. */
  public long decided() {
    return tracks.stream().mapToLong(OfTrack::decided).sum()
        + joined.stream().mapToLong(OfJoined::states).sum();
  }
}
