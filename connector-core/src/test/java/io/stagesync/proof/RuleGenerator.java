package io.stagesync.proof;

import io.stagesync.proof.Draft.LabelDraft;
import io.stagesync.proof.Draft.RuleDraft;
import io.stagesync.proof.Draft.Said;
import io.stagesync.proof.Draft.TrackDraft;
import io.stagesync.proof.Draft.WayDraft;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/** Adds rules that make sense to a draft. */
final class RuleGenerator {
  private final Draft draft;
  private final SplittableRandom random;

  RuleGenerator(Draft draft, SplittableRandom random) {
    this.draft = draft;
    this.random = random;
  }

  void write() {
    if (draft.tracks.size() < 2 || random.nextInt(100) < 30) {
      return;
    }
    for (int i = 1 + random.nextInt(4); i > 0; i--) {
      TrackDraft driver = any(draft.tracks);
      TrackDraft driven = any(draft.tracks);
      if (driver != driven) {
        rule(driver, driven).filter(this::makesSense).ifPresent(draft.rules::add);
      }
    }
  }

  private Optional<RuleDraft> rule(TrackDraft driver, TrackDraft driven) {
    boolean bothWays = driven.lone() || driven.direction.equals("two-way");
    List<LabelDraft> targets =
        driven.labels.stream()
            .filter(
                l ->
                    driven.fields.keySet().stream()
                        .allMatch(s -> l.on(s).is(Said.OWN) || l.on(s).is(Said.SHARES)))
            .toList();
    if (!bothWays || targets.isEmpty()) {
      return Optional.empty();
    }
    LabelDraft target = any(targets);
    Optional<String> onlyIf = Optional.empty();
    if (!driven.ordered() || random.nextInt(3) == 0) {
      onlyIf =
          Optional.of(random.nextInt(2) == 0 ? "" : any(driven.labels).name)
              .filter(c -> !c.equals(target.name));
      if (onlyIf.isEmpty() && !driven.ordered()) {
        return Optional.empty();
      }
    }
    return Optional.of(
        new RuleDraft(driver.name, any(driver.labels).name, driven.name, target.name, onlyIf));
  }

  private boolean makesSense(RuleDraft rule) {
    TrackDraft driven = draft.track(rule.driven());
    List<RuleDraft> beside =
        draft.rules.stream().filter(r -> r.driven().equals(rule.driven())).toList();
    if (beside.stream().anyMatch(this::leadsBack) || isCircle(rule)) {
      return false;
    }
    if (leadsBack(rule)) {
      if (!beside.isEmpty() || !canEnterAnywhere(driven, rule.target())) {
        return false;
      }
      driven.ways.add(new WayDraft(List.of(rule.onlyIf().orElseThrow()), rule.target(), ""));
    }
    return beside.stream()
        .noneMatch(
            r -> clash(r, rule, driven) || takesUp(r, rule, driven) || takesUp(rule, r, driven));
  }

  /** Whether nothing says which of two rules' targets is further. */
  private static boolean clash(RuleDraft one, RuleDraft other, TrackDraft driven) {
    boolean canMeet =
        one.onlyIf().isEmpty() || other.onlyIf().isEmpty() || one.onlyIf().equals(other.onlyIf());
    boolean told =
        driven.precedes(one.target(), other.target())
            || driven.precedes(other.target(), one.target());
    boolean atOnce = one.when().equals(other.when()) && one.enters().equals(other.enters());
    return canMeet
        && !one.target().equals(other.target())
        && !told
        && (!driven.ordered() || atOnce);
  }

  /** Whether a rule goes on from where another one of the same entry leads. */
  private static boolean takesUp(RuleDraft one, RuleDraft first, TrackDraft driven) {
    return one.when().equals(first.when())
        && one.enters().equals(first.enters())
        && one.onlyIf().equals(Optional.of(first.target()))
        && !driven.precedes(one.target(), first.target());
  }

  private boolean canEnterAnywhere(TrackDraft track, String label) {
    return track.fields.keySet().stream().anyMatch(s -> track.label(label).on(s).is(Said.OWN));
  }

  private boolean leadsBack(RuleDraft rule) {
    TrackDraft driven = draft.track(rule.driven());
    return driven.ordered()
        && rule.onlyIf()
            .filter(c -> !c.isEmpty())
            .filter(c -> driven.precedes(rule.target(), c))
            .isPresent();
  }

  /** Whether the rule's target leads, over other rules, to what fires it. */
  private boolean isCircle(RuleDraft rule) {
    Set<String> seen = new HashSet<>();
    List<String> open = new ArrayList<>(List.of(rule.driven() + " " + rule.target()));
    while (!open.isEmpty()) {
      String at = open.remove(0);
      if (at.equals(rule.when() + " " + rule.enters())) {
        return true;
      }
      if (seen.add(at)) {
        draft.rules.stream()
            .filter(r -> (r.when() + " " + r.enters()).equals(at))
            .forEach(r -> open.add(r.driven() + " " + r.target()));
      }
    }
    return false;
  }

  private <T> T any(List<T> some) {
    return some.get(random.nextInt(some.size()));
  }
}
