package io.stagesync.salesforce;

import io.stagesync.port.WriteResult;

/**
 * What to do when one row of an update failed. Nothing of it was written in any of these cases. Of
 * several errors of one row the first in this order counts, so that a lasting one is never tried
 * again for the sake of a passing one.
 */
enum RowTreatment {
  /** The lead was converted meanwhile. */
  CONVERTED(WriteResult.Kind.CONVERTED),
  /** The lead was deleted. */
  GONE(WriteResult.Kind.GONE),
  /** This row's problem, until its data or the org's set-up changes. */
  REJECTED(WriteResult.Kind.REJECTED),
  /** The org's set-up is not what we knew: the catalog has to be read again. */
  SCHEMA(WriteResult.Kind.REJECTED),
  /** The lead changed after the version that the write was decided on. */
  MOVED(WriteResult.Kind.MOVED),
  /** A later run may try again. */
  LATER(WriteResult.Kind.LATER),
  /** Somebody else held the row: try again at once in smaller requests, then later. */
  LOCKED(WriteResult.Kind.LATER);

  private final WriteResult.Kind result;

  RowTreatment(WriteResult.Kind result) {
    this.result = result;
  }

  /** What the write's result says. */
  WriteResult.Kind result() {
    return result;
  }
}
