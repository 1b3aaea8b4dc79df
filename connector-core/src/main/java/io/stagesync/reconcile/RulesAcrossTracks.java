package io.stagesync.reconcile;

import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.Rule;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.reconcile.PairDecision.Finding;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.Track;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the tracks' moves do to each other.
 *
 * <p>A rule fires on entry: when the label that a track is agreed on, or is about to be, is not the
 * one for which its rules last ran. What fires is computed in rounds: every round looks at all
 * rules, with what has been entered so far, against the labels from before any rule. What a driven
 * label requires, and is given, is entered beside it; where it takes the place of a clear or a
 * hold, that is what the track comes to before further rules, as if its own push had required it.
 * What was entered only grows, so the rounds end; and since a round asks all rules alike, the order
 * of rules has no effect. The rounds that are allowed are far more than any chain that the loader
 * accepts.
 *
 * <p>The memory of a track moves in a decision that finds it agreed and every rule of its entry
 * settled, by looking at what both sides then show. That is later than the driven writes, never
 * earlier, so a kill anywhere leaves the entry open and the rule is asked again.
 */
final class RulesAcrossTracks {
  private final Mapping mapping;
  private final Map<Track, TrackCase> cases;
  private final Map<Track, Verdict> own;
  private final Map<Track, Verdict> verdicts = new LinkedHashMap<>();
  private final Map<Track, Set<Label>> entered = new LinkedHashMap<>();
  private Map<Track, Verdict> supplied = Map.of();
  private List<RuleEffect> effects = List.of();

  private RulesAcrossTracks(Mapping mapping, Map<Track, TrackCase> cases, Map<Track, Verdict> own) {
    this.mapping = mapping;
    this.cases = cases;
    this.own = own;
  }

  static RulesAcrossTracks run(
      Mapping mapping, Map<Track, TrackCase> cases, Map<Track, Verdict> own) {
    var rules = new RulesAcrossTracks(mapping, cases, own);
    if (mapping.rules().isEmpty()) {
      return rules;
    }
    rules.enterOwnMoves();
    rules.untilNothingIsEntered();
    if (rules.enterFirstLabels()) {
      rules.untilNothingIsEntered();
    }
    return rules;
  }

  private void untilNothingIsEntered() {
    boolean more = true;
    for (int round = 0; more && round < ROUNDS; round++) {
      more = round();
    }
  }

  private static final int ROUNDS = 50;

  /** The verdicts that rules put in place of a track's own. */
  Map<Track, Verdict> verdicts() {
    return verdicts;
  }

