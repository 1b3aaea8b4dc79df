package io.stagesync.reconcile;

import io.stagesync.mapping.Clears;
import io.stagesync.mapping.RefusedEdits;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.Side;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Leads a candidate past the guards that one track can ask by itself, in the contract's order. */
final class Guards {
  private Guards() {}

  static Verdict judge(TrackCase c, Candidate push) {
    Optional<Verdict> refused = DirectionGuard.refuses(c, push);
    if (refused.isEmpty() && push.judged()) {
      refused = OwnerGuard.refuses(c, push);
    }
    if (refused.isEmpty()) {
      Optional<Verdict> opportunity = OpportunityGuard.refuses(c, push);
      if (opportunity.isPresent()) {
        return opportunity.get();
      }
      refused = push.judged() ? TransitionGuard.refuses(c, push) : Optional.empty();
    }
    if (refused.isPresent()) {
      return refused(c, push, refused.get());
    }
    return write(c, push);
  }

  /** What becomes of an edit that a guard refuses, as the track says. */
  static Verdict refused(TrackCase c, Candidate push, Verdict hold) {
    boolean correct = c.track().refusedEdits() == RefusedEdits.CORRECT && push.correctable();
    return correct ? correct(c, hold) : hold;
  }

  private static Verdict write(TrackCase c, Candidate push) {
    if (push.label().isEmpty()) {
      return Acceptance.clearing(c, push.target())
          .orElseGet(
              () ->
                  Verdict.push(
                      push.reason(),
                      Optional.empty(),
                      Map.of(push.target(), Optional.empty()),
                      Sentences.pushed(c, push)));
    }
    Label label = push.label().get();
    Acceptance target = Acceptance.of(c, push.target(), label);
    return target
        .refusal()
        .map(r -> Verdict.stop(r.reason(), Sentences.moved(c, push) + " " + r.why(), r.release()))
        .orElseGet(
            () ->
                Verdict.push(
                    push.reason(),
                    push.label(),
                    Map.of(push.target(), target.value()),
                    Sentences.pushed(c, push)));
  }

  /**
   * Sets the sides back to the base, where the track writes them. A side that it does not write
   * keeps what it has; if that leaves nothing to write, the edit is held as the guard said, for a
   * correction that corrects nothing would only repeat itself. It is held, too, if both sides would
   * then agree on what was refused.
   *
   * <p>Two sides have to be set back only where one was cleared while the other made the refused
   * move, and then the order matters, for each is written by itself and the pair is looked at in
   * between. If what fills the blank could also mean what the refused side shows, that side goes
   * first and alone: else both would be seen to agree on it. If what the refused side is set back
   * to could also mean what the blank means, or if clears spread, the blank goes first and alone:
   * else both would be seen to agree on that, or the blank would be spread. Where each of them
   * would have to wait for the other, the edit is held.
   */
  private static Verdict correct(TrackCase c, Verdict hold) {
    Label base = c.baseLabel().orElseThrow();
    Map<Side, Optional<RawValue>> values = new EnumMap<>(Side.class);
    for (Side side : Side.BOTH) {
      if (setsBack(c, side, base)) {
        Acceptance accepted = Acceptance.of(c, side, base);
        if (accepted.refusal().isPresent()) {
          return accepted.refusal().get();
        }
        values.put(side, accepted.value());
      }
    }
    if (values.size() == Side.BOTH.size()) {
      inOrder(c, values);
    }
    return values.isEmpty() || agreesOnWhatStays(c, base, values)
        ? hold
        : Verdict.push(
            Reason.CORRECTED,
            Optional.of(base),
            values,
            hold.why() + " Both sides go back to " + base + ".");
  }

  /**
   * Leaves out of two sides that are set back the one that has to wait; both, where each has to.
   */
  private static void inOrder(TrackCase c, Map<Side, Optional<RawValue>> values) {
    Side blank = c.salesforce().blank() ? Side.SALESFORCE : Side.HUBSPOT;
    Side refused = blank.other();
    List<Label> filled = c.table(blank).meanings(values.getOrDefault(blank, Optional.empty()));
    List<Label> restored =
        c.table(refused).meanings(values.getOrDefault(refused, Optional.empty()));
    boolean fillingAgrees = filled.stream().anyMatch(c.on(refused)::canMean);
    boolean restoringAgrees = restored.stream().anyMatch(c.on(blank)::canMean);
    boolean spreads = c.track().clears() == Clears.PROPAGATE;
    if (fillingAgrees) {
      values.remove(blank);
    }
    if (restoringAgrees || spreads) {
      values.remove(refused);
    }
  }

  /** Whether a side could then mean what the other one shows and keeps, as nobody may write it. */
  private static boolean agreesOnWhatStays(
      TrackCase c, Label base, Map<Side, Optional<RawValue>> values) {
    return Side.BOTH.stream()
        .filter(stays -> c.on(stays).bound() && !c.on(stays).canMean(base))
        .filter(stays -> !setsBack(c, stays, base))
        .anyMatch(
            stays ->
                c
                    .table(stays.other())
                    .meanings(values.getOrDefault(stays.other(), Optional.empty()))
                    .stream()
                    .anyMatch(c.on(stays)::canMean));
  }

  private static boolean setsBack(TrackCase c, Side side, Label base) {
    boolean ours = !(side == Side.SALESFORCE && c.pair().converted());
    return c.track().direction().writes(side) && ours && !c.on(side).canMean(base);
  }
}
