package io.stagesync.drift;

import io.stagesync.mapping.rename.Hint;
import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.Track;
import java.util.Optional;

/**
 * One difference between what a field accepted when it was approved and what it accepts now.
 *
 * @param track the track that the field belongs to
 * @param was the raw value that it is about; empty where it is about none, or about a new one
 * @param now the raw value that came; empty where none did
 * @param hint why {@code was} and {@code now} are taken for the same, which is a guess
 * @param text what is different, without the field's name, a clause for people
 * @param advice what to do about it, a sentence for people; blank where nothing has to be done
 */
public record Change(
    Kind kind,
    Weight weight,
    Track track,
    FieldName field,
    Optional<RawValue> was,
    Optional<RawValue> now,
    Optional<Hint> hint,
    String text,
    String advice) {

  /** What can be different. */
  public enum Kind {
    FIELD_GONE,
    TYPE,
    RIGHTS,
    BLANK,
    HISTORY,
    RENAMED,
    REMOVED,
    DEACTIVATED,
    REACTIVATED,
    CONVERTED_FLAG,
    NEW_VALUE,
    OFFER,
    DEFAULT,
    ORDER,
    LABEL
  }

  /** Where and what, a clause for people. */
  public String sentence() {
    return field + ": " + text;
  }

  /** Whether the mapping cannot be carried out as it is. */
  public boolean isBreaking() {
    return weight == Weight.BREAKING;
  }
}
