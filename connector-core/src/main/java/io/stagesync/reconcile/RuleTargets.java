package io.stagesync.reconcile;

import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.Side;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Where all rules of a moment want one track.
 *
 * <p>It goes to the furthest of them. Where none is the furthest, because two lie on branches
 * beside each other, to take one would be a guess, and which one it is would hang on the order of
 * the rules. So none is taken, until a person says which.
 *
 * @param effects what would move the track now: forward, or one rule alone that leads back
 * @param rivals the same, with what waits only because the track is held
 */
record RuleTargets(TrackCase c, List<RuleEffect> effects, List<RuleEffect> rivals) {

  static RuleTargets of(TrackCase c, List<RuleEffect> fired) {
    List<RuleEffect> here =
        fired.stream().filter(e -> e.driven().equals(c.track().track())).toList();
    List<RuleEffect> drives = of(here, RuleEffect.Kind.DRIVES);
    List<RuleEffect> forward = drives.stream().filter(e -> !e.back()).toList();
    List<RuleEffect> asked = forward.isEmpty() && drives.size() == 1 ? drives : forward;
    List<RuleEffect> rivals =
        here.stream().filter(e -> asked.contains(e) || rivals(c, asked, e)).toList();
    return new RuleTargets(c, asked, rivals);
  }

  private static List<RuleEffect> of(List<RuleEffect> here, RuleEffect.Kind kind) {
    return here.stream().filter(e -> e.kind() == kind).toList();
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

  Optional<Label> furthest() {
    return furthest(effects);
  }

  private Optional<Label> furthest(List<RuleEffect> some) {
    List<Label> targets = some.stream().map(RuleEffect::target).distinct().toList();
    return targets.stream()
        .filter(
            one ->
                targets.stream()
                    .allMatch(other -> other.equals(one) || c.track().precedes(other, one)))
        .findFirst();
  }

  String words() {
    return rivals.stream()
            .map(e -> e.target() + " (" + Sentences.at(c, e.rule().line()) + ")")
            .distinct()
            .sorted()
            .collect(Collectors.joining(" and ", "Rules lead to ", ""))
        + ", and none of them is the furthest.";
  }

  /** What takes the place of an agreement. The agreement itself stands, with its base. */
  Optional<Verdict> verdict(Optional<Verdict> own) {
    return own.filter(Verdict::agreed)
        .map(
            agreed ->
                new Verdict(
                    Reason.CONFLICT,
                    agreed.label(),
                    agreed.values(),
                    agreed.why() + " " + words(),
                    "Set both sides to what is right.",
                    false));
  }
}
