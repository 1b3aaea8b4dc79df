package io.stagesync.proof;

import static io.stagesync.proof.PolicyWitness.tracks;
import static io.stagesync.proof.Witness.changed;
import static io.stagesync.proof.Witness.seen;
import static io.stagesync.proof.Witness.twoReadings;

import io.stagesync.mapping.DiagnosticId;
import io.stagesync.proof.Draft.RuleDraft;
import io.stagesync.proof.Draft.Said;
import io.stagesync.proof.Draft.ScopeDraft;
import io.stagesync.proof.Draft.TrackDraft;
import io.stagesync.proof.Witness.Kind;
import io.stagesync.proof.Witness.Look;
import io.stagesync.proof.Witness.Seen;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What is wrong with names that nothing has, or more than one thing. */
final class NameWitness {
  private NameWitness() {}

  static void add(Map<DiagnosticId, Look> looks) {
    looks.put(DiagnosticId.AMBIGUOUS_LABEL, NameWitness::scopeOfTwo);
    looks.put(DiagnosticId.UNKNOWN_LABEL, NameWitness::dangling);
    looks.put(DiagnosticId.UNKNOWN_TRACK, NameWitness::dangling);
    looks.put(DiagnosticId.UNKNOWN_TEAM, NameWitness::dangling);
  }

  /** The label of one track, or that of another. */
  private static Optional<Seen> scopeOfTwo(Supplier<Draft> draft) {
    Optional<ScopeDraft> scope = draft.get().scope.filter(s -> s.track().isEmpty());
    return scope.flatMap(
        s ->
            tracks(
                draft,
                t ->
                    twoReadings(
                        changed(draft, d -> d.scope = Optional.empty()),
                        changed(
                            draft,
                            d -> d.scope = Optional.of(new ScopeDraft(t.name, s.notBelow()))),
                        t.name)));
  }

  /** A name that nothing has. */
  private static Optional<Seen> dangling(Supplier<Draft> draft) {
    Draft read = draft.get();
    Stream<String> names =
        Stream.concat(
            read.tracks.stream().flatMap(t -> dangling(read, t)),
            read.rules.stream()
                .filter(r -> names(read, r).stream().anyMatch(String::isEmpty))
                .map(RuleDraft::toString));
    return seen(Kind.NAMES_NOTHING, names.findFirst());
  }

  private static List<String> names(Draft draft, RuleDraft rule) {
    return List.of(
        named(draft, rule.when(), rule.enters()), named(draft, rule.driven(), rule.target()));
  }

  private static String named(Draft draft, String track, String label) {
    return draft.tracks.stream()
        .filter(t -> t.name.equals(track))
        .flatMap(t -> t.labels.stream())
        .map(l -> l.name)
        .filter(label::equals)
        .findFirst()
        .orElse("");
  }

  private static Stream<String> dangling(Draft draft, TrackDraft track) {
    List<String> labels = track.labels.stream().map(l -> l.name).toList();
    List<String> tracks = draft.tracks.stream().map(t -> t.name).toList();
    Stream<String> ways =
        track.ways.stream()
            .flatMap(w -> Stream.concat(w.from().stream(), Stream.of(w.to())))
            .filter(name -> !labels.contains(name));
    Stream<String> said =
        track.labels.stream()
            .flatMap(
                l ->
                    Stream.concat(
                        l.words.values().stream()
                            .filter(w -> w.is(Said.SHARES) && !labels.contains(w.lender()))
                            .map(w -> "shares " + w.lender()),
                        Stream.of(l.owner, l.requires)
                            .filter(name -> !name.isEmpty())
                            .filter(
                                name -> !draft.teams.containsKey(name) && !tracks.contains(name))));
    return Stream.concat(ways, said);
  }
}
