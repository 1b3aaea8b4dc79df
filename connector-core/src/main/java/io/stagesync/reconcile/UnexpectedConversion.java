package io.stagesync.reconcile;

import io.stagesync.mapping.Mapping;
import io.stagesync.reconcile.PairDecision.Finding;
import io.stagesync.vocabulary.Track;
import java.util.Map;
import java.util.Optional;

/**
 * A converted lead in an org whose mapping file says that leads never are. Its opportunities are
 * not read, so nobody can say what becomes of the person: what agrees, agrees, and all else waits
 * for somebody who corrects the file.
 */
final class UnexpectedConversion {
  private UnexpectedConversion() {}

  static boolean of(Mapping mapping, PairView pair) {
    return pair.converted() && !mapping.reads().opportunities();
  }

  static Verdict hold(TrackCase c) {
    return Verdict.stop(
        Reason.CONVERTED_UNEXPECTED,
        Sentences.differ(c) + " " + sentence(c.mapping()),
        "Say under `conversion` in "
            + c.mapping().fileName()
            + " what the opportunity of a converted lead means.");
  }

  /** One for the pair, at its first track. */
  static Optional<Finding> find(Mapping mapping, PairView pair, Map<Track, TrackCase> cases) {
    return of(mapping, pair)
        ? cases.keySet().stream()
            .findFirst()
            .map(t -> new Finding(Finding.Code.CONVERTED_UNEXPECTED, t, sentence(mapping)))
        : Optional.empty();
  }

  private static String sentence(Mapping mapping) {
    return "The lead is converted, and "
        + mapping.fileName()
        + " says that leads never are (`conversion: never`). It is left as it is on both sides.";
  }
}
