package io.stagesync.reconcile;

import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a rule writes: both sides or neither.
 *
 * <p>Direction, owner and transition are not asked. The file says that the label follows from
 * another track, so it is nobody's move to judge. What a side can take, and what the label
 * requires, is asked of both sides before either is written.
 *
 * @param verdicts the driven track's, and those of companions that it needs; empty if it must wait
 * @param obstacle why it waits; blank otherwise
 */
record RuleVerdict(Map<Track, Verdict> verdicts, String obstacle) {

  static RuleVerdict of(
      Map<Track, TrackCase> cases,
      Map<Track, Verdict> own,
      TrackCase c,
      List<RuleEffect> effects,
      Label target) {
    Map<Side, Optional<RawValue>> values = new EnumMap<>(Side.class);
    for (Side side : Side.BOTH) {
      if (!c.on(side).bound() || c.on(side).canMean(target)) {
        continue;
      }
      Acceptance accepted = Acceptance.of(c, side, target);
      if (accepted.refusal().isPresent()) {
        return waits(accepted.refusal().get().why());
      }
      values.put(side, accepted.value());
    }
    if (values.isEmpty()) {
      // Both sides show what can mean the target already; only the base's word changes.
      Verdict agreed =
          Verdict.agreed(Reason.AGREED, Optional.of(target), Sentences.agreed(c, target));
      return new RuleVerdict(Map.of(c.track().track(), agreed), "");
    }
    if (Afterthoughts.refused(c)) {
      return waits("the same was tried before, and the target kept its value.");
    }
    Optional<OwnWrites.Bounce> bounce = BounceGuard.of(c, Optional.of(target), values.keySet());
    if (bounce.isPresent()) {
      return waits(BounceGuard.words(c, bounce.get()));
    }
    Verdict push =
        Verdict.push(Reason.RULE, Optional.of(target), values, why(cases, c, effects, target));
    return Companions.supplied(cases, own, c, push)
        .map(
            companions -> {
              Map<Track, Verdict> verdicts = new LinkedHashMap<>(companions);
              verdicts.put(c.track().track(), push);
              return new RuleVerdict(verdicts, "");
            })
        .orElseGet(() -> waits(target + " requires another field, which is blank."));
  }

  private static RuleVerdict waits(String obstacle) {
    return new RuleVerdict(Map.of(), obstacle);
  }

  private static String why(
      Map<Track, TrackCase> cases, TrackCase c, List<RuleEffect> effects, Label target) {
    String rule =
        effects.stream()
            .filter(e -> e.target().equals(target))
            .findFirst()
            .flatMap(
                e ->
                    Optional.ofNullable(cases.get(e.driver()))
                        .map(d -> RuleEffect.said(d, e.rule(), target, e.driven())))
            .orElse("A rule leads here");
    return rule
        + "; Salesforce shows "
        + Sentences.shown(c, Side.SALESFORCE)
        + " and HubSpot "
        + Sentences.shown(c, Side.HUBSPOT)
        + ".";
  }
}
