package io.stagesync.hubspot;

import io.stagesync.port.CrmException;
import io.stagesync.vocabulary.Side;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One exchange that failed, sorted by what may be done about it. Never leaves this package. */
final class HubSpotFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  final Remedy remedy;
  final CrmException.Kind kind;
  final int status;
  final String code;
  final Duration wait;
  private final @Nullable Instant until;

  /** What may be done about it. */
  enum Remedy {
    /** Certainly not carried out, because of how much was asked: go slower, then ask again. */
    SLOWER,
    /** Certainly not carried out: ask again. */
    WAIT,
    /** Nobody knows whether it was carried out: a read is repeated, a write is not. */
    REPEAT,
    /** A problem of the records that the request names. */
    RECORD,
    /** Nothing helps in this run. */
    STOP
  }

  /**
   * @param kind what stands in the way, for when nothing helps
   * @param status the answer's status; 0 where there was none
   * @param wait how long to wait at least before asking again
   */
  HubSpotFailure(
      Remedy remedy,
      CrmException.Kind kind,
      int status,
      String code,
      String message,
      Duration wait,
      Optional<Instant> until,
      @Nullable Throwable cause) {
    super(message, cause);
    this.remedy = remedy;
    this.kind = kind;
    this.status = status;
    this.code = code;
    this.wait = wait;
    this.until = until.orElse(null);
  }

  /** Whether asking again is allowed and may help. */
  boolean repeatable(boolean write) {
    return switch (remedy) {
      case SLOWER, WAIT -> true;
      case REPEAT -> !write;
      case RECORD, STOP -> false;
    };
  }

  /** The same for those outside. */
  CrmException outside() {
    var message = getMessage() == null ? "HubSpot failed" : getMessage();
    return new CrmException(
        Side.HUBSPOT, kind, code, message, Optional.ofNullable(until), getCause());
  }
}
