package io.stagesync.engine;

import io.stagesync.reconcile.Reason;
import io.stagesync.vocabulary.RecordId;
import io.stagesync.vocabulary.Track;

/**
 * One track of a pair that is held, in conflict, refused or skipped.
 *
 * @param why what happened, a sentence for people
 * @param release what would release it; blank where nothing has to
 */
public record HeldRow(
    RecordId lead, RecordId contact, Track track, Reason reason, String why, String release) {}
