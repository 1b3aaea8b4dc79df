package io.stagesync.engine;

import io.stagesync.mapping.Mapping;
import io.stagesync.state.Intent;
import io.stagesync.state.PairId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Keeps a run within the caps of labels with side effects to its last write. A run that begins
 * beyond a cap writes nothing; what comes up while it writes (a rule, an edit) may still fill one,
 * and whoever is beyond it then waits for the next run, which stops there.
 */
final class CapsOfRun {
  private final List<CappedLabel> capped;
  private final Map<CappedLabel, Set<PairId>> entered = new HashMap<>();

  CapsOfRun(Mapping mapping) {
    this.capped = CappedLabel.of(mapping);
  }

  /** Whether a pair may be written so; counts it if it may. */
  synchronized boolean admit(PairId pair, List<Intent.Part> unapproved) {
    var here =
        capped.stream()
            .filter(
                c -> unapproved.stream().anyMatch(p -> c.isEnteredBy(p.track(), p.to(), p.write())))
            .toList();
    boolean room =
        here.stream().allMatch(c -> at(c).contains(pair) || at(c).size() < c.effects().cap());
    if (room) {
      here.forEach(c -> at(c).add(pair));
    }
    return room;
  }

  private Set<PairId> at(CappedLabel label) {
    return entered.computeIfAbsent(label, l -> new HashSet<>());
  }
}
