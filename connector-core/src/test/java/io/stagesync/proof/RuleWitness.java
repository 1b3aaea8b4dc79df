package io.stagesync.proof;

import static io.stagesync.proof.Witness.changed;
import static io.stagesync.proof.Witness.seen;

import io.stagesync.mapping.DiagnosticId;
import io.stagesync.proof.Draft.LabelDraft;
import io.stagesync.proof.Draft.RuleDraft;
import io.stagesync.proof.Draft.Said;
import io.stagesync.proof.Draft.TrackDraft;
import io.stagesync.proof.Witness.Kind;
import io.stagesync.proof.Witness.Look;
import io.stagesync.proof.Witness.Seen;
import io.stagesync.reconcile.Reason;
import io.stagesync.vocabulary.Side;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** What is wrong with rules that go round, wait for ever, or hang on their order. */
final class RuleWitness {
  /** More syncs than anything needs that comes to rest. */
  private static final int LONG = 6;

  private RuleWitness() {}

  static void add(Map<DiagnosticId, Look> looks) {
    looks.put(DiagnosticId.RULE_CYCLE, RuleWitness::turns);
    looks.put(DiagnosticId.RULE_WITHOUT_CONDITION, RuleWitness::editBesideRule);
    looks.put(DiagnosticId.RULE_ORDER_MATTERS, RuleWitness::eitherRule);
    looks.put(DiagnosticId.BACKWARD_RULE_BESIDE, RuleWitness::twoOrders);
    for (DiagnosticId never : List.of(DiagnosticId.RULE_BACKWARD, DiagnosticId.RULE_BELOW_FLOOR)) {
      looks.put(never, draft -> rules(draft, rule -> neverDone(draft, rule)));
    }
    looks.put(
        DiagnosticId.RULE_NEVER_WRITES,
        draft -> rules(draft, rule -> neverDone(draft, rule).or(() -> neverThere(draft, rule))));
    looks.put(
        DiagnosticId.RULE_DRIVES_ONE_WAY,
        draft -> oneSide(draft).or(() -> rules(draft, rule -> neverDone(draft, rule))));
    looks.put(
        DiagnosticId.RULE_DRIVES_ITSELF,
        draft -> rules(draft, rule -> neverDone(draft, rule).or(() -> neverStoodAt(draft, rule))));
  }

  private static Optional<Seen> rules(
      Supplier<Draft> draft, Function<RuleDraft, Optional<Seen>> look) {
    return draft.get().rules.stream().flatMap(r -> look.apply(r).stream()).findFirst();
  }

  /** A moment before a rule: what its tracks are agreed on, and who brings the driver in. */
  record Start(Map<String, String> agreed, Side by) {
    Walk walk(Draft draft) {
      return new Walk(draft, agreed);
    }
  }

  /** Every label or blank of all tracks that a rule joins, and either side. */
  private static Stream<Start> starts(Draft draft, RuleDraft rule) {
    List<Map<String, String>> agreed = new ArrayList<>(List.of(Map.of()));
    for (TrackDraft track : draft.tracks) {
      if (!track.name.equals(rule.when()) && !track.name.equals(rule.driven())) {
        continue;
      }
      List<Map<String, String>> more = new ArrayList<>();
      for (Map<String, String> before : agreed) {
        more.add(before);
        for (LabelDraft label : RuleHarms.said(track)) {
          Map<String, String> after = new HashMap<>(before);
          after.put(track.name, label.name);
          more.add(after);
        }
      }
      agreed = more;
    }
    return agreed.stream().flatMap(a -> Stream.of(Side.values()).map(by -> new Start(a, by)));
  }

  /** Nobody edits, and it writes and writes. */
  private static Optional<Seen> turns(Supplier<Draft> draft) {
    return seen(
        Kind.LAW, turningStart(draft.get()).map(s -> "from " + s + " it writes without an end"));
  }

