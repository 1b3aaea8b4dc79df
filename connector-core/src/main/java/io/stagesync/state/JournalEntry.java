package io.stagesync.state;

import io.stagesync.reconcile.Reason;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.time.Instant;
import java.util.Optional;

/**
 * One thing that was observed or done.
 *
 * @param number counted upward from 1 by the store; 0 in an entry that is yet to be appended
 * @param kind what happened
 * @param pair whom it concerns; empty for what concerns no pair
 * @param side where; empty where it concerns neither
 * @param track in which track; empty where it concerns none
 * @param record the CRM's id of the record; blank where there is none
 * @param was the raw value before, blank for none
 * @param is the raw value after, blank for none
 * @param reason of a decision; empty for what was merely observed
 * @param text a sentence for people
 * @param by who did it, in words; blank where unknown
 * @param at when: the CRM's stamp of what was observed, ours of what was done
 * @param run the run
 * @param trace the trace of the write; blank where there is none
 */
public record JournalEntry(
    long number,
    Kind kind,
    Optional<PairId> pair,
    Optional<Side> side,
    Optional<Track> track,
    String record,
    String was,
    String is,
    Optional<Reason> reason,
    String text,
    String by,
    Instant at,
    long run,
    String trace) {

  /** What can happen. */
  public enum Kind {
    PAIRED,
    PARTED,
    OBSERVED,
    AGREED,
    WROTE,
    NOT_WRITTEN,
    RESTORED,
    HELD,
    /** Something worth a line in the report. */
    FOUND,
    APPROVED,
    RUN
  }
}
