package io.stagesync.trial;

import io.stagesync.example.Expected;
import io.stagesync.example.Expected.Write;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.reconcile.Base;
import io.stagesync.reconcile.FieldWrite;
import io.stagesync.reconcile.PairDecision;
import io.stagesync.reconcile.TrackDecision;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The expectation that a decision fulfils: what it writes, agrees on and says. */
final class Snapshot {
  private Snapshot() {}

  static Expected of(Scene scene, PairDecision decision) {
    Map<Side, Map<Track, Write>> writes = new EnumMap<>(Side.class);
    Map<Track, Optional<Label>> labels = new HashMap<>();
    Map<Track, String> reasons = new HashMap<>();
    Map<Track, Integer> cycles = new HashMap<>();
    for (Track track : scene.given().tracks().keySet()) {
      TrackDecision decided = Objects.requireNonNull(decision.tracks().get(track));
      labels.put(track, decided.to());
      reasons.put(track, decided.reason().name());
      decided
          .baseWhenWritten()
          .map(Base::cycle)
          .filter(cycle -> cycle > 1)
          .ifPresent(cycle -> cycles.put(track, cycle));
      for (FieldWrite write : decided.writes()) {
        writes
            .computeIfAbsent(write.side(), side -> new HashMap<>())
            .put(track, write(scene, scene.mapping().track(track), decided, write));
      }
    }
    Set<String> findings =
        decision.findings().stream()
            .filter(f -> scene.given().tracks().containsKey(f.track()))
            .map(f -> f.code().name())
            .collect(Collectors.toSet());
    return new Expected(
        writes,
        Set.of(),
        labels,
        reasons,
        Map.of(),
        cycles,
        findings.isEmpty() ? Optional.empty() : Optional.of(findings));
  }

  private static Write write(
      Scene scene, TrackMapping track, TrackDecision decided, FieldWrite write) {
    Optional<Boolean> clearFirst = write.clearFirst() ? Optional.of(true) : Optional.empty();
    if (write.value().isEmpty()) {
      return new Write(Write.Kind.CLEARED, "", Optional.empty());
    }
    RawValue value = write.value().get();
    // A label survives the renaming of its word; what is not its first word has to be named.
    return decided
        .to()
        .filter(
            to ->
                scene.table(track, write.side()).written(to).stream()
                    .findFirst()
                    .filter(value::equals)
                    .isPresent())
        .map(to -> new Write(Write.Kind.LABEL, to.name(), clearFirst))
        .orElseGet(() -> new Write(Write.Kind.WORD, value.text(), clearFirst));
  }
}