  /** From where, and by which rule, it never comes to rest. */
  record Turning(Start start, RuleDraft rule) {}

  static Optional<Turning> turningStart(Draft draft) {
    return found(
        draft,
        (rule, start) -> {
          Walk walk = start.walk(draft).edit(rule.when(), start.by, rule.enters());
          walk.sync(LONG);
          return walk.sync(LONG) == LONG;
        });
  }

  /** From where a rule writes the side that leads its track. */
  static Optional<Turning> oneSidedStart(Draft draft) {
    return found(
        draft,
        (rule, start) -> {
          TrackDraft driven = draft.track(rule.driven());
          Walk walk = start.walk(draft).edit(rule.when(), start.by, rule.enters());
          walk.sync(LONG);
          return walk.decided().stream()
              .filter(d -> d.reason() == Reason.RULE)
              .flatMap(d -> d.writes().stream())
              .anyMatch(write -> !driven.writes(write.side()));
        });
  }

  private static Optional<Turning> found(Draft draft, BiPredicate<RuleDraft, Start> holds) {
    return draft.rules.stream()
        .flatMap(
            rule ->
                starts(draft, rule)
                    .filter(start -> holds.test(rule, start))
                    .map(start -> new Turning(start, rule)))
        .findFirst();
  }

  /** An edit of the driven track, seen before the rule or after it, leads to two results. */
  private static Optional<Seen> editBesideRule(Supplier<Draft> draft) {
    Draft read = draft.get();
    return rules(
        draft,
        rule ->
            rule.onlyIf().isPresent()
                ? Optional.empty()
                : seen(
                    Kind.TWO_READINGS,
                    starts(read, rule)
                        .flatMap(
                            start ->
                                RuleHarms.said(read.track(rule.driven())).stream()
                                    .filter(l -> !l.name.equals(rule.target()))
                                    .flatMap(l -> twoOrders(read, rule, start, l).stream()))
                        .findFirst()));
  }

  private static Optional<String> twoOrders(
      Draft draft, RuleDraft rule, Start start, LabelDraft edit) {
    Walk first = start.walk(draft).edit(rule.driven(), start.by, edit.name);
    first.sync(2);
    first.edit(rule.when(), start.by, rule.enters()).sync(LONG);
    Walk then = start.walk(draft).edit(rule.when(), start.by, rule.enters());
    then.sync(2);
    then.edit(rule.driven(), start.by, edit.name).sync(LONG);
    return different(rule.driven(), first, then);
  }

  private static Optional<String> different(String track, Walk one, Walk other) {
    return one.shows(track).equals(other.shows(track))
        ? Optional.empty()
        : Optional.of(track + " comes to " + one.shows(track) + ", or to " + other.shows(track));
  }

  /** Two rules of one moment: each alone leads elsewhere; of two moments: so does their order. */
  private static Optional<Seen> eitherRule(Supplier<Draft> draft) {
    return pairs(
            draft,
            (one, other) ->
                starts(draft.get(), one)
                    .flatMap(
                        start -> {
                          Draft first = changed(draft, d -> d.rules.remove(other));
                          Draft second = changed(draft, d -> d.rules.remove(one));
                          Walk a = start.walk(first).edit(one.when(), start.by, one.enters());
                          Walk b = start.walk(second).edit(one.when(), start.by, one.enters());
                          a.sync(LONG);
                          b.sync(LONG);
                          return one.when().equals(other.when())
                                  && one.enters().equals(other.enters())
                              ? different(one.driven(), a, b).stream()
                              : Stream.empty();
                        })
                    .findFirst())
        .or(() -> twoOrders(draft));
  }

  /** What two rules lead to, entered one after the other, in either order. */
  private static Optional<Seen> twoOrders(Supplier<Draft> draft) {
    return pairs(
        draft,
        (one, other) ->
            starts(draft.get(), one)
                .flatMap(
                    start -> {
                      Walk a = inOrder(start.walk(draft.get()), start.by, one, other);
                      Walk b = inOrder(start.walk(draft.get()), start.by, other, one);
                      return different(one.driven(), a, b).stream();
                    })
                .findFirst());
  }

