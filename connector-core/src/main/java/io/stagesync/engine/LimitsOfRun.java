package io.stagesync.engine;

import io.stagesync.mapping.Mapping;
import io.stagesync.state.Intent;
import io.stagesync.state.PairId;
import io.stagesync.state.Session;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Keeps a run within its limits to its last write: how many fields it may write, and how many
 * people it may bring to labels with side effects. A run that begins beyond a limit writes nothing;
 * what comes up while it writes (a rule, an edit) may still fill one, and whoever is beyond it then
 * waits for the next run, which counts anew and may stop there.
 */
final class LimitsOfRun {
  private final Mapping mapping;
  private final List<CappedLabel> capped;
  private final Map<CappedLabel, Set<PairId>> entered = new HashMap<>();
  private final Set<Field> written = new HashSet<>();
  private long allowed = -1;

  private record Field(PairId pair, Track track, Side side) {}

  LimitsOfRun(Mapping mapping) {
    this.mapping = mapping;
    this.capped = CappedLabel.of(mapping);
  }

  /** Whether a pair may be written so; counts it if it may. A field counts once, often tried. */
  synchronized boolean admit(Session session, PairId pair, List<Intent.Part> parts) {
    if (allowed < 0) {
      allowed = mapping.limits().allowed(TakingPart.count(session, mapping));
    }
    var fields = new HashSet<Field>();
    parts.forEach(p -> fields.add(new Field(pair, p.track(), p.write().side())));
    fields.removeAll(written);
    var here =
        capped.stream()
            .filter(c -> parts.stream().anyMatch(p -> c.isEnteredBy(p.track(), p.to(), p.write())))
            .toList();
    boolean room =
        written.size() + fields.size() <= allowed
            && here.stream()
                .allMatch(c -> at(c).contains(pair) || at(c).size() < c.effects().cap());
    if (room) {
      written.addAll(fields);
      here.forEach(c -> at(c).add(pair));
    }
    return room;
  }

  private Set<PairId> at(CappedLabel label) {
    return entered.computeIfAbsent(label, l -> new HashSet<>());
  }
}
