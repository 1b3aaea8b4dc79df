package io.stagesync.proof;

import io.stagesync.reconcile.PairView;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;

/**
 * A law that is broken.
 *
 * @param start where it begins
 * @param syncs how many syncs show it
 */
record Breach(Law law, PairView start, int syncs) {

  /** For each law that is broken the shortest way to see it. */
  static Collection<Breach> shortest(Collection<Breach> all) {
    Map<Law, Breach> shortest = new EnumMap<>(Law.class);
    for (Breach breach : all) {
      shortest.merge(breach.law(), breach, (a, b) -> b.syncs() < a.syncs() ? b : a);
    }
    return shortest.values();
  }
}
