package io.stagesync.state;

import io.stagesync.reconcile.FieldWrite;
import io.stagesync.reconcile.Reason;
import io.stagesync.vocabulary.Track;

/**
 * One field of one record that waits to be written.
 *
 * @param from the label before, as text; blank where there is none
 * @param to the label after, as text; blank for a clear
 * @param why a sentence for people
 * @param run the run that decided it
 * @param approved whether a person approved exactly this one, so that no limit holds it
 */
public record Correction(
    PairId pair,
    Track track,
    FieldWrite write,
    Reason reason,
    String from,
    String to,
    String why,
    long run,
    boolean approved) {}
