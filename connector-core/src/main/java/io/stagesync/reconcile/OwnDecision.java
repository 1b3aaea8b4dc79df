package io.stagesync.reconcile;

import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.Side;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What one track comes to by itself, in the order of the contract: pilot, unreadable, ignored,
 * unmapped, scope, converted, agreement, table.
 *
 * <p>Agreement stands before every guard, because it writes nothing. A guard before it would turn
 * two sides that say the same into a problem for somebody to look at.
 */
final class OwnDecision {
  private OwnDecision() {}

  static Verdict of(TrackCase c, ScopeGate gate) {
    Optional<Verdict> undecided = undecided(c);
    Optional<Verdict> rests = undecided.isPresent() ? undecided : gate.rests(c);
    return Pause.on(c, rests.isPresent() ? rests.get() : decided(c));
  }

  /** Why nothing can be decided, whatever other tracks show; empty: something can. */
  static Optional<Verdict> undecided(TrackCase c) {
    Optional<Verdict> outside = PilotGate.refuses(c);
    return outside.isPresent() ? outside : undecidable(c);
  }

  /** What is decided where something can be, and the track does not rest. */
  static Verdict decided(TrackCase c) {
    Optional<Verdict> converted = convertedStatus(c);
    return converted.isPresent() ? converted.get() : Afterthoughts.on(c, decide(c));
  }

  private static Verdict decide(TrackCase c) {
    if (c.pair().converted() && c.conversion().isPresent() && c.hubspot().bound()) {
      return ConvertedStage.decide(c, c.conversion().get());
    }
    Optional<Verdict> begins = NewLead.decide(c);
    if (begins.isPresent()) {
      return begins.get();
    }
    if (!c.salesforce().bound() || !c.hubspot().bound()) {
      return LoneSide.decide(c);
    }
    if (UnexpectedConversion.of(c.mapping(), c.pair())) {
      return Agreement.of(c).orElseGet(() -> UnexpectedConversion.hold(c));
    }
    Optional<Verdict> agreed = Agreement.of(c);
    return agreed.isPresent()
        ? agreed.get()
        : Choice.decide(c)
            .or(() -> c.pair().converted() ? ConvertedRest.decide(c) : Optional.empty())
            .orElseGet(() -> DecisionTable.decide(c));
  }

  private static Optional<Verdict> undecidable(TrackCase c) {
    // Once the opportunity speaks for a lead, the lead's own field says nothing any more. Nor could
    // anybody mend an unmapped value there: the record is read-only.
    boolean byEvidence = c.pair().converted() && c.conversion().isPresent();
    Optional<Reading> gone = first(c, r -> r.is(Observation.Kind.GONE));
    if (gone.isPresent()) {
      return Optional.of(
          Verdict.stop(
              Reason.GONE,
              "The record in " + name(gone.get()) + " is gone; the other one is left as it is.",
              ""));
    }
    Optional<Reading> unreadable = first(c, r -> r.is(Observation.Kind.UNREADABLE));
    if (unreadable.isPresent()) {
      return Optional.of(
          Verdict.stop(
              Reason.UNREADABLE,
              name(unreadable.get()) + " could not be read, and unreadable is not blank.",
              ""));
    }
    Optional<Reading> ignored = first(c, r -> r.ignored() && isAsked(r, byEvidence));
    if (ignored.isPresent()) {
      return Optional.of(ignoredSkip(c, ignored.get()));
    }
    Optional<Reading> unmapped = first(c, r -> unmapped(c, r) && isAsked(r, byEvidence));
    return unmapped.isPresent() ? Optional.of(unmappedHold(c, unmapped.get())) : Optional.empty();
  }

  private static boolean isAsked(Reading r, boolean byEvidence) {
    return !byEvidence || r.side() == Side.HUBSPOT;
  }

  private static Verdict ignoredSkip(TrackCase c, Reading r) {
    return Verdict.stop(Reason.IGNORED_VALUE, shownWhichTheFile(c, r) + " lists as ignored.", "");
  }

  /** The beginning of a sentence that says what the file does with a value. */
  private static String shownWhichTheFile(TrackCase c, Reading r) {
    return name(r) + " shows " + Sentences.shown(c, r.side()) + ", which " + c.mapping().fileName();
  }

  /** A converted status on an open lead has a sentence of its own, mapped or not. */
  private static boolean unmapped(TrackCase c, Reading r) {
    return r.unmapped() && !(r.convertedStatus() && !c.pair().converted());
  }

  private static Verdict unmappedHold(TrackCase c, Reading r) {
    return Verdict.stop(
        Reason.UNMAPPED_VALUE,
        shownWhichTheFile(c, r) + " does not know. It is neither spread nor overwritten.",
        c.on(r.side())
                .raw()
                .flatMap(raw -> c.track().called(raw.text()))
                .map(meant -> "People call " + meant + " so. ")
                .orElse("")
            + "Map the value to a label or list it as ignored in "
            + c.mapping().fileName()
            + ", or set the field to a value that is mapped.");
  }

  private static Optional<Verdict> convertedStatus(TrackCase c) {
    return c.salesforce().convertedStatus() && !c.pair().converted()
        ? Optional.of(
            Verdict.stop(
                Reason.CONVERTED_STATUS_ON_OPEN_LEAD,
                "Salesforce shows "
                    + Sentences.shown(c, Side.SALESFORCE)
                    + ", a converted status, but the lead is not converted.",
                "Convert the lead in Salesforce, or set its status back"
                    + c.baseLabel().map(Label::name).map(b -> " to " + b).orElse("")
                    + "."))
        : Optional.empty();
  }

  private static String name(Reading r) {
    return r.side().displayName();
  }

  private static Optional<Reading> first(TrackCase c, Predicate<Reading> test) {
    for (Side side : Side.BOTH) {
      Reading reading = c.on(side);
      if (reading.bound() && test.test(reading)) {
        return Optional.of(reading);
      }
    }
    return Optional.empty();
  }
}
