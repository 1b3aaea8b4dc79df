package io.stagesync.proof;

import io.stagesync.mapping.Mapping;
import io.stagesync.reconcile.Base;
import io.stagesync.reconcile.Catalogs;
import io.stagesync.reconcile.FieldWrite;
import io.stagesync.reconcile.ManyDecisions;
import io.stagesync.reconcile.Memory;
import io.stagesync.reconcile.Observation;
import io.stagesync.reconcile.PairDecision;
import io.stagesync.reconcile.PairView;
import io.stagesync.reconcile.Reconciler;
import io.stagesync.reconcile.TrackDecision;
import io.stagesync.reconcile.TrackView;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What a sync does to a pair that nobody else touches: the decision is made by the reconciler
 * itself, everything that it wants written is written, and its base and memory are kept.
 */
final class Syncs {
  private final Function<PairView, PairDecision> deciding;
  private final Optional<Side> first;

  /** Both sides are written at once. */
  Syncs(Mapping mapping, Catalogs catalogs) {
    this(pair -> Reconciler.decide(mapping, catalogs, pair), Optional.empty());
  }

  private Syncs(Function<PairView, PairDecision> deciding, Optional<Side> first) {
    this.deciding = deciding;
    this.first = first;
  }

  /** Of many pairs, none of which is decided twice that is one object. Not for several threads. */
  static Syncs many(Mapping mapping, Catalogs catalogs) {
    Map<PairView, PairDecision> known = new IdentityHashMap<>();
    Function<PairView, PairDecision> decide = new ManyDecisions(mapping, catalogs)::decide;
    return new Syncs(pair -> known.computeIfAbsent(pair, decide), Optional.empty());
  }

  /**
   * The same with one side written after the other, and the pair decided anew in between, as a run
   * does it. Each of the two is a step of its own.
   */
  Syncs startingWith(Optional<Side> side) {
    return new Syncs(deciding, side);
  }

  /**
   * One sync, or one step of it.
   *
   * @param before what stood there
   * @param decision what was concluded
   * @param side the one side that was written; empty: whatever was to be written
   * @param writing the sides that were to be written
   */
  record Sync(PairView before, PairDecision decision, Optional<Side> side, Set<Side> writing) {
    Sync(PairView before, PairDecision decision, Optional<Side> side) {
      this(before, decision, side, Syncs.writing(decision));
    }

    /** What stands there then. */
    PairView after() {
      Map<Track, TrackView> tracks = new LinkedHashMap<>();
      for (Track track : before.tracks().keySet()) {
        tracks.put(track, after(track));
      }
      return new PairView(
          before.converted(),
          before.evidence(),
          before.recordType(),
          tracks,
          goesOn() ? before.run() : before.run() + 1);
    }

    /** Where a track stands then. */
    TrackView after(Track track) {
      return next(seen(track), on(track), side);
    }

    /** Whether the other side is still to be written, in the same run. */
    boolean goesOn() {
      return side.isPresent() && writing.contains(side.get().other());
    }

    /** Whether both sides are to be written. */
    boolean writesBoth() {
      return writing.size() == Side.BOTH.size();
    }

    boolean writes() {
      return !writing.isEmpty();
    }

    TrackDecision on(Track track) {
      return Objects.requireNonNull(decision.tracks().get(track));
    }

    TrackView seen(Track track) {
      return Objects.requireNonNull(before.tracks().get(track));
    }
  }

  /** What follows upon a sync, or upon a step: the other side, if anything waits there. */
  Sync next(Sync before) {
    return after(before.after(), rather(before));
  }

  /** The side that is written before the other; empty: both are written at once. */
  Optional<Side> first() {
    return first;
  }

  /** The side that is written next where both wait, once a sync is done; empty: both at once. */
  Optional<Side> rather(Sync before) {
    boolean half = before.writes() && before.side().equals(first);
    return half ? first.map(Side::other) : first;
  }

  Sync after(PairView pair) {
    return after(pair, first);
  }

  /**
   * One sync, or one step of it.
   *
   * @param rather the side that is written now where both wait; empty: both are
   */
  Sync after(PairView pair, Optional<Side> rather) {
    PairDecision decision = deciding.apply(pair);
    Set<Side> writing = writing(decision);
    Optional<Side> side =
        rather.isEmpty() || writing.contains(rather.get()) ? rather : rather.map(Side::other);
    return new Sync(pair, decision, side, writing);
  }

  private static Set<Side> writing(PairDecision decision) {
    Set<Side> sides = EnumSet.noneOf(Side.class);
    for (TrackDecision track : decision.tracks().values()) {
      for (FieldWrite write : track.writes()) {
        sides.add(write.side());
      }
    }
    return sides;
  }

  /** Where a track stands once all is carried out that is decided of it. */
  static TrackView next(TrackView view, TrackDecision decision) {
    return next(view, decision, Optional.empty());
  }

  private static TrackView next(TrackView view, TrackDecision decision, Optional<Side> side) {
    List<FieldWrite> written = side.isEmpty() ? decision.writes() : of(side.get(), decision);
    // The base moves with the last of a track's writes.
    boolean last = !decision.writes().isEmpty() && written.equals(decision.writes());
    Optional<Base> base = last ? decision.baseWhenWritten() : decision.base();
    // Whether anything was decided before makes a difference only where nothing is agreed.
    return new TrackView(
        base,
        shown(view, written, Side.SALESFORCE),
        shown(view, written, Side.HUBSPOT),
        memory(
            decision.memory().blankSeenInRun(),
            base.isPresent() ? Optional.empty() : decision.memory().lastDecided()));
  }

  /** The one write to a side, if there is one: a track has but one field there. */
  private static List<FieldWrite> of(Side side, TrackDecision decision) {
    for (FieldWrite write : decision.writes()) {
      if (write.side() == side) {
        return List.of(write);
      }
    }
    return List.of();
  }

  private static Observation shown(TrackView view, List<FieldWrite> written, Side side) {
    for (FieldWrite write : written) {
      if (write.side() == side) {
        return write
            .value()
            .map(Observation::of)
            .orElseGet(() -> Observation.of(Observation.Kind.BLANK));
      }
    }
    return view.on(side);
  }

  /** The mapping stays as it is and no write fails, so this alone is worth remembering. */
  static Memory memory(long blankSeenInRun, Optional<Memory.Seen> lastDecided) {
    return blankSeenInRun == 0 && lastDecided.isEmpty()
        ? Memory.NONE
        : remembered(blankSeenInRun, lastDecided);
  }

  private static Memory remembered(long blankSeenInRun, Optional<Memory.Seen> lastDecided) {
    return new Memory(
        lastDecided,
        Optional.empty(),
        blankSeenInRun,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
