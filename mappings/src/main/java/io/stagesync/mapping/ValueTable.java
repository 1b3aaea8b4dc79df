package io.stagesync.mapping;

import io.stagesync.vocabulary.Catalog;
import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.RecordType;
import io.stagesync.vocabulary.Side;
import java.util.ArrayList;
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
  private final TrackMapping track;
  private final Side side;
  private final Optional<RecordType> recordType;
  private final Set<RawValue> convertedStatuses;

  private ValueTable(
      TrackMapping track,
      Side side,
      Optional<RecordType> recordType,
      Set<RawValue> convertedStatuses) {
    this.track = track;
    this.side = side;
    this.recordType = recordType;
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
        track, side, recordType, leadStatus ? catalog.convertedStatuses() : Set.of());
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
    return value.isPresent() ? meanings(asNow(value.get())) : wordless();
  }

  /** The word that took the place of a value, where the file says that one did. */
  public Optional<RawValue> replacement(RawValue value) {
    return convertedStatus(value) || track.changes().words().isEmpty()
        ? Optional.empty()
        : track.changes().of(side, value).map(Changes.OfWord::now);
  }

  private RawValue asNow(RawValue value) {
    return replacement(value).orElse(value);
  }

  /** The label that lists a value without sharing it; empty for an unmapped value and a blank. */
  public Optional<Label> own(Optional<RawValue> value) {
    return value.isPresent() ? own(asNow(value.get())) : Optional.empty();
  }

  private Optional<Label> own(RawValue value) {
    for (Reach reach : reaches(value)) {
      for (LabelMapping label : candidates(value)) {
        if (means(label, value, reach, 0) && !shares(words(label, reach))) {
          return Optional.of(label.label());
        }
      }
    }
    return Optional.empty();
  }

  private static boolean shares(Optional<Words> words) {
    return words.isPresent() && words.get().kind() == Words.Kind.SHARES;
  }

  /**
   * The raw values that say a label, in the order in which they are tried. Empty where it has no
   * word, and for a converted status, which is never written.
   */
  public List<RawValue> written(Label label) {
    List<RawValue> written = written(label, 0);
    return convertedStatuses.isEmpty()
        ? written
        : written.stream().filter(v -> !convertedStatuses.contains(v)).toList();
  }

  private List<RawValue> written(Label label, int depth) {
    Optional<Words> words = track.label(label).map(this::effective);
    if (words.isEmpty() || depth > track.labels().size()) {
      return List.of();
    }
    return words
        .get()
        .shares()
        .map(other -> written(other, depth + 1))
        .orElse(words.get().values());
  }

  private List<Label> meanings(RawValue value) {
    List<Label> meanings = new ArrayList<>();
    for (Reach reach : reaches(value)) {
      for (LabelMapping label : candidates(value)) {
        if (means(label, value, reach, 0)) {
          meanings.add(label.label());
        }
      }
      if (!meanings.isEmpty()) {
        break;
      }
    }
    return meanings;
  }

  private List<Label> wordless() {
    List<Label> wordless = new ArrayList<>();
    for (LabelMapping label : Labels.copyOf(track.labels()).wordless(side)) {
      if (effective(label).kind() == Words.Kind.NONE) {
        wordless.add(label.label());
      }
    }
    return wordless;
  }

  /** From where a value gets its meaning; the first that knows the value is asked alone. */
  private enum Reach {
    CONVERTED,
    RECORD_TYPE,
    GENERAL
  }

  /** The labels that can have anything to do with a value. */
  private List<LabelMapping> candidates(RawValue value) {
    return convertedStatuses.contains(value)
        ? track.labels()
        : Labels.copyOf(track.labels()).saying(side, value);
  }

  /** Those that can know a value at all. */
  private List<Reach> reaches(RawValue value) {
    if (convertedStatuses.contains(value)) {
      return List.of(Reach.values());
    }
    return recordType.isPresent() ? TYPED : PLAIN;
  }

  private static final List<Reach> TYPED = List.of(Reach.RECORD_TYPE, Reach.GENERAL);
  private static final List<Reach> PLAIN = List.of(Reach.GENERAL);

  private boolean means(LabelMapping label, RawValue value, Reach reach, int depth) {
    if (reach == Reach.CONVERTED && !convertedStatuses.contains(value)) {
      return false;
    }
    Optional<Words> found = words(label, reach);
    if (found.isEmpty() || depth > track.labels().size()) {
      return false;
    }
    Words words = found.get();
    return switch (words.kind()) {
      case OWN -> reach != Reach.CONVERTED && words.values().contains(value);
      case SHARES ->
          words
              .shares()
              .flatMap(track::label)
              .filter(other -> means(other, value, reach, depth + 1))
              .isPresent();
      case CONVERTED_STATUS -> reach == Reach.CONVERTED;
      case NONE -> false;
    };
  }

  private Optional<Words> words(LabelMapping label, Reach reach) {
    if (reach != Reach.RECORD_TYPE) {
      return Optional.of(general(label));
    }
    if (recordType.isEmpty()) {
      return Optional.empty();
    }
    // A label that borrows its words borrows those of the record type, too.
    Optional<Words> variant = variant(label);
    Optional<Words> general = Optional.of(general(label));
    return variant.isPresent() || !shares(general) ? variant : general;
  }

  private Words effective(LabelMapping label) {
    return recordType.isEmpty() ? general(label) : variant(label).orElseGet(() -> general(label));
  }

  private Words general(LabelMapping label) {
    return label.words(side);
  }

  private Optional<Words> variant(LabelMapping label) {
    return recordType.isEmpty() ? Optional.empty() : label.words(side, recordType.get());
  }
}
