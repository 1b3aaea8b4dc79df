package io.stagesync.hubspot;

import io.stagesync.port.CrmRecord;
import java.util.HashMap;
import java.util.Map;

/**
 * What was handed on lately, by id and stamp, so that the overlap of two reads brings nothing
 * twice. It counts only for a caller who goes on from the very cursor that came with it: whoever
 * goes on from another one did not keep what we handed on.
 */
final class Handed {
  private final Map<String, Long> stamps = new HashMap<>();

  Handed() {}

  Handed(Handed earlier) {
    stamps.putAll(earlier.stamps);
  }

  /** Whether this version is new; it is remembered. */
  boolean isNew(CrmRecord record) {
    var stamp = record.modified().toEpochMilli();
    var before = stamps.put(record.id().text(), stamp);
    return before == null || before != stamp;
  }

  /** Forgets versions that no later read will bring again. */
  void forgetBefore(long stamp) {
    stamps.values().removeIf(known -> known < stamp);
  }
}
