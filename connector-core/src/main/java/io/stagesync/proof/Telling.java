package io.stagesync.proof;

import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.Rule;
import io.stagesync.proof.Syncs.Sync;
import io.stagesync.reconcile.Base;
import io.stagesync.reconcile.FieldWrite;
import io.stagesync.reconcile.Observation;
import io.stagesync.reconcile.PairView;
import io.stagesync.reconcile.TrackDecision;
import io.stagesync.reconcile.TrackView;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.RecordType;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Tells a breach to people: what stood there, what each sync does, where it goes round. */
final class Telling {
  private final Mapping mapping;
  private final Syncs syncs;
  private final Map<Track, Set<Label>> labels = new TreeMap<>();

  Telling(Mapping mapping, Syncs syncs) {
    this.mapping = mapping;
    this.syncs = syncs;
  }

  Counterexample of(Breach breach) {
    List<String> steps = new ArrayList<>();
    Map<Object, Integer> seen = new LinkedHashMap<>();
    PairView now = breach.start();
    String round = "";
    Optional<Sync> last = Optional.empty();
    Syncs by = syncs.startingWith(breach.first());
    String called = breach.first().isPresent() ? "Step" : "Sync";
    note(now);
    for (int i = 1; i <= breach.syncs() && round.isEmpty(); i++) {
      seen.put(shows(now), i);
      Sync sync = last.isEmpty() ? by.after(now) : by.next(last.get());
      last = Optional.of(sync);
      steps.add(called + " " + i + ": " + told(sync) + ".");
      now = sync.after();
      note(now);
      Integer before = seen.get(shows(now));
      if (before != null && sync.writes()) {
        round =
            "Then everything stands as before "
                + called.toLowerCase(Locale.ROOT)
                + " "
                + before
                + ", and it goes round.";
      }
    }
    return new Counterexample(
        breach.law(), "At first " + told(breach.start()) + ".", steps, round, labels, rules());
  }

  private List<Integer> rules() {
    return mapping.rules().stream()
        .filter(
            rule ->
                says(rule.when(), rule.enters())
                    || rule.then().entrySet().stream()
                        .anyMatch(to -> says(to.getKey(), to.getValue())))
        .map(Rule::line)
        .toList();
  }

  private boolean says(Track track, Label label) {
    return labels.getOrDefault(track, Set.of()).contains(label);
  }

  private void note(PairView pair) {
    pair.tracks()
        .forEach(
            (track, view) ->
                view.base()
                    .ifPresent(
                        base ->
                            labels
                                .computeIfAbsent(track, t -> new LinkedHashSet<>())
                                .add(base.label())));
  }

  /** What a later sync could tell apart. */
  private static Object shows(PairView pair) {
    Map<Track, Object> shows = new TreeMap<>();
    pair.tracks()
        .forEach(
            (track, view) ->
                shows.put(
                    track,
                    List.of(
                        view.base().map(Base::label),
                        view.base().flatMap(Base::rulesRanFor),
                        view.salesforce(),
                        view.hubspot())));
    return shows;
  }

  private String told(PairView pair) {
    String tracks =
        mapping.tracks().stream()
            .map(t -> told(t.track(), Objects.requireNonNull(pair.tracks().get(t.track()))))
            .collect(Collectors.joining("; "));
    return tracks
        + (pair.converted()
            ? "; the lead is converted, its opportunity "
                + pair.evidence().name().toLowerCase(Locale.ROOT)
            : "")
        + pair.recordType().map(RecordType::toString).map(t -> "; record type " + t).orElse("");
  }

  private static String told(Track track, TrackView view) {
    return track
        + " shows "
        + shown(view.salesforce())
        + " in Salesforce and "
        + shown(view.hubspot())
        + " in HubSpot, "
        + view.base()
            .map(base -> "last agreed on " + base.label() + entry(base))
            .orElse("never agreed on before");
  }

  private static String entry(Base base) {
    boolean open = !base.rulesRanFor().equals(Optional.of(base.label()));
    return open ? " (its rules have not run yet)" : "";
  }

  private static String shown(Observation seen) {
    return seen.value()
        .map(Telling::quoted)
        .orElseGet(() -> seen.kind().name().toLowerCase(Locale.ROOT));
  }

  private static String quoted(RawValue value) {
    return '"' + value.text() + '"';
  }

  private String told(Sync sync) {
    return mapping.tracks().stream()
        .map(t -> t.track() + " " + told(sync.on(t.track()), sync.seen(t.track()), sync.side()))
        .collect(Collectors.joining("; "));
  }

  private String told(TrackDecision decision, TrackView view, Optional<Side> side) {
    String to = decision.to().map(l -> " " + l).orElse("");
    if (decision.writes().isEmpty()) {
      return decision.reason() + to + ", nothing is written";
    }
    return decision.reason()
        + to
        + ", "
        + decision.writes().stream()
            .map(
                write ->
                    side.map(s -> s == write.side()).orElse(true)
                        ? told(write, view.on(write.side()))
                        : write.side().displayName() + " is not written yet")
            .collect(Collectors.joining(" and "));
  }

  private static String told(FieldWrite write, Observation seen) {
    Side side = write.side();
    return side.displayName()
        + " goes from "
        + shown(seen)
        + " to "
        + write.value().map(Telling::quoted).orElse("blank");
  }
}