  private static Walk inOrder(Walk walk, Side by, RuleDraft one, RuleDraft other) {
    walk.edit(one.when(), by, one.enters()).sync(2);
    walk.edit(other.when(), by, other.enters()).sync(LONG);
    return walk;
  }

  /** Looks at two rules of one driven track. */
  private interface Pair {
    Optional<String> look(RuleDraft one, RuleDraft other);
  }

  private static Optional<Seen> pairs(Supplier<Draft> draft, Pair pair) {
    List<RuleDraft> rules = draft.get().rules;
    return seen(
        Kind.TWO_READINGS,
        rules.stream()
            .flatMap(
                one ->
                    rules.subList(rules.indexOf(one) + 1, rules.size()).stream()
                        .filter(other -> other.driven().equals(one.driven()))
                        .flatMap(other -> pair.look(one, other).stream()))
            .findFirst());
  }

  /** Wherever the driver is brought in, the rule writes nothing. */
  private static Optional<Seen> neverDone(Supplier<Draft> draft, RuleDraft rule) {
    Draft read = changed(draft, d -> d.rules.retainAll(List.of(rule)));
    return seen(
        Kind.NEVER,
        starts(read, rule).noneMatch(start -> written(read, rule, start)),
        "the rule " + rule + " is never carried out");
  }

  /** Where a blank means its label already, a rule writes the other side, and never this one. */
  private static Optional<Seen> neverThere(Supplier<Draft> draft, RuleDraft rule) {
    Draft read = changed(draft, d -> d.rules.retainAll(List.of(rule)));
    LabelDraft target = read.track(rule.driven()).label(rule.target());
    return Stream.of(Side.values())
        .filter(side -> !target.on(side).is(Said.OWN) && !target.on(side).is(Said.SHARES))
        .flatMap(
            side ->
                seen(
                    Kind.NEVER,
                    starts(read, rule).noneMatch(start -> writes(read, rule, start, side)),
                    "the rule " + rule + " never writes " + side)
                    .stream())
        .findFirst();
  }

  private static boolean writes(Draft draft, RuleDraft rule, Start start, Side side) {
    Walk walk = start.walk(draft).edit(rule.when(), start.by, rule.enters());
    walk.sync(LONG);
    return walk.decided().stream()
        .filter(d -> d.reason() == Reason.RULE)
        .flatMap(d -> d.writes().stream())
        .anyMatch(write -> write.side() == side);
  }

  private static boolean written(Draft draft, RuleDraft rule, Start start) {
    Walk walk = start.walk(draft).edit(rule.when(), start.by, rule.enters());
    walk.sync(LONG);
    return walk.decided().stream().anyMatch(d -> d.reason() == Reason.RULE);
  }

  /** A rule writes both sides or neither, and this one writes the side that leads. */
  private static Optional<Seen> oneSide(Supplier<Draft> draft) {
    return seen(
        Kind.LAW,
        oneSidedStart(draft.get()).map(s -> "from " + s + " a rule writes the side that leads"));
  }

  /** Whoever was elsewhere and is brought to the label is taken away from it at once. */
  private static Optional<Seen> neverStoodAt(Supplier<Draft> draft, RuleDraft rule) {
    Draft read = draft.get();
    return seen(
        Kind.NEVER,
        starts(read, rule)
            .filter(start -> start.agreed.containsKey(rule.when()))
            .filter(start -> !rule.enters().equals(start.agreed.get(rule.when())))
            .noneMatch(
                start -> {
                  Walk walk = start.walk(read).edit(rule.when(), start.by, rule.enters());
                  walk.sync(LONG);
                  return walk.stands(rule.when(), rule.enters());
                }),
        "nobody is ever left at " + rule.enters());
  }
}
