package io.stagesync.engine;

import io.stagesync.engine.Preview.Move;
import io.stagesync.mapping.Mapping;
import io.stagesync.reconcile.FieldWrite;
import io.stagesync.reconcile.PairDecision;
import io.stagesync.reconcile.Reason;
import io.stagesync.reconcile.TrackDecision;
import io.stagesync.state.Corrections.Tally;
import io.stagesync.state.Pair;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Adds up what would be written; what it keeps does not grow with the number of pairs. */
final class MoveTally {
  /** A text field may hold anything; so many different values are told apart. */
  private static final int VALUES = 200;

  private static final String OTHERS = "(other values)";

  private final int rows;
  private final List<CappedLabel> capped;
  private final Map<Group, FirstFew<PlanRow>> groups = new HashMap<>();
  private final Map<Group, Long> forChange = new HashMap<>();
  private final Map<Track, Set<String>> values = new HashMap<>();
  private final Map<CappedLabel, Long> effects = new HashMap<>();
  private final Map<Side, Long> written = new EnumMap<>(Side.class);
  private long touched;
  private long clears;

  /**
   * @param rows how many rows of each kind are kept
   */
  MoveTally(Mapping mapping, int rows) {
    this.rows = rows;
    this.capped = CappedLabel.of(mapping);
  }

  private record Group(
      Side side, Track track, String was, String now, Reason reason, String from, String to) {}

  /** Adds what would be written for a pair. */
  void add(Pair pair, PairDecision after, Set<Track> changed) {
    var sides = new HashSet<Side>();
    var entered = new HashSet<CappedLabel>();
    after
        .tracks()
        .forEach(
            (track, decision) ->
                decision
                    .writes()
                    .forEach(
                        write -> {
                          sides.add(write.side());
                          clears += write.clearFirst() ? 1 : 0;
                          var to = decision.to().map(Label::name).orElse("");
                          capped.stream()
                              .filter(c -> c.isEnteredBy(track, to, write))
                              .forEach(entered::add);
                          write(pair, track, decision, write, changed.contains(track));
                        }));
    sides.forEach(side -> written.merge(side, 1L, Long::sum));
    entered.forEach(label -> effects.merge(label, 1L, Long::sum));
    touched += sides.isEmpty() ? 0 : 1;
  }

  private void write(
      Pair pair, Track track, TrackDecision decision, FieldWrite write, boolean onlyForChange) {
    var from = decision.from().map(Label::name).orElse("");
    var to = decision.to().map(Label::name).orElse("");
    var group =
        new Group(
            write.side(),
            track,
            told(track, write.expected()),
            told(track, write.value()),
            decision.reason(),
            from,
            to);
    groups
        .computeIfAbsent(group, g -> new FirstFew<>(rows))
        .add(
            new PlanRow(
                pair.lead(),
                pair.contact(),
                track,
                write,
                decision.reason(),
                from,
                to,
                decision.why(),
                onlyForChange));
    if (onlyForChange) {
      forChange.merge(group, 1L, Long::sum);
    }
  }

  /**
   * A value as text; from a certain number on, values that nobody saw before are told as others.
   */
  private String told(Track track, Optional<RawValue> value) {
    if (value.isEmpty()) {
      return "";
    }
    var known = values.computeIfAbsent(track, t -> new HashSet<>());
    var text = value.get().text();
    return known.contains(text) || (known.size() < VALUES && known.add(text)) ? text : OTHERS;
  }

  /** What it takes to carry it out. */
  CallsToApply calls() {
    return new CallsToApply(touched, written, clears);
  }

  /** As the limits look at them. */
  List<Tally> tallies() {
    return groups.entrySet().stream()
        .map(
            e -> {
              var g = e.getKey();
              return new Tally(
                  g.side(),
                  g.track(),
                  g.reason(),
                  g.from(),
                  g.to(),
                  g.now(),
                  e.getValue().count(),
                  0);
            })
        .toList();
  }

  /** Whom it would bring to labels that set something off. */
  List<SideEffect> sideEffects() {
    return capped.stream()
        .filter(effects::containsKey)
        .map(c -> new SideEffect(c.track(), c.label(), effects.getOrDefault(c, 0L), c.effects()))
        .toList();
  }

  /** From value to value, the most first. */
  List<Move> moves() {
    var byValues = new HashMap<List<Object>, Move>();
    groups.forEach(
        (g, few) ->
            byValues.merge(
                List.of(g.side(), g.track(), g.was(), g.now()),
                new Move(
                    g.side(),
                    g.track(),
                    g.was(),
                    g.now(),
                    few.count(),
                    forChange.getOrDefault(g, 0L),
                    few.first()),
                this::together));
    return byValues.values().stream()
        .sorted(
            Comparator.comparingLong(Move::count)
                .reversed()
                .thenComparing(Move::track)
                .thenComparing(Move::side)
                .thenComparing(Move::was)
                .thenComparing(Move::now))
        .toList();
  }

  private Move together(Move one, Move other) {
    var first = new ArrayList<>(one.first());
    first.addAll(other.first());
    return new Move(
        one.side(),
        one.track(),
        one.was(),
        one.now(),
        one.count() + other.count(),
        one.forChange() + other.forChange(),
        first.stream().limit(rows).toList());
  }
}
