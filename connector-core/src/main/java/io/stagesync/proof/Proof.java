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
    return new Proven(
        new Certificate(checks(tracks), tracks.stream().map(OneTrack::counted).toList(), List.of()),
        shortest(tracks.stream().flatMap(OneTrack::counterexamples)));
  }

  private static Optional<Counterexample> shortest(Stream<Counterexample> found) {
    return found.min(Comparator.comparingInt(c -> c.steps().size()));
  }

  private static Map<Law, Long> checks(List<OneTrack> tracks) {
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
    return checks;
  }
}
