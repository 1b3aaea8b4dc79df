package io.stagesync.reconcile;

import io.stagesync.mapping.FirstLabel;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.Side;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where all rules of a moment want one track, what a new lead begins with included.
 *
 * <p>It goes to the furthest of them. Where none is the furthest, because two lie on branches
 * beside each other, to take one would be a guess, and which one it is would hang on the order of
 * the rules. So none is taken, until a person says which.
 *
 * @param own what the track comes to by itself
 * @param effects what would move the track now: forward, or one rule alone that leads back
 * @param rivals the same, with what waits only because the track is held
 */
record RuleTargets(
    TrackCase c, Optional<Verdict> own, List<RuleEffect> effects, List<RuleEffect> rivals) {
  RuleTargets {
    effects = List.copyOf(effects);
    rivals = List.copyOf(rivals);
  }

  static RuleTargets of(TrackCase c, List<RuleEffect> fired, Optional<Verdict> own) {
    List<RuleEffect> here = new ArrayList<>();
    List<RuleEffect> drives = new ArrayList<>();
    List<RuleEffect> forward = new ArrayList<>();
    for (RuleEffect effect : fired) {
      if (effect.driven().equals(c.track().track())) {
        here.add(effect);
        if (effect.kind() == RuleEffect.Kind.DRIVES) {
          drives.add(effect);
          if (!effect.back()) {
            forward.add(effect);
          }
        }
      }
    }
    List<RuleEffect> asked = forward.isEmpty() && drives.size() == 1 ? drives : forward;
    List<RuleEffect> rivals = new ArrayList<>();
    for (RuleEffect effect : here) {
      if (asked.contains(effect) || rivals(c, asked, effect)) {
        rivals.add(effect);
      }
    }
    return new RuleTargets(c, own, asked, rivals);
  }

  /**
   * Whether a rule that waits for a held track would move it forward, too, from what it was before
   * the one side of it moved that the rules may go on from.
   */
  private static boolean rivals(TrackCase c, List<RuleEffect> asked, RuleEffect waits) {
    if (asked.isEmpty() || waits.kind() != RuleEffect.Kind.WAITS) {
      return false;
    }
    Side moved = c.salesforce().canMean(asked.get(0).target()) ? Side.SALESFORCE : Side.HUBSPOT;
    Optional<Label> before = c.label(moved.other());
    return waits.rule().onlyIf().map(condition -> condition.label().equals(before)).orElse(true)
        && before.map(b -> c.track().precedes(b, waits.target())).orElse(true);
  }

  /** Whether none of the targets is the furthest. */
  boolean torn() {
    return !effects.isEmpty() && furthest(rivals).isEmpty();
  }

  /** Where the rules take it; empty where they are silent, or what it begins with is further. */
  Optional<Label> furthest() {
    return effects.isEmpty()
        ? Optional.empty()
        : furthest(effects)
            .filter(label -> !first().map(FirstLabel::label).equals(Optional.of(label)));
  }

  private Optional<Label> furthest(List<RuleEffect> some) {
    Set<Label> targets = new LinkedHashSet<>();
    for (RuleEffect effect : some) {
      targets.add(effect.target());
    }
    first().map(FirstLabel::label).ifPresent(targets::add);
    for (Label one : targets) {
      if (isFurthest(one, targets)) {
        return Optional.of(one);
      }
    }
    return Optional.empty();
  }

  private boolean isFurthest(Label one, Set<Label> targets) {
    for (Label other : targets) {
      if (!other.equals(one) && !c.track().precedes(other, one)) {
        return false;
      }
    }
    return true;
  }

  private Optional<FirstLabel> first() {
    return own.isPresent() && NewLead.begins(own.get()) ? NewLead.label(c) : Optional.empty();
  }

  String words() {
    return Stream.concat(
                rivals.stream().map(e -> e.target() + at(e.rule().line())),
                first().map(f -> f.label() + at(f.line())).stream())
            .distinct()
            .sorted()
            .collect(Collectors.joining(" and ", "Rules lead to ", ""))
        + ", and none of them is the furthest.";
  }

  private String at(int line) {
    return " (" + Sentences.at(c, line) + ")";
  }

  /** What takes the place of an agreement, which itself stands with its base, or of a beginning. */
  Optional<Verdict> verdict() {
    return own.filter(v -> v.agreed() || NewLead.begins(v))
        .map(
            v ->
                Verdict.stop(
                        Reason.CONFLICT,
                        (v.agreed() ? v.why() + " " : "") + words(),
                        "Set both sides to what is right.")
                    .agreeingOn(v.agreed() ? v.label() : Optional.empty()));
  }
}
