package io.stagesync.proof;

import io.stagesync.mapping.Mapping;
import io.stagesync.reconcile.Catalogs;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether a mapping file keeps the laws in every state. */
public final class Proof {
  private Proof() {}

  /** Proves a file as far as it goes by itself: between two CRMs that know its words alone. */
  public static Proven of(Mapping mapping) {
    return of(mapping, OwnWords.of(mapping));
  }

  /**
   * Proves a file.
   *
   * @param catalogs what both CRMs accept
   */
  public static Proven of(Mapping mapping, Catalogs catalogs) {
    List<OneTrack> tracks =
        mapping.tracks().parallelStream()
            .map(track -> new OneTrack(mapping, track, catalogs).prove())
            .toList();
    Optional<Counterexample> broken = shortest(tracks.stream().flatMap(OneTrack::counterexamples));
    // What a track does beside others is asked of one that keeps the laws by itself.
    List<OneGroup> groups =
        broken.isPresent() ? List.of() : JoinedTracks.of(mapping, catalogs, tracks);
    return new Proven(
        new Certificate(
            checks(tracks, groups),
            tracks.stream().map(OneTrack::counted).toList(),
            JoinedTracks.counted(groups)),
        broken.or(() -> shortest(groups.stream().flatMap(OneGroup::counterexamples))));
  }

  private static Optional<Counterexample> shortest(Stream<Counterexample> found) {
    // What takes a sync too many is told last.
    return found.min(
        Comparator.comparing((Counterexample c) -> c.law() == Law.AT_REST)
            .thenComparingInt(c -> c.steps().size()));
  }

  private static Map<Law, Long> checks(List<OneTrack> tracks, List<OneGroup> groups) {
    Map<Law, Long> checks = new EnumMap<>(Law.class);
    for (OneTrack track : tracks) {
      Certificate.OfTrack counted = track.counted();
      checks.merge(Law.ROUND_TRIP, counted.words(), Long::sum);
      for (Law law :
          List.of(Law.NO_NEEDLESS_WRITE, Law.NOTHING_OVERWRITTEN, Law.AT_REST, Law.NO_CYCLE)) {
        checks.merge(law, counted.states(), Long::sum);
      }
      if (track.ordered()) {
        checks.merge(Law.RANK_KEPT, counted.states(), Long::sum);
      }
      checks.merge(Law.CONVERTED_UNWRITTEN, counted.converted(), Long::sum);
    }
    for (OneGroup group : groups) {
      long states = group.counted().states();
      for (Law law :
          List.of(Law.NO_NEEDLESS_WRITE, Law.AT_REST, Law.NO_CYCLE, Law.ONE_FIXED_POINT)) {
        checks.merge(law, states, Long::sum);
      }
    }
    return checks;
  }
}
