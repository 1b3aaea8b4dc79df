package io.stagesync.port;

import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.RecordId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What became of one write.
 *
 * @param kind how it ended
 * @param echoed what the fields show after the write, where the CRM says so (HubSpot does)
 * @param stamp the CRM's stamp of the new version, where it says so
 * @param survivor for {@link Kind#MERGED} the record that it was merged into, where known
 * @param code the CRM's own code, for {@link Kind#REJECTED} and {@link Kind#LATER}
 * @param message the CRM's own words, free of values of other fields; blank where there are none
 */
public record WriteResult(
    Kind kind,
    Map<FieldName, Reading> echoed,
    Optional<Instant> stamp,
    Optional<RecordId> survivor,
    String code,
    String message) {
  public WriteResult {
    echoed = Map.copyOf(echoed);
  }

  /** How a write can end. */
  public enum Kind {
    /** Carried out; {@code echoed} may still show that the CRM kept the old value. */
    WRITTEN,
    /** The record is newer than the version that the write was decided on: decide anew. */
    MOVED,
    /** The lead was converted meanwhile: read again, decide anew. */
    CONVERTED,
    /** The record was deleted. */
    GONE,
    /** The record was merged into another. */
    MERGED,
    /** This record's problem, until its data or the CRM's set-up changes; nothing was written. */
    REJECTED,
    /** Nothing was written, and a later run may try again. */
    LATER,
    /** Nobody knows whether it was carried out: read again before anything else. */
    UNKNOWN
  }

  /** A result without anything else to say. */
  public static WriteResult of(Kind kind) {
    return new WriteResult(kind, Map.of(), Optional.empty(), Optional.empty(), "", "");
  }

  /** A result with the CRM's own code and words. */
  public static WriteResult of(Kind kind, String code, String message) {
    return new WriteResult(kind, Map.of(), Optional.empty(), Optional.empty(), code, message);
  }

  /** Carried out, and this is what the CRM shows now. */
  public static WriteResult written(Map<FieldName, Reading> echoed, Optional<Instant> stamp) {
    return new WriteResult(Kind.WRITTEN, echoed, stamp, Optional.empty(), "", "");
  }
}
