package io.stagesync.reconcile;

import io.stagesync.mapping.ValueTable;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.Side;
import java.util.List;
import java.util.Optional;

/**
 * What one side shows, and every label that it can mean by it.
 *
 * <p>Absent, unreadable and blank are three different things here. Only a blank may ever look like
 * an edit; were an unreadable field taken for a blank one, a lost permission would empty the other
 * CRM.
 *
 * @param bound whether the track has a field on this side at all
 * @param raw the raw value; present for a value only
 * @param meanings the labels that it can mean, in the file's order
 * @param own the one among them that lists the value without sharing it
 * @param ignored whether the value is listed as meaning nothing here
 * @param convertedStatus whether Salesforce flags it as a converted status
 */
record Reading(
    Side side,
    boolean bound,
    Observation.Kind kind,
    Optional<RawValue> raw,
    List<Label> meanings,
    Optional<Label> own,
    boolean ignored,
    boolean convertedStatus) {
  Reading {
    meanings = List.copyOf(meanings);
  }

  static Reading of(
      Side side, boolean bound, Observation.Kind kind, Optional<RawValue> raw, ValueTable table) {
    boolean readable = bound && (kind == Observation.Kind.VALUE || kind == Observation.Kind.BLANK);
    return new Reading(
        side,
        bound,
        kind,
        raw,
        readable ? table.meanings(raw) : List.of(),
        readable ? table.own(raw) : Optional.empty(),
        false,
        raw.isPresent() && table.convertedStatus(raw.get()));
  }

  Reading ignoring(boolean listed) {
    return new Reading(side, bound, kind, raw, meanings, own, listed, convertedStatus);
  }

  boolean is(Observation.Kind other) {
    return kind == other;
  }

  /** Whether the field exists, can be read and is empty. */
  boolean blank() {
    return bound && kind == Observation.Kind.BLANK;
  }

  /** Whether there is a value that the mapping does not know. */
  boolean unmapped() {
    return bound && kind == Observation.Kind.VALUE && !ignored && meanings.isEmpty();
  }

  boolean canMean(Label label) {
    return meanings.contains(label);
  }

  boolean canMean(Optional<Label> label) {
    return label.isPresent() && canMean(label.get());
  }

  /**
   * What this side means when it is read alone: the base's label if it can mean that, for then it
   * has not moved; else its own. Empty for a blank that does not mean the base.
   */
  Optional<Label> alone(Optional<Label> base) {
    return canMean(base) ? base : own;
  }
}
