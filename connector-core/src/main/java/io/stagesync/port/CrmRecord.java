package io.stagesync.port;

import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.RecordId;
import io.stagesync.vocabulary.RecordType;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * One record as its CRM shows it.
 *
 * @param id its id
 * @param presence whether it is still there
 * @param mergedInto the record that it was merged into, where that is known
 * @param modified the CRM's own stamp of this version; the epoch where it is gone
 * @param modifiedBy who made this version, where known
 * @param fields what each mapped field shows; empty where the record is gone
 * @param email the address as stored, for matching in memory only; empty where there is none
 * @param counterpart the id of the other side's record that this one names, where it does
 * @param recordType its variant, where its kind has variants
 * @param conversion for a lead; empty for a contact
 */
public record CrmRecord(
    RecordId id,
    Presence presence,
    Optional<RecordId> mergedInto,
    Instant modified,
    Optional<Author> modifiedBy,
    Map<FieldName, Reading> fields,
    Optional<String> email,
    Optional<RecordId> counterpart,
    Optional<RecordType> recordType,
    Optional<Conversion> conversion) {
  public CrmRecord {
    fields = Map.copyOf(fields);
  }

  /** Whether a record is still there. */
  public enum Presence {
    LIVE,
    /** Deleted, erased or merged away. */
    GONE
  }

  /** A record that is not there any more. */
  public static CrmRecord gone(RecordId id, Optional<RecordId> mergedInto) {
    return new CrmRecord(
        id,
        Presence.GONE,
        mergedInto,
        Instant.EPOCH,
        Optional.empty(),
        Map.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** Leaves the e-mail address out: it never belongs in a log. */
  @Override
  public String toString() {
    return "CrmRecord[" + id + " " + presence + " " + fields + "]";
  }
}
