package io.stagesync.reconcile;

import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.vocabulary.Evidence;
import io.stagesync.vocabulary.FieldCatalog;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.RecordType;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * Two CRMs of one record each, and the least that an engine has to do between them: decide, write,
 * look at the echo, store. It can be killed between any two steps.
 */
final class PairModel {
  /** One write that reached a CRM. */
  record Sent(TrackDecision decision, FieldWrite write, Optional<RawValue> shown) {}

  /** The process is gone; what the CRMs and the store hold remains. */
  static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  final Mapping mapping;
  final Catalogs catalogs;
  boolean converted;
  Evidence evidence = Evidence.NONE;
  Optional<RecordType> recordType = Optional.empty();
  final Map<Side, Map<Track, Observation>> shown = new EnumMap<>(Side.class);
  final Map<Track, Base> bases = new LinkedHashMap<>();
  final Map<Track, Memory> memories = new LinkedHashMap<>();
  final List<Sent> sent = new ArrayList<>();
  Side first = Side.SALESFORCE;
  Function<PairView, PairDecision> decider;
  long run = 1;
  int steps;
  int killAt = -1;

  PairModel(Mapping mapping, Catalogs catalogs) {
    this.mapping = mapping;
    this.catalogs = catalogs;
    this.decider = view -> Reconciler.decide(mapping, catalogs, view);
    for (Side side : Side.values()) {
      shown.put(side, new LinkedHashMap<>());
      for (TrackMapping track : mapping.tracks()) {
        boolean bound = track.field(side).isPresent();
        var kind = bound ? Observation.Kind.BLANK : Observation.Kind.UNREADABLE;
        on(side).put(track.track(), Observation.of(kind));
      }
    }
  }

  Map<Track, Observation> on(Side side) {
    return Objects.requireNonNull(shown.get(side));
  }

  Observation seen(Track track, Side side) {
    return Objects.requireNonNull(on(side).get(track));
  }

  PairModel show(Track track, Side side, String raw) {
    on(side)
        .put(
            track,
            raw.isEmpty()
                ? Observation.of(Observation.Kind.BLANK)
                : Observation.of(new RawValue(raw)));
    return this;
  }

  PairModel base(Track track, Base base) {
    bases.put(track, base);
    return this;
  }

  PairView view() {
    Map<Track, TrackView> tracks = new LinkedHashMap<>();
    for (TrackMapping t : mapping.tracks()) {
      Track track = t.track();
      tracks.put(
          track,
          new TrackView(
              Optional.ofNullable(bases.get(track)),
              seen(track, Side.SALESFORCE),
              seen(track, Side.HUBSPOT),
              memory(track)));
    }
    return new PairView(converted, evidence, recordType, tracks, run);
  }

  Memory memory(Track track) {
    return memories.getOrDefault(track, Memory.NONE);
  }

  PairDecision decide() {
    return decider.apply(view());
  }

  /** One run: decide, then push to each side until nothing waits there. Returns what it wrote. */
  int round() {
    int before = sent.size();
    PairDecision pair = decide();
    store(pair);
    if (pair.tracks().values().stream().anyMatch(d -> !d.writes().isEmpty())) {
      push(first);
      push(first.other());
    }
    run++;
    return sent.size() - before;
  }

  /** A run that is killed before its given step, and says whether it was. */
  boolean killedAt(int step) {
    steps = 0;
    killAt = step;
    try {
      round();
      return false;
    } catch (Killed killed) {
      run++;
      return true;
    } finally {
      killAt = -1;
    }
  }

  private void step() {
    if (steps++ == killAt) {
      throw new Killed();
    }
  }

  private void store(PairDecision pair) {
    pair.tracks()
        .forEach(
            (track, decision) -> {
              memories.put(track, decision.memory());
              keep(track, decision.base());
            });
  }

  private void keep(Track track, Optional<Base> base) {
    base.ifPresentOrElse(b -> bases.put(track, b), () -> bases.remove(track));
  }

  private void push(Side side) {
    PairDecision pair = decide();
    List<FieldWrite> clears = writes(pair, side).stream().filter(FieldWrite::clearFirst).toList();
    if (writes(pair, side).isEmpty()) {
      return;
    }
    for (FieldWrite write : clears) {
      Track track = mapping.trackOf(write.field()).orElseThrow();
      Memory m = memory(track);
      memories.put(track, m.with(m.refused(), write.expected()));
      step();
      on(side).put(track, Observation.of(Observation.Kind.BLANK));
      step();
    }
    if (!clears.isEmpty()) {
      pair = decide();
    }
    step();
    Map<Track, TrackDecision> carried = new LinkedHashMap<>();
    for (FieldWrite write : writes(pair, side)) {
      Track track = mapping.trackOf(write.field()).orElseThrow();
      TrackDecision decision = Objects.requireNonNull(pair.tracks().get(track));
      sent.add(new Sent(decision, write, write.expected()));
      if (!seen(track, side).value().equals(write.expected())) {
        throw new IllegalStateException("a write that expects what is not there: " + write);
      }
      set(track, write);
      carried.put(track, decision);
    }
    step();
    carried.forEach((track, decision) -> verified(track, decision, side));
    store(decide());
    step();
  }

  private static List<FieldWrite> writes(PairDecision pair, Side side) {
    return pair.tracks().values().stream()
        .flatMap(d -> d.writes().stream())
        .filter(w -> w.side() == side)
        .toList();
  }

  /** A forward-only field answers an earlier value with success and keeps what it has. */
  private void set(Track track, FieldWrite write) {
    FieldCatalog field = catalogs.on(write.side()).field(write.field()).orElseThrow();
    Optional<RawValue> now = seen(track, write.side()).value();
    boolean kept =
        field.forwardOnly()
            && now.isPresent()
            && write.value().isPresent()
            && field.order(write.value().get()) < field.order(now.get());
    if (!kept) {
      on(write.side())
          .put(
              track,
              write.value().map(Observation::of).orElse(Observation.of(Observation.Kind.BLANK)));
    }
  }

  private void verified(Track track, TrackDecision decision, Side side) {
    for (FieldWrite write : decision.writes()) {
      if (write.side() == side && !seen(track, side).value().equals(write.value())) {
        throw new IllegalStateException("the target kept its value: " + write);
      }
    }
    if (decision.writes().stream().allMatch(w -> w.side() == side)) {
      keep(track, decision.baseWhenWritten());
    }
  }

  /** Everything that a later run could tell apart. */
  String end() {
    return view().tracks() + " " + outcome();
  }

  /** What both sides show and what is decided about it. */
  String outcome() {
    StringBuilder text = new StringBuilder();
    PairDecision pair = decide();
    for (TrackMapping t : mapping.tracks()) {
      TrackDecision d = Objects.requireNonNull(pair.tracks().get(t.track()));
      text.append(t.track())
          .append(": ")
          .append(seen(t.track(), Side.SALESFORCE).value().map(RawValue::text).orElse("-"))
          .append(" / ")
          .append(seen(t.track(), Side.HUBSPOT).value().map(RawValue::text).orElse("-"))
          .append(' ')
          .append(d.reason())
          .append(' ')
          .append(d.to().map(Label::name).orElse("-"))
          .append(" base ")
          .append(
              Optional.ofNullable(bases.get(t.track()))
                  .map(b -> b.label() + "/" + b.rulesRanFor())
                  .orElse("-"))
          .append("; ");
    }
    return text.toString();
  }
}
