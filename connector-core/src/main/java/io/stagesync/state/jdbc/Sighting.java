package io.stagesync.state.jdbc;

import io.stagesync.port.Author;
import io.stagesync.port.CrmRecord;
import io.stagesync.port.CrmRecord.Presence;
import io.stagesync.port.Reading;
import io.stagesync.state.SeenField;
import io.stagesync.state.SeenRecord;
import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.RecordId;
import io.stagesync.vocabulary.Side;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A record that was read, held against what is stored of it.
 *
 * @param before what is stored; null at first sight
 */
record Sighting(
    Side side,
    CrmRecord now,
    Optional<String> emailKey,
    Instant readAt,
    @Nullable SeenRecord before) {

  /** A page that comes late does not undo what a newer one told; what is gone has no stamp. */
  boolean outdated() {
    return before != null
        && now.presence() == Presence.LIVE
        && now.modified().isBefore(before.modified());
  }

  /** What is to be stored. */
  SeenRecord after() {
    return new SeenRecord(
        side,
        now.id(),
        now.presence(),
        mergedInto(),
        now.modified(),
        readAt,
        fields(),
        emailKey,
        now.counterpart(),
        now.recordType(),
        now.conversion());
  }

  /** Whether anything differs that a decision depends on. */
  boolean changes(SeenRecord after) {
    return before == null
        || before.presence() != after.presence()
        || !before.mergedInto().equals(after.mergedInto())
        || !before.emailKey().equals(after.emailKey())
        || !before.counterpart().equals(after.counterpart())
        || !before.recordType().equals(after.recordType())
        || !before.conversion().equals(after.conversion())
        || !before.fields().equals(after.fields());
  }

  /** A plain deletion that is told after a merge does not hide where the record went. */
  private Optional<RecordId> mergedInto() {
    return before != null && now.presence() == Presence.GONE
        ? now.mergedInto().or(before::mergedInto)
        : now.mergedInto();
  }

  private Map<FieldName, SeenField> fields() {
    Map<FieldName, SeenField> fields = new HashMap<>();
    now.fields().forEach((name, reading) -> fields.put(name, field(name, reading)));
    return fields;
  }

  private SeenField field(FieldName name, Reading reading) {
    SeenField known = before == null ? null : before.fields().get(name);
    if (known != null && known.reading().equals(reading)) {
      return known;
    }
    return new SeenField(reading, unchangedUntil(known), now.modified(), author());
  }

  /** A version in which the field could not be read says nothing about its value then. */
  private Optional<Instant> unchangedUntil(@Nullable SeenField known) {
    if (known == null || before == null) {
      return Optional.empty();
    }
    return known.reading().kind() == Reading.Kind.UNREADABLE
        ? known.unchangedUntil()
        : Optional.of(before.modified());
  }

  private String author() {
    return now.modifiedBy().map(Sighting::words).orElse("");
  }

  private static String words(Author author) {
    return author.ours() ? "StageSync" : author.id();
  }
}
