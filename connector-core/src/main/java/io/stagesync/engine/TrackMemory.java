package io.stagesync.engine;

import io.stagesync.reconcile.Base;
import io.stagesync.reconcile.Memory;
import io.stagesync.state.Intent;
import io.stagesync.state.PairId;
import io.stagesync.state.PairState;
import io.stagesync.state.Session;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.util.List;
import java.util.Optional;

/**
 * What a write changes in the memory of its track beside any decision: the clear that is open, the
 * write that was refused. A pair that was parted meanwhile has no memory, and nothing is done.
 */
final class TrackMemory {
  private TrackMemory() {}

  /** What is remembered of the track of a write. */
  static PairState.Remembered of(Session session, PairId pair, Intent.Part part) {
    return session.pairs().states(List.of(pair)).get(0).track(part.track());
  }

  /** From here on until the set is through, a blank there is ours and means the value before. */
  static void clearing(Session session, PairId pair, Intent.Part part) {
    clearing(session, pair, part.track(), part.write().expected());
  }

  /** The same where the value before the clear was another one than expected. */
  static void clearing(Session session, PairId pair, Track track, Optional<RawValue> before) {
    for (PairState state : session.pairs().states(List.of(pair))) {
      var fresh = state.track(track);
      var m = fresh.memory();
      store(session, pair, track, fresh.base(), with(m, m.refused(), before));
    }
  }

  /** The clears of a write were not made. */
  static void notCleared(Session session, Intent intent) {
    for (Intent.Part part : intent.fields()) {
      for (PairState state : session.pairs().states(List.of(intent.pair()))) {
        var fresh = state.track(part.track());
        var m = fresh.memory();
        store(
            session,
            intent.pair(),
            part.track(),
            fresh.base(),
            with(m, m.refused(), Optional.empty()));
      }
    }
  }

  /** The value before our open clear of the field that a part writes; the other side has none. */
  static Optional<RawValue> clear(Memory memory, Intent.Part part) {
    return part.write().side() == Side.HUBSPOT ? memory.openClear() : Optional.empty();
  }

  /** The field shows what was written: no clear of it is open any more. */
  static void written(
      Session session,
      PairId pair,
      Intent.Part part,
      Optional<Base> base,
      Memory before,
      Optional<Memory.Seen> refused) {
    Optional<RawValue> open =
        clear(before, part).isPresent() ? Optional.empty() : before.openClear();
    store(session, pair, part.track(), base, with(before, refused, open));
  }

  /** Not taken. The clear stays open: where it emptied the field, the old value is put back. */
  static void refused(Session session, PairId pair, Intent.Part part, Memory.Seen seen) {
    var fresh = of(session, pair, part);
    var m = fresh.memory();
    store(session, pair, part.track(), fresh.base(), with(m, Optional.of(seen), m.openClear()));
  }

  private static void store(
      Session session, PairId pair, Track track, Optional<Base> base, Memory memory) {
    session.pairs().remember(pair, track, new PairState.Remembered(base, memory));
  }

  private static Memory with(
      Memory m, Optional<Memory.Seen> refused, Optional<RawValue> openClear) {
    return m.with(refused, openClear);
  }
}
