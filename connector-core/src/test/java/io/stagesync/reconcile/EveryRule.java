package io.stagesync.reconcile;

import io.stagesync.mapping.Conversion;
import io.stagesync.mapping.Mapping;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * One vocabulary under every rule set at once.
 *
 * <p>What happens to a pair depends on the rules by its decisions alone. So a pair is followed for
 * all rule sets together, for as long as they decide alike; where they do not, the story is told
 * once for each way to decide. No rule set is left out by that, and none is told apart that makes
 * no difference.
 */
final class EveryRule {
  private final List<RuleSet> all = RuleSet.all();
  private final Map<RuleSet, Integer> numbers = new HashMap<>();
  private final List<Mapping> mappings;
  private final Map<RuleSet.Standing, Map<RuleSet, BitSet>> alike =
      new EnumMap<>(RuleSet.Standing.class);
  private final Map<Side, BitSet> neverWriting = new EnumMap<>(Side.class);
  private final Map<PairView, List<Way>> known = new ConcurrentHashMap<>();
  final Catalogs catalogs;

  EveryRule(Supplier<TrackBuilder> track, Optional<Conversion> conversion) {
    mappings = all.stream().map(r -> r.mapping(track.get(), conversion)).toList();
    catalogs = TestMappings.catalogs(mappings.get(0));
    all.forEach(rules -> numbers.put(rules, numbers.size()));
    for (RuleSet.Standing standing : RuleSet.Standing.values()) {
      Map<RuleSet, BitSet> groups = new LinkedHashMap<>();
      for (int i = 0; i < all.size(); i++) {
        groups.computeIfAbsent(all.get(i).asked(standing), r -> new BitSet()).set(i);
      }
      alike.put(standing, groups);
    }
    for (Side side : Side.values()) {
      BitSet never = new BitSet();
      for (int i = 0; i < all.size(); i++) {
        never.set(i, !all.get(i).direction().writes(side));
      }
      neverWriting.put(side, never);
    }
  }

  /** One way to decide a pair, and the rule sets that do, by number. */
  private record Way(PairDecision decision, BitSet rules) {}

  int count() {
    return all.size();
  }

  /** Any of the mappings: all that is not a rule is the same in each. */
  Mapping vocabulary() {
    return mappings.get(0);
  }

  RuleSet rules(int number) {
    return all.get(number);
  }

  int number(RuleSet rules) {
    return numbers.getOrDefault(rules, -1);
  }

  /** Where a pair stands, as far as it says which rules can be asked. */
  RuleSet.Standing standing(PairView pair) {
    Track track = vocabulary().tracks().get(0).track();
    boolean speaks = vocabulary().conversion().filter(c -> c.track().equals(track)).isPresent();
    if (pair.converted() && speaks) {
      return RuleSet.Standing.BY_EVIDENCE;
    }
    Optional<Base> base = Optional.ofNullable(pair.tracks().get(track)).flatMap(TrackView::base);
    // A base of the converted lead before is none of the new open lead.
    return base.filter(b -> pair.converted() || b.evidence().isEmpty()).isPresent()
        ? RuleSet.Standing.WITH_BASE
        : RuleSet.Standing.FIRST_SIGHT;
  }

  /** What one rule set decides. */
  PairDecision decide(int rules, PairView pair) {
    return Reconciler.decide(mappings.get(rules), catalogs, dated(pair, all.get(rules).last()));
  }

  private static PairView dated(PairView pair, RuleSet.Last last) {
    Map<Track, TrackView> tracks = new LinkedHashMap<>();
    pair.tracks()
        .forEach(
            (track, t) ->
                tracks.put(
                    track,
                    new TrackView(
                        t.base(),
                        t.salesforce().changed(last.window(Side.SALESFORCE)),
                        t.hubspot().changed(last.window(Side.HUBSPOT)),
                        t.memory())));
    return new PairView(pair.converted(), pair.evidence(), pair.recordType(), tracks, pair.run());
  }

  private List<Way> ways(PairView pair) {
    return known.computeIfAbsent(
        pair,
        p -> {
          Map<PairDecision, BitSet> ways = new LinkedHashMap<>();
          Objects.requireNonNull(alike.get(standing(p)))
              .forEach(
                  (asked, rules) ->
                      ways.computeIfAbsent(
                              wordless(decide(rules.nextSetBit(0), p)), d -> new BitSet())
                          .or(rules));
          List<Way> list = new ArrayList<>();
          ways.forEach((decision, rules) -> list.add(new Way(decision, rules)));
          return list;
        });
  }

  /** A decision without its sentences, which name the rule; they only have to be there. */
  static PairDecision wordless(PairDecision pair) {
    Map<Track, TrackDecision> tracks = new LinkedHashMap<>();
    pair.tracks()
        .forEach(
            (track, d) -> {
              boolean stopped = d.outcome() == Outcome.HELD || d.outcome() == Outcome.CONFLICT;
              if (d.why().isBlank() || (stopped && d.release().isBlank())) {
                throw new AssertionError("not explained: " + d);
              }
              tracks.put(
                  track,
                  new TrackDecision(
                      d.reason(),
                      d.from(),
                      d.to(),
                      d.writes(),
                      d.base(),
                      d.baseWhenWritten(),
                      d.memory(),
                      "",
                      "",
                      d.wantsHistory(),
                      d.again()));
            });
    return new PairDecision(tracks, List.of());
  }

  /** Tells a story as often as it takes to have told it under every rule set. */
  void tell(Consumer<Fork> story) {
    BitSet everything = new BitSet();
    everything.set(0, all.size());
    tell(everything, story);
  }

  private void tell(BitSet rules, Consumer<Fork> story) {
    Deque<BitSet> untold = new ArrayDeque<>(List.of(rules));
    while (!untold.isEmpty()) {
      story.accept(new Fork(untold.pop(), untold));
    }
  }

  /** The rule sets that have decided alike so far. */
  final class Fork {
    private BitSet rules;
    private final Deque<BitSet> others;

    private Fork(BitSet rules, Deque<BitSet> others) {
      this.rules = rules;
      this.others = others;
    }

    /** Decides as some of the rule sets do; the others get a telling of their own. */
    PairDecision decide(PairView pair) {
      for (Way way : ways(pair)) {
        if (way.rules().intersects(rules)) {
          BitSet others = (BitSet) rules.clone();
          others.andNot(way.rules());
          if (!others.isEmpty()) {
            this.others.push(others);
            rules = (BitSet) rules.clone();
            rules.and(way.rules());
          }
          return way.decision();
        }
      }
      throw new IllegalStateException("no rule set decides " + pair);
    }

    /** Tells a story of its own under the rule sets of here. */
    void tell(Consumer<Fork> story) {
      EveryRule.this.tell(rules, story);
    }

    /** Whether a rule set of here never writes a side. */
    boolean forbids(Side side) {
      return Objects.requireNonNull(neverWriting.get(side)).intersects(rules);
    }

    int size() {
      return rules.cardinality();
    }

    /** One of the rule sets of here, to name it in a message. */
    RuleSet example() {
      return all.get(rules.nextSetBit(0));
    }
  }
}
