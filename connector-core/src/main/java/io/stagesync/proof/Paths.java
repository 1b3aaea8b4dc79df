package io.stagesync.proof;

import io.stagesync.proof.Syncs.Sync;
import io.stagesync.reconcile.PairView;
import io.stagesync.vocabulary.Side;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where syncs lead, one after the other, from any pair. A sync goes on from the pair that stands
 * for the one that was left, and no pair is gone into twice that is one object. A sync that writes
 * nothing is the same whichever side goes first. Not for several threads.
 */
final class Paths {
  private final Syncs syncs;
  private final Function<Sync, PairView> standIn;
  private final Map<PairView, Sync> begun = new IdentityHashMap<>();
  private final Map<PairView, Sync> halfDone = new IdentityHashMap<>();
  private final Map<Sync, Sync> next = new IdentityHashMap<>();
  // Made once, as they are asked for with every step.
  private final Function<PairView, Sync> begin = this::beginning;
  private final Function<Sync, Sync> goOn = this::following;
  private final Optional<Paths> atOnce;

  /**
   * @param standIn a pair with which everything goes on as with the one that a sync leaves
   */
  Paths(Syncs syncs, Function<Sync, PairView> standIn) {
    this(syncs, standIn, Optional.empty());
  }

  private Paths(Syncs syncs, Function<Sync, PairView> standIn, Optional<Paths> atOnce) {
    this.syncs = syncs;
    this.standIn = standIn;
    this.atOnce = atOnce;
  }

  /** The same with one side written before the other. */
  Paths startingWith(Side side) {
    return new Paths(syncs.startingWith(Optional.of(side)), standIn, Optional.of(this));
  }

  Sync from(PairView start) {
    return begun.computeIfAbsent(start, begin);
  }

  /** What comes after a sync of these paths; itself where nothing will ever be otherwise. */
  Sync next(Sync sync) {
    return next.computeIfAbsent(sync, goOn);
  }

  private Sync beginning(PairView start) {
    return step(start, syncs.first());
  }

  private Sync following(Sync sync) {
    PairView from = standIn.apply(sync);
    Optional<Side> rather = syncs.rather(sync);
    if (rather.equals(syncs.first())) {
      return from(from);
    }
    Sync known = halfDone.get(from);
    if (known == null) {
      known = step(from, rather);
      halfDone.put(from, known);
    }
    return known;
  }

  private Sync step(PairView start, Optional<Side> rather) {
    if (atOnce.isPresent()) {
      Sync whole = atOnce.get().from(start);
      if (!whole.writes()) {
        return whole;
      }
    }
    return syncs.after(start, rather);
  }
}
