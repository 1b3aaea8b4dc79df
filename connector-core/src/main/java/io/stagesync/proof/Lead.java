package io.stagesync.proof;

import io.stagesync.reconcile.ChangeWindow;
import io.stagesync.reconcile.Observation;
import io.stagesync.reconcile.PairView;
import io.stagesync.reconcile.TrackView;
import io.stagesync.vocabulary.Evidence;
import io.stagesync.vocabulary.RecordType;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What is true of the whole pair while its tracks are looked at.
 *
 * @param converted what the opportunity says; empty: the lead is not converted
 * @param type the lead's record type; empty: none that the file or the org sets apart
 * @param later the side that certainly changed last; empty: nothing says which
 */
record Lead(Optional<Evidence> converted, Optional<RecordType> type, Optional<Side> later) {
  /** The run that looks; an earlier one may have seen a blank already. */
  static final long RUN = 9;

  private static final Instant EARLY = Instant.EPOCH;
  private static final Instant LATE = Instant.EPOCH.plusSeconds(3600);

  boolean isConverted() {
    return converted.isPresent();
  }

  Evidence evidence() {
    return converted.orElse(Evidence.NONE);
  }

  /** A pair of such a lead. */
  PairView pair(Map<Track, TrackView> tracks) {
    return new PairView(isConverted(), evidence(), type, tracks, RUN);
  }

  /** What a side shows, with the time of its change where one is certain. */
  Observation dated(Side side, Observation seen) {
    if (later.isEmpty()) {
      return seen;
    }
    Instant at = later.get() == side ? LATE : EARLY;
    return seen.changed(new ChangeWindow(at, at, true));
  }

  /** A blank that one sync saw was seen in an earlier one by the next. */
  static TrackView seenBefore(TrackView view) {
    long seen = view.memory().blankSeenInRun() > 0 ? RUN - 1 : 0;
    return new TrackView(
        view.base(),
        view.salesforce(),
        view.hubspot(),
        Syncs.memory(seen, view.memory().lastDecided()));
  }
}
