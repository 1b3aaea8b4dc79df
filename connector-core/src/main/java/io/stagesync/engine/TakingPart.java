package io.stagesync.engine;

import io.stagesync.mapping.Mapping;
import io.stagesync.reconcile.PairDecision;
import io.stagesync.reconcile.Reason;
import io.stagesync.state.Session;

/** Counts who takes part: everybody, or who is inside of the mapping's pilot. */
final class TakingPart {
  private TakingPart() {}

  /** Whether a pair takes no part. */
  static boolean isOutside(PairDecision decision) {
    return decision.tracks().values().stream().anyMatch(d -> d.reason() == Reason.OUTSIDE_PILOT);
  }

  /** How many pairs take part, of which a limit that is a share is taken. */
  static long count(Session session, Mapping mapping) {
    var pairs = session.pairs().count();
    if (mapping.reads().pilot().isEmpty()) {
      return pairs;
    }
    var outside =
        session.pairs().counts().values().stream()
            .mapToLong(reasons -> reasons.getOrDefault(Reason.OUTSIDE_PILOT, 0L))
            .max()
            .orElse(0);
    return pairs - outside;
  }
}
