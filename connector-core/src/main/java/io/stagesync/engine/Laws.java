package io.stagesync.engine;

import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.proof.Counterexample;
import io.stagesync.proof.OwnWords;
import io.stagesync.proof.Refusal;
import io.stagesync.reconcile.Catalogs;
import io.stagesync.vocabulary.Track;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Whether a mapping keeps its laws between what both CRMs accept just now. A file that breaks one
 * by its own words is wrong and refused. One that a picklist has brought there waits, as far as the
 * law is broken: the tracks that take part are paused, and all others go on.
 */
final class Laws {
  private final Mapping mapping;
  private final Catalogs catalogs;
  private final Prover prover;

  /** Says what breaks a law; empty: nothing does. */
  @FunctionalInterface
  interface Prover {
    Optional<Counterexample> counterexample(Mapping mapping, Catalogs catalogs);
  }

  Laws(Mapping mapping, Catalogs catalogs, Prover prover) {
    this.mapping = mapping;
    this.catalogs = catalogs;
    this.prover = prover;
  }

  /**
   * The tracks that are paused, with the reason: those of the catalogs, and those that would break
   * a law.
   *
   * @throws EngineException {@code MISFIT} when the file breaks a law whatever a CRM accepts
   */
  static Map<Track, String> paused(Mapping mapping, Catalogs catalogs) {
    return new Laws(mapping, catalogs, Proofs::counterexample).paused();
  }

  Map<Track, String> paused() {
    var words = new Catalogs(catalogs.salesforce(), catalogs.hubspot());
    var paused = new TreeMap<>(catalogs.paused());
    var broken = prover.counterexample(without(paused.keySet()), words);
    while (broken.isPresent()) {
      refuseItsOwn();
      var tracks = new TreeSet<>(broken.get().labels().keySet());
      tracks.removeAll(paused.keySet());
      if (tracks.isEmpty()) {
        throw refusal(broken.get());
      }
      var why = why(broken.get());
      tracks.forEach(track -> paused.put(track, why));
      broken = prover.counterexample(without(paused.keySet()), words);
    }
    return paused;
  }

  private void refuseItsOwn() {
    prover
        .counterexample(mapping, OwnWords.of(mapping))
        .ifPresent(
            own -> {
              throw refusal(own);
            });
  }

  private EngineException refusal(Counterexample broken) {
    return new EngineException(
        EngineException.Kind.MISFIT,
        "The mapping does not keep its laws. Nothing was written."
            + System.lineSeparator()
            + Refusal.of(broken, mapping.places()).render());
  }

  private static String why(Counterexample broken) {
    var told = broken.told();
    return "between what both CRMs accept now the mapping would break a law ("
        + (told.endsWith(".") ? told.substring(0, told.length() - 1) : told)
        + ")";
  }

  private Mapping without(Set<Track> some) {
    return some.isEmpty()
        ? mapping
        : mapping.about(
            mapping.tracks().stream()
                .map(TrackMapping::track)
                .filter(track -> !some.contains(track))
                .collect(Collectors.toSet()));
  }
}
