package io.stagesync.port;

import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.RecordId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What to write to one record.
 *
 * @param id the record
 * @param fields for each field its new value; empty: clear it. Never empty as a whole
 * @param readAt the CRM's stamp of the version that the write was decided on; an adapter whose CRM
 *     can refuse a write to a newer version uses it
 * @param trace a short id that is unique among all writes, for matching results and logs
 */
public record RecordWrite(
    RecordId id, Map<FieldName, Optional<RawValue>> fields, Instant readAt, String trace) {
  public RecordWrite {
    fields = Map.copyOf(fields);
  }
}
