package io.stagesync.mapping.live;

import io.stagesync.mapping.Diagnostic;
import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.RecordType;
import io.stagesync.vocabulary.Track;
import java.util.Optional;

/**
 * One thing in which a mapping and a CRM do not fit, with what it is about.
 *
 * @param field the field or property that it is about
 * @param track the track that has the field; empty for the property by which pairs are found
 * @param about the word that does not fit, where it is about one
 * @param diagnostic the same for people
 */
public record LiveFinding(
    FieldName field, Optional<Track> track, About about, Diagnostic diagnostic)
    implements Comparable<LiveFinding> {

  /**
   * What a finding is about inside of its field; empty where it is about the field as a whole.
   *
   * @param label the label whose word does not fit
   * @param value the raw value that does not fit
   * @param recordType the record type that the value is meant for
   */
  public record About(
      Optional<Label> label, Optional<RawValue> value, Optional<RecordType> recordType) {
    static final About FIELD = new About(Optional.empty(), Optional.empty(), Optional.empty());

    static About value(RawValue value) {
      return new About(Optional.empty(), Optional.of(value), Optional.empty());
    }

    static About word(Label label, RawValue value) {
      return new About(Optional.of(label), Optional.of(value), Optional.empty());
    }

    About of(RecordType type) {
      return new About(label, value, Optional.of(type));
    }
  }

  @Override
  public int compareTo(LiveFinding other) {
    int byPlace = diagnostic.compareTo(other.diagnostic);
    return byPlace != 0 ? byPlace : field.compareTo(other.field);
  }
}