  /** What people should know of rules that did nothing. */
  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    for (RuleEffect effect : effects) {
      Optional<Finding.Code> code =
          switch (effect.kind()) {
            case WAITS -> Optional.of(Finding.Code.RULE_WAITS);
            case YIELDED -> Optional.of(Finding.Code.RULE_YIELDED);
            case REPORTED -> Optional.of(Finding.Code.RULE_AT_FIRST_SIGHT);
            case DRIVES, REACHED, UNDER_WAY, DROPPED -> Optional.empty();
          };
      if (code.isPresent()) {
        findings.add(new Finding(code.get(), effect.driven(), sentence(effect)));
      }
    }
    return findings;
  }

  /**
   * Whether a track's entry is done with. A track that a pending entry of another one might still
   * move keeps its old memory, too, for it is what shows that a person took it back meanwhile; and
   * the entry of one that waits for a third is pending as long as that one's is.
   */
  boolean settled(Track track) {
    return settled(track, new HashSet<>());
  }

  private boolean settled(Track track, Set<Track> asked) {
    TrackCase c = cases.get(track);
    if (!asked.add(track)) {
      return true;
    }
    if (c != null && Pause.of(c)) {
      return false;
    }
    for (RuleEffect effect : effects) {
      boolean pending = effect.driver().equals(track) && !effect.settled();
      boolean maybeMoved =
          effect.driven().equals(track)
              && !(agreed(effect.driver()) && settled(effect.driver(), asked));
      if (pending || maybeMoved) {
        return false;
      }
    }
    return true;
  }

  private boolean agreed(Track track) {
    Verdict ruled = verdicts.get(track);
    Verdict verdict = ruled == null ? own.get(track) : ruled;
    return verdict != null && verdict.agreed();
  }

  private void enterOwnMoves() {
    cases.forEach(
        (track, c) -> {
          Optional<Label> label = verdict(track).flatMap(Verdict::label);
          // What only a changed mapping calls another label was not entered by anybody. Nor does a
          // paused track lead others on; it enters once it is released.
          boolean enters = label.isPresent() && isOwnMove(track) && !c.doubtful() && !Pause.of(c);
          if (enters && !c.rulesRanFor(label.get()).equals(label)) {
            enter(track, label.get());
          }
        });
  }

  private boolean isOwnMove(Track track) {
    Verdict own = verdict(track).orElseThrow();
    return (own.agreed() || own.pushed()) && !NewLead.begins(own);
  }

  /** What new leads begin with is entered where no rule has led further. */
  private boolean enterFirstLabels() {
    boolean more = false;
    for (Track track : cases.keySet()) {
      Optional<Label> label = verdict(track).filter(NewLead::begins).flatMap(Verdict::label);
      if (label.isPresent() && !verdicts.containsKey(track)) {
        more |= enter(track, label.get());
      }
    }
    return more;
  }

  private boolean enter(Track track, Label label) {
    return entered.computeIfAbsent(track, t -> new LinkedHashSet<>()).add(label);
  }

  /** One look at all rules; whether something new was entered by it. */
  private boolean round() {
    effects = fired();
    verdicts.clear();
    if (effects.isEmpty()) {
      return false;
    }
    Map<Track, Label> moved = new LinkedHashMap<>();
    Map<Track, Verdict> needed = new LinkedHashMap<>();
    for (var one : cases.entrySet()) {
      drive(one.getKey(), one.getValue(), moved, needed);
    }
    // A rule that leads further from what was supplied, or elsewhere, fills what was needed, too.
    needed.forEach(
        (track, need) ->
            verdicts.merge(track, need, (now, n) -> now.reason() == Reason.RULE ? now : n));
    boolean more = !needed.equals(supplied);
    supplied = needed;
    for (var move : moved.entrySet()) {
      more |= enter(move.getKey(), move.getValue());
    }
    return more;
  }

  /**
   * Leads one track to where the rules take it.
   *
   * @param moved gets what is entered by that
   * @param needed gets what has to be supplied beside it
   */
  private void drive(
      Track track, TrackCase c, Map<Track, Label> moved, Map<Track, Verdict> needed) {
    List<RuleEffect> here = driving(track);
    RuleTargets targets = RuleTargets.of(c, effects, verdict(track));
    if (targets.torn()) {
      effects = waiting(effects, here, targets.words());
      targets.verdict().ifPresent(held -> verdicts.put(track, held));
      return;
    }
    Optional<Label> target = targets.furthest();
    if (target.isEmpty()) {
      return;
    }
    RuleVerdict verdict = RuleVerdict.of(cases, own, c, here, target.get());
    if (verdict.verdicts().isEmpty()) {
      effects = waiting(effects, here, verdict.obstacle());
      return;
    }
    for (var one : verdict.verdicts().entrySet()) {
      (one.getKey().equals(track) ? verdicts : needed).put(one.getKey(), one.getValue());
    }
    moved.put(track, target.get());
    given(track, verdict).forEach(moved::putIfAbsent);
    if (agreed(track)) {
      effects = effects.stream().map(e -> here.contains(e) ? e.reached() : e).toList();
    }
  }

  private List<RuleEffect> driving(Track driven) {
    List<RuleEffect> here = new ArrayList<>();
    for (RuleEffect effect : effects) {
      if (effect.driven().equals(driven) && effect.kind() == RuleEffect.Kind.DRIVES) {
        here.add(effect);
      }
    }
    return here;
  }

  /** What is supplied beside a driven track, and entered by that. */
  private Map<Track, Label> given(Track driven, RuleVerdict verdict) {
    Map<Track, Label> given = new LinkedHashMap<>();
    verdict
        .verdicts()
        .forEach(
            (track, companion) ->
                companion
                    .label()
                    .filter(label -> !track.equals(driven) && isEntry(track, label))
                    .ifPresent(label -> given.put(track, label)));
    return given;
  }

  private boolean isEntry(Track track, Label label) {
    return Optional.ofNullable(cases.get(track))
        .filter(c -> !c.rulesRanFor(label).equals(Optional.of(label)))
        .isPresent();
  }

  private List<RuleEffect> fired() {
    List<RuleEffect> fired = new ArrayList<>();
    for (Rule rule : mapping.rules()) {
      boolean fires = entered.getOrDefault(rule.when(), Set.of()).contains(rule.enters());
      Optional<TrackCase> driver = Optional.ofNullable(cases.get(rule.when()));
      if (!fires || driver.isEmpty()) {
        continue;
      }
      for (TrackMapping then : mapping.tracks()) {
        Optional<Label> target = Optional.ofNullable(rule.then().get(then.track()));
        if (target.isEmpty()) {
          continue;
        }
        Optional<TrackCase> driven = Optional.ofNullable(cases.get(then.track()));
        Optional<Verdict> verdict = beforeMoreRules(then.track());
        if (driven.isPresent() && verdict.isPresent()) {
          // A step back is an entry, also from a label for which rules had not run yet.
          boolean firstSight = driver.get().rulesRanFor(rule.enters()).isEmpty();
          fired.add(RuleEffect.of(rule, firstSight, driven.get(), target.get(), verdict.get()));
        }
      }
    }
    return fired;
  }

  /** What a track comes to by itself, or is given where that would leave it blank. */
  private Optional<Verdict> beforeMoreRules(Track track) {
    Optional<Verdict> own = verdict(track);
    if (own.isEmpty() || !supplied.containsKey(track)) {
      return own;
    }
    Verdict v = own.get();
    boolean blank = v.reason() == Reason.CLEARED || (!v.agreed() && !v.pushed());
    return blank ? Optional.ofNullable(supplied.get(track)) : own;
  }

  private static List<RuleEffect> waiting(
      List<RuleEffect> all, List<RuleEffect> those, String why) {
    return all.stream().map(e -> those.contains(e) ? e.waiting(why) : e).toList();
  }

  private Optional<Verdict> verdict(Track track) {
    return Optional.ofNullable(own.get(track));
  }

  private String sentence(RuleEffect effect) {
    String rule =
        Optional.ofNullable(cases.get(effect.driver()))
            .map(d -> RuleEffect.said(d, effect.rule(), effect.target(), effect.driven()))
            .orElse("A rule");
    return switch (effect.kind()) {
      case WAITS -> rule + ", but it waits: " + effect.words();
      case YIELDED -> rule + ", but " + effect.words() + ", and the rule leaves it there.";
      case REPORTED ->
          rule + ", but at first sight rules only fill blanks: " + effect.words() + ".";
      case DRIVES, REACHED, UNDER_WAY, DROPPED -> rule + ".";
    };
  }
}
