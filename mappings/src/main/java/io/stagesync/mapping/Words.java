package io.stagesync.mapping;

import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.RawValue;
import java.util.List;
import java.util.Optional;

/**
 * How a label is said on one side.
 *
 * @param kind which of the four ways
 * @param values the label's own raw values in the file's order; empty unless {@link Kind#OWN}
 * @param shares the label whose raw values this one borrows; present for {@link Kind#SHARES} only
 */
public record Words(Kind kind, List<RawValue> values, Optional<Label> shares) {
  public Words {
    values = List.copyOf(values);
  }

  /** The ways to say a label. */
  public enum Kind {
    /** With raw values of its own: all are read, the first accepted one is written. */
    OWN,
    /** With those of another label, because this side has no word of its own. */
    SHARES,
    /** With any status that Salesforce flags as a converted one; read, never written. */
    CONVERTED_STATUS,
    /** Not at all: a blank means it, and it is never written. */
    NONE
  }

  /** Raw values of the label's own. */
  public static Words own(List<RawValue> values) {
    return new Words(Kind.OWN, values, Optional.empty());
  }

  /** The raw values of another label of the same track. */
  public static Words sharing(Label label) {
    return new Words(Kind.SHARES, List.of(), Optional.of(label));
  }

  /** Any converted status. */
  public static Words convertedStatus() {
    return new Words(Kind.CONVERTED_STATUS, List.of(), Optional.empty());
  }

  /** No word. */
  public static Words none() {
    return new Words(Kind.NONE, List.of(), Optional.empty());
  }
}
