package io.stagesync.proof;

import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.reconcile.Base;
import io.stagesync.reconcile.Catalogs;
import io.stagesync.reconcile.FieldWrite;
import io.stagesync.reconcile.Observation;
import io.stagesync.reconcile.PairView;
import io.stagesync.reconcile.Reason;
import io.stagesync.reconcile.Reconciler;
import io.stagesync.reconcile.TrackDecision;
import io.stagesync.reconcile.TrackView;
import io.stagesync.vocabulary.Evidence;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.RecordType;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * Everything that one track by itself can be in: every base, every value of both sides, every kind
 * of lead; each decided by the reconciler, whether or not the mapping makes sense.
 */
final class EveryState {
  private final Mapping excerpt;
  private final TrackMapping track;
  private final Catalogs catalogs;
  private final Map<Optional<RecordType>, Vocabulary> vocabularies = new HashMap<>();

  EveryState(Draft draft, String track) {
    this(draft, track, OwnWords.of(DraftMapping.of(draft)));
  }

  private EveryState(Draft draft, String name, Catalogs catalogs) {
    Track wanted = new Track(name);
    this.excerpt = DraftMapping.of(draft).about(Set.of(wanted));
    this.track = excerpt.track(wanted);
    this.catalogs = catalogs;
  }

  /** A state; no base: nothing was agreed on yet. */
  record State(Optional<Label> base, Observation salesforce, Observation hubspot, Lead lead) {
    private String told() {
      return "agreed on "
          + base.map(Label::name).orElse("nothing")
          + ", Salesforce "
          + shown(salesforce)
          + ", HubSpot "
          + shown(hubspot)
          + lead.converted().map(e -> ", converted " + e).orElse("")
          + lead.type().map(t -> ", " + t).orElse("");
    }

    private static String shown(Observation seen) {
      return seen.value().map(v -> "\"" + v + "\"").orElse(seen.kind().toString());
    }
  }

  /** What is concluded, without words for people. */
  record Decided(Reason reason, Optional<Label> to, Map<Side, Optional<RawValue>> writes) {
    boolean writes(Side side) {
      return writes.containsKey(side);
    }
  }

  Decided decide(State state) {
    Optional<Base> base =
        state.base.map(label -> vocabulary(state.lead.type()).base(label, Optional.empty()));
    TrackView view =
        new TrackView(base, state.salesforce, state.hubspot, Syncs.memory(1, Optional.empty()));
    PairView pair =
        new PairView(
            state.lead.isConverted(),
            state.lead.evidence(),
            state.lead.type(),
            Map.of(track.track(), view),
            9);
    TrackDecision decision =
        Objects.requireNonNull(
            Reconciler.decide(excerpt, catalogs, pair).tracks().get(track.track()));
    Map<Side, Optional<RawValue>> writes = new EnumMap<>(Side.class);
    for (FieldWrite write : decision.writes()) {
      writes.put(write.side(), write.value());
    }
    return new Decided(decision.reason(), decision.to(), writes);
  }

  private Vocabulary vocabulary(Optional<RecordType> type) {
    return vocabularies.computeIfAbsent(type, t -> new Vocabulary(track, catalogs, t));
  }

  private List<Lead> leads() {
    List<Optional<RecordType>> types = new ArrayList<>(List.of(Optional.empty()));
    OwnWords.types(track).forEach(type -> types.add(Optional.of(type)));
    List<Optional<Evidence>> told = new ArrayList<>(List.of(Optional.empty()));
    if (excerpt.conversion().isPresent()) {
      List.of(Evidence.OPEN, Evidence.WON, Evidence.LOST, Evidence.NONE)
          .forEach(e -> told.add(Optional.of(e)));
    }
    List<Lead> leads = new ArrayList<>();
    for (Optional<RecordType> type : types) {
      for (Optional<Evidence> evidence : told) {
        leads.add(new Lead(evidence, type, Optional.of(Side.SALESFORCE)));
      }
    }
    return leads;
  }

  private Set<Observation> shown(Side side, Optional<RecordType> type) {
    Set<Observation> all = new LinkedHashSet<>();
    for (Shown shown : vocabulary(type).shown(side)) {
      all.add(shown.seen());
      shown.values().forEach(value -> all.add(Observation.of(value)));
    }
    all.removeIf(seen -> seen.kind() == Observation.Kind.GONE);
    if (track.field(side).isPresent()) {
      all.removeIf(seen -> seen.kind() == Observation.Kind.UNREADABLE);
    }
    return all;
  }

  /** The first state, if any, of which something holds. */
  Optional<State> first(BiPredicate<State, Decided> holds) {
    List<Optional<Label>> bases = new ArrayList<>(List.of(Optional.empty()));
    track.labels().forEach(label -> bases.add(Optional.of(label.label())));
    for (Lead lead : leads()) {
      for (Optional<Label> base : bases) {
        for (Observation salesforce : shown(Side.SALESFORCE, lead.type())) {
          for (Observation hubspot : shown(Side.HUBSPOT, lead.type())) {
            State state =
                new State(
                    base,
                    lead.dated(Side.SALESFORCE, salesforce),
                    lead.dated(Side.HUBSPOT, hubspot),
                    lead);
            if (holds.test(state, decide(state))) {
              return Optional.of(state);
            }
          }
        }
      }
    }
    return Optional.empty();
  }

  /** Whether there is no such state. */
  boolean never(BiPredicate<State, Decided> holds) {
    return first(holds).isEmpty();
  }

  /**
   * A state that two drafts decide differently.
   *
   * @param one one of them
   * @param other has all words of the first
   */
  static Optional<String> apart(Draft one, Draft other, String track) {
    EveryState richer = new EveryState(other, track);
    EveryState poorer = new EveryState(one, track, richer.catalogs);
    return richer
        .first((state, decided) -> !decided.equals(poorer.decide(state)))
        .map(state -> state.told() + ": " + poorer.decide(state) + " or " + richer.decide(state));
  }

  /** A value that is read as a label on a side, or is written for it, whatever the record type. */
  Optional<RawValue> said(Side side, Label label) {
    Vocabulary words = vocabulary(Optional.empty());
    return words.table(side).written(label).stream()
        .findFirst()
        .or(
            () ->
                shown(side, Optional.empty()).stream()
                    .filter(seen -> words.table(side).meanings(seen.value()).contains(label))
                    .flatMap(seen -> seen.value().stream())
                    .findFirst());
  }
}
