package io.stagesync.salesforce;

import io.stagesync.port.CrmException.Kind;

/** What to do when a whole call failed. */
enum CallTreatment {
  /** Ask again after seconds. Certainly nothing was carried out. */
  AGAIN(true, Kind.UNREACHABLE),
  /** Ask again after seconds; a read only, since a write may have been carried out. */
  AGAIN_IF_READ(true, Kind.UNREACHABLE),
  /** The same, for an answer that could not be understood. */
  GARBLED(true, Kind.GARBLED),
  /** Salesforce is closed for a while; nothing was carried out. */
  CLOSED(true, Kind.CLOSED),
  /** The token is used up: get a new one, ask once more. */
  RENEW_TOKEN(false, Kind.CREDENTIALS),
  /** The position in a long query is lost: ask again from the last row seen. */
  RESTART_QUERY(false, Kind.UNREACHABLE),
  /** A query takes too long: ask for fewer rows at once. */
  NARROWER(false, Kind.UNREACHABLE),
  /** A field or a kind of record is not there for our user: describe again. */
  SCHEMA(false, Kind.MISFIT),
  /** The calls of 24 hours are used up. */
  DAILY_LIMIT(false, Kind.DAILY_LIMIT),
  /** Our app or user is kept out. */
  FORBIDDEN(false, Kind.FORBIDDEN),
  /** The request itself does not fit. */
  MISFIT(false, Kind.MISFIT);

  private final boolean repeats;
  private final Kind kind;

  CallTreatment(boolean repeats, Kind kind) {
    this.repeats = repeats;
    this.kind = kind;
  }

  /** Whether the same call may be made again after a pause. */
  boolean repeats() {
    return repeats;
  }

  /** Whether a write may have been carried out all the same. */
  boolean unknownForWrites() {
    return this == AGAIN_IF_READ || this == GARBLED;
  }

  /** What stands in the way once nothing else helps. */
  Kind kind() {
    return kind;
  }
}
