package io.stagesync.proof;

import io.stagesync.reconcile.FieldWrite;
import io.stagesync.reconcile.Outcome;
import io.stagesync.reconcile.Reason;
import io.stagesync.reconcile.TrackDecision;
import io.stagesync.reconcile.TrackView;
import io.stagesync.vocabulary.Label;
import java.util.List;
import java.util.Optional;

/**
 * What a track comes to by itself, as if the file had no other track. Thousands are kept, so no
 * more of a decision than others can ask.
 *
 * @param view where it stands
 * @param reason why
 * @param to the label that is agreed on, or will be; empty where none is
 * @param writes what is to be written
 */
record Own(TrackView view, Reason reason, Optional<Label> to, List<FieldWrite> writes) {
  Own(TrackView view, TrackDecision decision) {
    this(view, decision.reason(), decision.to(), decision.writes());
  }

  Outcome outcome() {
    return reason.outcome();
  }
}
