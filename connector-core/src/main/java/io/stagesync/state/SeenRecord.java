package io.stagesync.state;

import io.stagesync.port.Conversion;
import io.stagesync.port.CrmRecord.Presence;
import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.RecordId;
import io.stagesync.vocabulary.RecordType;
import io.stagesync.vocabulary.Side;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A record as it was last seen.
 *
 * @param modified the CRM's stamp of that version
 * @param readAt when we read it, by our clock
 * @param emailKey the keyed hash of its address; empty without address or without key
 * @param conversion empty for a contact
 */
public record SeenRecord(
    Side side,
    RecordId id,
    Presence presence,
    Optional<RecordId> mergedInto,
    Instant modified,
    Instant readAt,
    Map<FieldName, SeenField> fields,
    Optional<String> emailKey,
    Optional<RecordId> counterpart,
    Optional<RecordType> recordType,
    Optional<Conversion> conversion) {
  public SeenRecord {
    fields = Map.copyOf(fields);
  }
}
