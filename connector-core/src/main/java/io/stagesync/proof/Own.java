package io.stagesync.proof;

import io.stagesync.reconcile.TrackDecision;
import io.stagesync.reconcile.TrackView;

/**
 * What a track comes to by itself.
 *
 * @param view where it stands
 * @param decision what is decided of it there, as if the file had no other track
 */
record Own(TrackView view, TrackDecision decision) {}
