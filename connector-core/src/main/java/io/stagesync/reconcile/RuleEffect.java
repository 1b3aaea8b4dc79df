package io.stagesync.reconcile;

import io.stagesync.mapping.Rule;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.util.Optional;

/**
 * What one fired rule means for one track that it drives, as things stand.
 *
 * @param kind whether there is something to do
 * @param target where the rule wants the track
 * @param back whether it goes back, along a declared way from the label that its condition names
 * @param words why it waits, yields or is only reported; blank otherwise
 */
record RuleEffect(
    Kind kind, Rule rule, Track driver, Track driven, Label target, boolean back, String words) {

  /** What is to become of it. */
  enum Kind {
    /** The track is to move. */
    DRIVES,
    /** The track is there, or further, and both sides agree on it. */
    REACHED,
    /** The track's own pending write leads there; what it comes to is looked at afterwards. */
    UNDER_WAY,
    /** The track is held or skipped. */
    WAITS,
    /** A person took the track back or chose, or it is on another branch; it is left alone. */
    YIELDED,
    /** The driver was seen for the first time and the driven track is not blank. */
    REPORTED,
    /** The condition does not hold, or no rule may ever move this track. */
    DROPPED
  }

  /** Whether nothing remains to be done, so that the rule need not be asked again. */
  boolean settled() {
    return switch (kind) {
      case REACHED, YIELDED, REPORTED, DROPPED -> true;
      case DRIVES, UNDER_WAY, WAITS -> false;
    };
  }

  RuleEffect reached() {
    return new RuleEffect(Kind.REACHED, rule, driver, driven, target, back, "");
  }

  RuleEffect waiting(String why) {
    return new RuleEffect(Kind.WAITS, rule, driver, driven, target, back, why);
  }

  /**
   * Looks at a rule that has fired.
   *
   * @param firstSight whether the driver was never agreed on anything before
   */
  static RuleEffect of(Rule rule, boolean firstSight, TrackCase driven, Label target, Verdict own) {
    return new RuleLook(rule, firstSight, driven, target, own).effect();
  }

  /** The words of a rule for people. */
  static String said(TrackCase driver, Rule rule, Label target, Track driven) {
    return rule.when()
        + " "
        + rule.enters()
        + " leads to "
        + driven
        + " "
        + target
        + " ("
        + Sentences.at(driver, rule.line())
        + ")";
  }

  /** One look; the fields are what every question of it needs. */
  private record RuleLook(
      Rule rule, boolean firstSight, TrackCase driven, Label target, Verdict own) {

    RuleEffect effect() {
      if (driven.pair().converted() && (driven.conversion().isPresent() || needsLead())) {
        return as(Kind.DROPPED, false, "");
      }
      // Only one side means the target. Either we were interrupted between the two writes of this
      // very rule, or somebody moved one side there; nobody can tell and nobody need to. The rule
      // writes both sides or neither, so a doubt about that one side's move does not stop it: the
      // other side is what the track was before the rule.
      boolean half = half() && (own.reason().doubtsAMove() || own.reason() == Reason.CORRECTED);
      if (!half && !own.agreed() && !own.pushed()) {
        return as(Kind.WAITS, false, own.why());
      }
      if (own.reason() == Reason.CLEARED) {
        // The other side still shows what was cleared; to write over it now would lower it unasked.
        return as(Kind.UNDER_WAY, false, "");
      }
      Optional<Label> before = half ? otherSide() : before();
      if (tookBack(before)) {
        return as(Kind.YIELDED, false, "a person took it back to " + before.orElse(target));
      }
      if (!holds(before)) {
        return as(own.agreed() ? Kind.DROPPED : Kind.UNDER_WAY, false, "");
      }
      boolean back =
          rule.onlyIf().flatMap(Rule.Condition::label).isPresent() && isBack(before, target);
      boolean there =
          before.equals(Optional.of(target))
              || (!back && before.isPresent() && notFurther(before.get(), target));
      if (there) {
        return as(own.agreed() ? Kind.REACHED : Kind.UNDER_WAY, false, "");
      }
      if (firstSight && before.isPresent()) {
        return half
            ? as(Kind.WAITS, false, own.why())
            : as(Kind.REPORTED, back, "it is on " + before.get() + ", which stays");
      }
      // Who names the label that may be replaced has seen that it lies beside; nobody else has.
      boolean beside = before.isPresent() && driven.track().beside(before.get(), target);
      if (beside && rule.onlyIf().flatMap(Rule.Condition::label).isEmpty()) {
        return leftAlone("it is on " + before.orElse(target) + ", which lies beside " + target);
      }
      if (own.agreed() && Choice.winner(driven).isPresent()) {
        return leftAlone("a person chose to leave it as it is");
      }
      return Pause.of(driven)
          ? as(Kind.WAITS, false, "the track " + driven.track().track() + " is paused.")
          : as(Kind.DRIVES, back, "");
    }

    /** What is not agreed yet may come to something else, and is asked again then. */
    private RuleEffect leftAlone(String why) {
      if (own.agreed()) {
        return as(Kind.YIELDED, false, why);
      }
      return own.pushed() ? as(Kind.UNDER_WAY, false, "") : as(Kind.WAITS, false, own.why());
    }

    private RuleEffect as(Kind kind, boolean back, String words) {
      return new RuleEffect(kind, rule, rule.when(), driven.track().track(), target, back, words);
    }

    private boolean needsLead() {
      return driven.salesforce().bound() && !driven.salesforce().canMean(target);
    }

    private boolean half() {
      return driven.salesforce().bound()
          && driven.hubspot().bound()
          && driven.salesforce().canMean(target) != driven.hubspot().canMean(target)
          && !unmovedThere();
    }

    /** Whether the side that means the target only shows what was agreed on, another label. */
    private boolean unmovedThere() {
      Side there = driven.salesforce().canMean(target) ? Side.SALESFORCE : Side.HUBSPOT;
      return driven.unmoved(there) && !driven.baseLabel().equals(Optional.of(target));
    }

    /** A condition looks at the label before any rule, and what a new lead begins with is one. */
    private Optional<Label> before() {
      return NewLead.begins(own) ? Optional.empty() : own.label();
    }

    /** What the side that does not mean the target says; one that was cleared, the base. */
    private Optional<Label> otherSide() {
      Side other = driven.salesforce().canMean(target) ? Side.HUBSPOT : Side.SALESFORCE;
      return driven
          .label(other)
          .or(() -> driven.on(other).blank() ? driven.baseLabel() : Optional.empty());
    }

    private boolean holds(Optional<Label> before) {
      return rule.onlyIf().isEmpty() || rule.onlyIf().get().label().equals(before);
    }

    private boolean notFurther(Label before, Label wanted) {
      return driven.track().precedes(wanted, before);
    }

    /**
     * Whether a person took the track back since rules last ran. The label that they ran for is
     * asked, too: it stays until every rule that might touch the track has been settled, so the
     * person's step back is still known after it has become the base.
     */
    private boolean tookBack(Optional<Label> to) {
      return to.isPresent()
          && (isBack(driven.base().flatMap(Base::rulesRanFor), to.get())
              || isBack(driven.baseLabel(), to.get()));
    }

    /** Whether a declared way leads back from one label to another. */
    private boolean isBack(Optional<Label> from, Label to) {
      return from.isPresent() && !driven.track().waysBack(from.get(), to).isEmpty();
    }
  }
}
