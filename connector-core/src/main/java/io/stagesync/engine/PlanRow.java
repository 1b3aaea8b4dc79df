package io.stagesync.engine;

import io.stagesync.reconcile.FieldWrite;
import io.stagesync.reconcile.Reason;
import io.stagesync.vocabulary.RecordId;
import io.stagesync.vocabulary.Track;

/**
 * One field that a plan would write.
 *
 * @param lead the pair's lead
 * @param contact the pair's contact
 * @param from the label before, as text; blank where there is none
 * @param to the label after, as text; blank for a clear
 * @param why a sentence for people
 * @param mappingChanged whether only a changed mapping asks for it, so that it has to be approved
 */
public record PlanRow(
    RecordId lead,
    RecordId contact,
    Track track,
    FieldWrite write,
    Reason reason,
    String from,
    String to,
    String why,
    boolean mappingChanged) {}
