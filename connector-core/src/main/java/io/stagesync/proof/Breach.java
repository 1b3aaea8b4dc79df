package io.stagesync.proof;

import io.stagesync.reconcile.PairView;
import io.stagesync.vocabulary.Side;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * A law that is broken.
 *
 * @param start where it begins
 * @param syncs how many syncs show it, or steps where one side is written after the other
 * @param first the side that is written first; empty: both are written at once
 */
record Breach(Law law, PairView start, int syncs, Optional<Side> first) {
  Breach(Law law, PairView start, int syncs) {
    this(law, start, syncs, Optional.empty());
  }

  /** For each law that is broken the shortest way to see it. */
  static Collection<Breach> shortest(Collection<Breach> all) {
    Map<Law, Breach> shortest = new EnumMap<>(Law.class);
    for (Breach breach : all) {
      shortest.merge(breach.law(), breach, (a, b) -> b.syncs() < a.syncs() ? b : a);
    }
    return shortest.values();
  }
}
