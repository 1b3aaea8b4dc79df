package io.stagesync.port;

import io.stagesync.vocabulary.Evidence;
import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.RecordId;
import io.stagesync.vocabulary.RecordType;
import io.stagesync.vocabulary.Side;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One record of a CRM in memory, with its history. */
final class KeptRecord {
  private final Map<FieldName, Reading> values = new HashMap<>();
  final List<FieldChange> history = new ArrayList<>();
  private final String email;
  Optional<RecordId> counterpart = Optional.empty();
  Optional<RecordType> recordType = Optional.empty();
  private Conversion conversion = Conversion.NOT_CONVERTED;
  private Author modifiedBy = new Author("somebody", false);
  Instant modified = Instant.EPOCH;
  boolean gone;
  Optional<RecordId> mergedInto = Optional.empty();

  /** A record with all fields blank. */
  KeptRecord(String email, Collection<FieldName> fields) {
    this.email = email;
    fields.forEach(field -> values.put(field, Reading.BLANK));
  }

  /** What a field shows. */
  Reading reading(FieldName field) {
    return values.getOrDefault(field, Reading.BLANK);
  }

  /** A field gets a value; one that shows it already has no history of it. */
  void set(FieldName field, Reading value, Author by, Instant at) {
    if (!value.equals(values.get(field))) {
      values.put(field, value);
      history.add(0, new FieldChange(field, value, at, by));
    }
  }

  /** Somebody did something to it. */
  void stamp(Author by, Instant at) {
    modified = at;
    modifiedBy = by;
  }

  /** It is converted, or its opportunity moves; the first day stays. */
  void convert(Evidence evidence, LocalDate today) {
    converted(evidence, conversion.on().or(() -> Optional.of(today)));
  }

  /** Moves the day of its conversion. */
  void convertedAfter(long days) {
    converted(conversion.evidence(), conversion.on().map(day -> day.plusDays(days)));
  }

  private void converted(Evidence evidence, Optional<LocalDate> on) {
    conversion =
        new Conversion(true, evidence, Optional.empty(), Optional.empty(), Optional.empty(), on);
  }

  /** Why it is not written; empty where it is. */
  Optional<WriteResult.Kind> refusal() {
    if (gone) {
      return Optional.of(mergedInto.isPresent() ? WriteResult.Kind.MERGED : WriteResult.Kind.GONE);
    }
    return conversion.converted() ? Optional.of(WriteResult.Kind.CONVERTED) : Optional.empty();
  }

  /** The record as whoever asks gets it. */
  CrmRecord shown(RecordId id, Side side) {
    return gone
        ? CrmRecord.gone(id, mergedInto)
        : new CrmRecord(
            id,
            CrmRecord.Presence.LIVE,
            Optional.empty(),
            modified,
            Optional.of(modifiedBy),
            values,
            email.isBlank() ? Optional.empty() : Optional.of(email),
            counterpart,
            recordType,
            side == Side.SALESFORCE ? Optional.of(conversion) : Optional.empty());
  }
}
