package io.stagesync.proof;

import io.stagesync.proof.Syncs.Sync;
import io.stagesync.reconcile.PairView;
import io.stagesync.vocabulary.Side;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where syncs lead, one after the other, from any pair. A sync goes on from the pair that stands
 * for the one that was left, and no sync is gone into twice. Not for several threads.
 */
final class Paths {
  private final Syncs syncs;
  private final Function<Sync, PairView> standIn;
  private final Map<Step, Sync> known = new HashMap<>();
  private final Map<Sync, Sync> next = new IdentityHashMap<>();

  private record Step(PairView from, Optional<Side> rather) {}

  /**
   * @param standIn a pair with which everything goes on as with the one that a sync leaves
   */
  Paths(Syncs syncs, Function<Sync, PairView> standIn) {
    this.syncs = syncs;
    this.standIn = standIn;
  }

  Sync from(PairView start) {
    return from(start, syncs.first());
  }

  private Sync from(PairView start, Optional<Side> rather) {
    return known.computeIfAbsent(
        new Step(start, rather), step -> syncs.after(step.from(), step.rather()));
  }

  /** What comes after a sync of these paths; itself where nothing will ever be otherwise. */
  Sync next(Sync sync) {
    return next.computeIfAbsent(sync, this::following);
  }

  private Sync following(Sync sync) {
    return from(standIn.apply(sync), syncs.rather(sync));
  }
}
