package io.stagesync.mapping;

import io.stagesync.vocabulary.Catalog;
import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.RecordType;
import io.stagesync.vocabulary.Side;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the raw values of one side mean in one track, for leads of one record type.
 *
 * <p>Two laws hold for every label with a word: each of its {@link #written} values has the label
 * among its {@link #meanings}, and every value that has meanings has exactly one {@link #own} one.
 */
public final class ValueTable {
  private final Changes changes;
  private final Side side;
  private final Lexicon lexicon;
  private final Set<RawValue> convertedStatuses;

  private ValueTable(Changes changes, Side side, Lexicon lexicon, Set<RawValue> convertedStatuses) {
    this.changes = changes;
    this.side = side;
    this.lexicon = lexicon;
    this.convertedStatuses = convertedStatuses;
  }

  /**
   * The table of one side.
   *
   * @param recordType the lead's variant, where Lead has variants
   * @param catalog what that side accepts; only its converted statuses are looked at
   */
  public static ValueTable of(
      TrackMapping track, Side side, Optional<RecordType> recordType, Catalog catalog) {
    // The flag stands on Lead Status alone: a picklist of the same spelling elsewhere is innocent.
    Optional<FieldName> field = track.field(side);
    boolean leadStatus = field.isPresent() && isLeadStatus(field.get());
    return new ValueTable(
        track.changes(),
        side,
        Labels.copyOf(track.labels()).lexicon(side, recordType),
        leadStatus ? catalog.convertedStatuses() : Set.of());
  }

  private static boolean isLeadStatus(FieldName field) {
    return field.object().equals("Lead") && field.name().equals("Status");
  }

  /** Whether Salesforce flags a value as a converted status. */
  public boolean convertedStatus(RawValue value) {
    return convertedStatuses.contains(value);
  }

  /**
   * Every label that a side can mean when it shows a value, in the file's order. A blank means the
   * labels that have no word there; nothing is meant by a value that is not mapped.
   *
   * @param value empty: the field is blank
   */
  public List<Label> meanings(Optional<RawValue> value) {
    return value.isPresent() ? meanings(asNow(value.get())) : lexicon.wordless();
  }

  /** The word that took the place of a value, where the file says that one did. */
  public Optional<RawValue> replacement(RawValue value) {
    return convertedStatus(value) || changes.words().isEmpty()
        ? Optional.empty()
        : changes.of(side, value).map(Changes.OfWord::now);
  }

  private RawValue asNow(RawValue value) {
    return replacement(value).orElse(value);
  }

  /** The label that lists a value without sharing it; empty for an unmapped value and a blank. */
  public Optional<Label> own(Optional<RawValue> value) {
    return value.isPresent() ? own(asNow(value.get())) : Optional.empty();
  }

  private Optional<Label> own(RawValue value) {
    Optional<Label> own =
        convertedStatus(value) ? lexicon.converted().own() : Optional.<Label>empty();
    return own.isPresent() ? own : lexicon.entry(value).own();
  }

  private List<Label> meanings(RawValue value) {
    List<Label> meanings = convertedStatus(value) ? lexicon.converted().meanings() : List.of();
    return meanings.isEmpty() ? lexicon.entry(value).meanings() : meanings;
  }

  /**
   * The raw values that say a label, in the order in which they are tried. Empty where it has no
   * word, and for a converted status, which is never written.
   */
  public List<RawValue> written(Label label) {
    List<RawValue> written = lexicon.written(label);
    return Collections.disjoint(written, convertedStatuses)
        ? written
        : written.stream().filter(v -> !convertedStatuses.contains(v)).toList();
  }
}
