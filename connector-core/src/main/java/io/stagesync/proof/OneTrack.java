package io.stagesync.proof;

import io.stagesync.mapping.ConflictRule;
import io.stagesync.mapping.Conversion;
import io.stagesync.mapping.FirstSync;
import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.reconcile.Catalogs;
import io.stagesync.vocabulary.Evidence;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.RecordType;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** One track by itself: every base, every value of both sides, every kind of lead. */
final class OneTrack {
  private static final List<Evidence> ANY = List.of(Evidence.OPEN);

  private final Mapping excerpt;
  private final TrackMapping track;
  private final Catalogs catalogs;
  private final Syncs syncs;
  private final Relations relations;
  private final List<Counterexample> words = new ArrayList<>();
  private final List<Breach> breaches = new ArrayList<>();
  private final Map<Lead, TrackProof> proofs = new LinkedHashMap<>();
  private long written;
  private long states;
  private long converted;
  private long decided;

  OneTrack(Mapping mapping, TrackMapping track, Catalogs catalogs) {
    this.excerpt = mapping.about(Set.of(track.track()));
    this.track = track;
    this.catalogs = catalogs;
    this.syncs = new Syncs(excerpt, catalogs);
    this.relations = new Relations(track, excerpt.teams());
  }

  boolean ordered() {
    return track.ordered();
  }

  Certificate.OfTrack counted() {
    return new Certificate.OfTrack(track.track(), written, states, converted, decided);
  }

  /** For each law that is broken the shortest way to see it. */
  Stream<Counterexample> counterexamples() {
    return Stream.concat(
        words.stream().limit(1),
        Breach.shortest(breaches).stream().map(breach -> new Telling(excerpt, syncs).of(breach)));
  }

  Track track() {
    return track.track();
  }

  OneTrack prove() {
    for (Optional<RecordType> type : types()) {
      Vocabulary vocabulary = new Vocabulary(track, catalogs, type);
      words(vocabulary);
      states(vocabulary, type);
    }
    return this;
  }

  /** None, and each one that has words of its own here or offers other values than the rest. */
  Set<Optional<RecordType>> types() {
    Set<RecordType> own = OwnWords.types(track);
    Set<Optional<RecordType>> types = new LinkedHashSet<>(List.of(Optional.empty()));
    own.forEach(type -> types.add(Optional.of(type)));
    Set<Set<RawValue>> offers = new LinkedHashSet<>();
    track
        .field(Side.SALESFORCE)
        .flatMap(catalogs.salesforce()::field)
        .ifPresent(
            field ->
                field.offered().keySet().stream()
                    .filter(type -> !own.contains(type))
                    .sorted()
                    .filter(type -> offers.add(field.offered().getOrDefault(type, Set.of())))
                    .forEach(type -> types.add(Optional.of(type))));
    return types;
  }

  private void words(Vocabulary vocabulary) {
    StepLaws laws = new StepLaws(vocabulary);
    for (Side side : Side.BOTH) {
      for (Label label : vocabulary.labels()) {
        for (RawValue word : vocabulary.table(side).written(label)) {
          written++;
          if (!laws.readBack(side, word, Optional.of(label))) {
            words.add(lost(side, label, word));
          }
        }
      }
    }
  }

  private Counterexample lost(Side side, Label label, RawValue word) {
    return new Counterexample(
        Law.ROUND_TRIP,
        "In track "
            + track.track()
            + " "
            + side.displayName()
            + "'s word \""
            + word
            + "\" is written for "
            + label
            + " and not read as it.",
        List.of(),
        "",
        Map.of(track.track(), Set.of(label)),
        List.of());
  }

  private void states(Vocabulary vocabulary, Optional<RecordType> type) {
    List<Label> scope = new ArrayList<>();
    excerpt.scope().ifPresent(s -> scope.add(s.notBelow()));
    List<Label> all = new ArrayList<>(scope);
    excerpt
        .conversion()
        .map(Conversion::labels)
        .map(Map::values)
        .map(TreeSet::new)
        .ifPresent(all::addAll);
    Looks open = new Looks(vocabulary, new Likeness(vocabulary, relations, scope), true);
    boolean spoken = excerpt.conversion().isPresent() && track.field(Side.HUBSPOT).isPresent();
    Looks dead =
        spoken
            ? new Looks(vocabulary, new Likeness(vocabulary, relations, all), !scope.isEmpty())
            : open;
    leads(vocabulary, open, new Lead(Optional.empty(), type, Optional.empty()));
    // Where no opportunity speaks for the track, all of them are alike to it.
    List<Evidence> told =
        excerpt.conversion().filter(c -> spoken).map(Conversion::possible).orElse(ANY);
    for (Evidence evidence : told) {
      leads(vocabulary, dead, new Lead(Optional.of(evidence), type, Optional.empty()));
    }
  }

  /** One kind of lead, without change times first, then with either side changed last. */
  private void leads(Vocabulary vocabulary, Looks looks, Lead lead) {
    TrackProof undated = new TrackProof(vocabulary, looks, syncs, lead, Optional.empty());
    count(undated, lead);
    if (track.conflict() == ConflictRule.LATEST_WINS
        || track.firstSync() == FirstSync.LATEST_WINS) {
      for (Side later : Side.BOTH) {
        Lead dated = new Lead(lead.converted(), lead.type(), Optional.of(later));
        count(new TrackProof(vocabulary, looks, syncs, dated, Optional.of(undated)), dated);
      }
    }
  }

  /** What was found for one kind of lead, without change times first. */
  List<TrackProof> of(Optional<Evidence> converted, Optional<RecordType> type) {
    return proofs.entrySet().stream()
        .filter(e -> e.getKey().type().equals(type) && e.getKey().converted().equals(converted))
        .map(Map.Entry::getValue)
        .toList();
  }

  private void count(TrackProof proof, Lead lead) {
    proof.prove();
    proofs.put(lead, proof);
    states += proof.states();
    converted += lead.isConverted() ? proof.states() : 0;
    decided += proof.decided();
    breaches.addAll(proof.breaches());
  }
}
