package io.stagesync.reconcile;

import io.stagesync.vocabulary.FieldCatalog;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.RecordType;
import io.stagesync.vocabulary.Side;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Guards 3 and 5: what a side can take for this record, whoever asks. Nothing that is written comes
 * from anywhere else.
 *
 * <p>A converted lead takes nothing: with some permissions Salesforce would accept the write, and
 * it would rot on a dead record. Lead Status is looked up in the list although Salesforce takes any
 * text there, which is exactly why.
 *
 * @param value what would be written; present where {@code refusal} is not
 * @param refusal why nothing can be written there
 */
record Acceptance(Optional<RawValue> value, Optional<Verdict> refusal) {

  /** What is written for a label. */
  static Acceptance of(TrackCase c, Side side, Label label) {
    Optional<Verdict> shut = shut(c, side);
    if (shut.isPresent()) {
      return new Acceptance(Optional.empty(), shut);
    }
    List<RawValue> words = c.table(side).written(label);
    if (words.isEmpty()) {
      return refused(
          Verdict.stop(
              Reason.NO_WORD_THERE,
              side.displayName() + " has no word of its own for " + label + ".",
              "Give "
                  + label
                  + " a value on that side in "
                  + c.mapping().fileName()
                  + ", or make an edit that both sides can express. "
                  + Sentences.SET_BOTH));
    }
    for (RawValue word : words) {
      if (takes(c, side, word)) {
        return new Acceptance(Optional.of(word), Optional.empty());
      }
    }
    return refused(notOffered(c, side, label, words));
  }

  /** Whether a side can be cleared. */
  static Optional<Verdict> clearing(TrackCase c, Side side) {
    return shut(c, side)
        .or(
            () ->
                c.field(side).filter(FieldCatalog::clearable).isPresent()
                    ? Optional.empty()
                    : Optional.of(
                        Verdict.stop(
                            Reason.NOT_ACCEPTED_HERE,
                            Sentences.field(c, side) + " cannot be blank.",
                            "Set the cleared side again, or say `clears: refill` in "
                                + c.mapping().fileName()
                                + ".")));
  }

  /** Whether the value has to be cleared first, by the CRM's own order and not by our ranks. */
  static boolean clearFirst(TrackCase c, Side side, RawValue wanted) {
    Optional<RawValue> now = c.on(side).raw();
    return c.field(side)
        .filter(FieldCatalog::forwardOnly)
        .filter(f -> now.isPresent() && f.order(wanted) >= 0)
        .filter(f -> f.order(now.get()) > f.order(wanted))
        .isPresent();
  }

  /** Whether a side takes one value now. */
  static boolean takesNow(TrackCase c, Side side, RawValue value) {
    return shut(c, side).isEmpty() && takes(c, side, value);
  }

  private static boolean takes(TrackCase c, Side side, RawValue value) {
    FieldCatalog field = c.field(side).orElseThrow();
    return field.knows(value)
        && isOffered(c, field, value)
        && (c.restoring() || field.clearable() || !clearFirst(c, side, value));
  }

  /** The values that the lead's record type offers, where it offers fewer. */
  static Optional<Set<RawValue>> offered(TrackCase c, FieldCatalog field) {
    return c.pair().recordType().flatMap(t -> Optional.ofNullable(field.offered().get(t)));
  }

  private static boolean isOffered(TrackCase c, FieldCatalog field, RawValue value) {
    Optional<Set<RawValue>> offered = offered(c, field);
    return offered.isEmpty() || offered.get().contains(value);
  }

  private static Optional<Verdict> shut(TrackCase c, Side side) {
    if (side == Side.SALESFORCE && c.pair().converted()) {
      return Optional.of(
          Verdict.stop(
              Reason.CONVERTED_READ_ONLY,
              "The lead is converted, and nothing is ever written to a converted lead.",
              "Nothing needs to be done. To change the person's stage, change the opportunity."));
    }
    if (c.field(side).filter(FieldCatalog::writable).isEmpty()) {
      return Optional.of(
          Verdict.stop(
              Reason.NOT_ACCEPTED_HERE,
              "Our user may not write " + Sentences.field(c, side) + ", or it does not exist.",
              "Give the integration's user the permission to edit the field."));
    }
    return Optional.empty();
  }

  private static Acceptance refused(Verdict verdict) {
    return new Acceptance(Optional.empty(), Optional.of(verdict));
  }

  private static Verdict notOffered(TrackCase c, Side side, Label label, List<RawValue> words) {
    String type =
        c.pair()
            .recordType()
            .map(RecordType::developerName)
            .map(t -> " for a lead of record type " + t)
            .orElse("");
    return Verdict.stop(
        Reason.NOT_ACCEPTED_HERE,
        side.displayName()
            + " does not accept "
            + Sentences.quoted(words)
            + " for "
            + label
            + type
            + " just now.",
        "Activate one of these values in "
            + Sentences.field(c, side)
            + type
            + ", or list another one for "
            + label
            + " in "
            + c.mapping().fileName()
            + ".");
  }
}
