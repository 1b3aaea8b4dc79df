package io.stagesync.reconcile;

import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.Rule;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What rules would do to one track as it stands, were their drivers to enter now. Nothing is
 * decided by it: it tells which states of a track are driven alike.
 *
 * @param answers equal for states that are driven alike
 */
public record Prospects(List<Object> answers) {
  public Prospects {
    answers = List.copyOf(answers);
  }

  /**
   * Looks ahead.
   *
   * @param mapping has the rules
   * @param pair has to show the track; other tracks of it are not looked at
   */
  public static Prospects of(Mapping mapping, Catalogs catalogs, PairView pair, Track track) {
    Mapping alone = mapping.about(Set.of(track));
    TrackCase c = TrackCase.of(alone, catalogs, pair, alone.find(track).orElseThrow());
    Verdict own = OwnDecision.of(c, new ScopeGate(alone, Map.of(track, c)));
    List<Object> answers = new ArrayList<>();
    answers(answers, mapping, c, own);
    // Criteria may refuse the track's own move, and then rules find it otherwise.
    CriteriaGuard.instead(c, own).ifPresent(refused -> answers(answers, mapping, c, refused));
    return new Prospects(answers);
  }

  private static void answers(List<Object> answers, Mapping mapping, TrackCase c, Verdict own) {
    answers.add(own.reason().doubtsAMove() ? "doubted" : own.reason().outcome());
    for (Rule rule : mapping.rules()) {
      Optional<Label> target = Optional.ofNullable(rule.then().get(c.track().track()));
      if (target.isPresent()) {
        for (boolean firstSight : new boolean[] {false, true}) {
          RuleEffect effect = RuleEffect.of(rule, firstSight, c, target.get(), own);
          answers.add(effect.kind());
          if (effect.kind() == RuleEffect.Kind.DRIVES) {
            driven(answers, mapping, c, own, effect);
          }
        }
      }
    }
  }

  /** Whether a way leads back from the base, or from the label that rules last ran for. */
  private static boolean tookBack(TrackCase c, Label to) {
    return Stream.concat(c.baseLabel().stream(), c.base().flatMap(Base::rulesRanFor).stream())
        .anyMatch(from -> !c.track().waysBack(from, to).isEmpty());
  }

  private static void driven(
      List<Object> answers, Mapping mapping, TrackCase c, Verdict own, RuleEffect effect) {
    Track track = c.track().track();
    answers.add(effect.back());
    // What it comes to there is entered, and looked at again.
    answers.add(c.base().flatMap(Base::rulesRanFor).map(effect.target()::equals));
    answers.add(tookBack(c, effect.target()));
    for (Side side : Side.values()) {
      answers.add(c.label(side).filter(l -> c.track().backward(l, effect.target())).isPresent());
    }
    RuleVerdict verdict =
        RuleVerdict.of(Map.of(track, c), Map.of(track, own), c, List.of(effect), effect.target());
    answers.add(
        Optional.ofNullable(verdict.verdicts().get(track))
            .map(v -> Set.copyOf(v.values().keySet())));
    answers.add(own.agreed() ? Optional.empty() : stands(mapping, c, effect.target()));
  }

  /** Where a track that rules go on from one side of stands to what else may drive it. */
  private static List<Object> stands(Mapping mapping, TrackCase c, Label target) {
    Side other = c.salesforce().canMean(target) ? Side.HUBSPOT : Side.SALESFORCE;
    Optional<Label> before = c.label(other);
    List<Object> stands = new ArrayList<>();
    for (Rule rule : mapping.rules()) {
      Optional<Label> to = Optional.ofNullable(rule.then().get(c.track().track()));
      stands.add(rule.onlyIf().map(condition -> condition.label().equals(before)));
      stands.add(
          before.isPresent() && to.isPresent() && c.track().precedes(before.get(), to.get()));
    }
    return stands;
  }
}
