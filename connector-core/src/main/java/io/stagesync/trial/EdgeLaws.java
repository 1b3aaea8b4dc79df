package io.stagesync.trial;

import io.stagesync.mapping.TrackMapping;
import io.stagesync.mapping.ValueTable;
import io.stagesync.reconcile.Base;
import io.stagesync.reconcile.FieldWrite;
import io.stagesync.reconcile.Observation;
import io.stagesync.reconcile.Outcome;
import io.stagesync.reconcile.PairDecision;
import io.stagesync.reconcile.PairView;
import io.stagesync.reconcile.Reason;
import io.stagesync.reconcile.Reconciler;
import io.stagesync.reconcile.TrackDecision;
import io.stagesync.reconcile.TrackView;
import io.stagesync.vocabulary.FieldCatalog;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.Side;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Which laws a decision breaks; none does while the reconciler is right. */
final class EdgeLaws {
  private static final Set<Reason> MOVES =
      EnumSet.of(Reason.MOVED, Reason.WON, Reason.FIRST_SIGHT, Reason.FILLED);

  /** A blank settles in two runs, and a rule waits one more. */
  private static final int RUNS_TO_REST = 6;

  private final Scene scene;
  private final PairView pair;
  private final Set<EdgeLaw> broken = EnumSet.noneOf(EdgeLaw.class);

  private EdgeLaws(Scene scene, PairView pair) {
    this.scene = scene;
    this.pair = pair;
  }

  static Set<EdgeLaw> brokenBy(Scene scene, PairView pair, PairDecision decision) {
    EdgeLaws laws = new EdgeLaws(scene, pair);
    scene.mapping().tracks().forEach(track -> laws.track(track, decision));
    laws.breaks(
        EdgeLaw.COMES_TO_REST,
        !rests(p -> Reconciler.decide(scene.mapping(), scene.catalogs(), p), pair));
    return laws.broken;
  }

  private void track(TrackMapping track, PairDecision decision) {
    TrackDecision decided = Objects.requireNonNull(decision.tracks().get(track.track()));
    TrackView view = Objects.requireNonNull(pair.tracks().get(track.track()));
    boolean waits = decided.outcome() == Outcome.HELD || decided.outcome() == Outcome.CONFLICT;
    breaks(EdgeLaw.EXPLAINED, decided.why().isBlank() || (waits && decided.release().isBlank()));
    for (FieldWrite write : decided.writes()) {
      written(track, view, decided, write);
    }
  }

  private void written(
      TrackMapping track, TrackView view, TrackDecision decided, FieldWrite write) {
    Side side = write.side();
    Observation there = view.on(side);
    ValueTable table = scene.table(track, side);
    breaks(EdgeLaw.CONVERTED_UNWRITTEN, side == Side.SALESFORCE && pair.converted());
    breaks(
        EdgeLaw.UNSEEN_UNWRITTEN,
        there.kind() == Observation.Kind.UNREADABLE || there.kind() == Observation.Kind.GONE);
    // A blank that we made ourselves is filled again whatever the file says by now.
    boolean ourBlank = view.memory().openClear().isPresent() && there.value().isEmpty();
    breaks(EdgeLaw.DIRECTION_KEPT, !ourBlank && !track.direction().writes(side));
    breaks(
        EdgeLaw.IGNORED_LEFT,
        ignored(track, side, there.value()) || ignored(track, side, write.value()));
    breaks(EdgeLaw.UNKNOWN_LEFT, unknown(track, table, side, there.value()));
    breaks(EdgeLaw.UNKNOWN_LEFT, unknown(track, table, side, write.value()));
    breaks(EdgeLaw.ACCEPTED, !accepted(track, side, write.value()));
    decided
        .to()
        .ifPresent(
            to -> {
              breaks(EdgeLaw.READ_BACK, !table.meanings(write.value()).contains(to));
              breaks(
                  EdgeLaw.NO_NEEDLESS_WRITE,
                  !ourBlank
                      && decided.reason() != Reason.REWORDED
                      && table.meanings(there.value()).contains(to));
              breaks(
                  EdgeLaw.RANK_KEPT,
                  MOVES.contains(decided.reason())
                      && shows(table, view, there).filter(s -> falls(track, s, to)).isPresent());
            });
  }

  private static boolean ignored(TrackMapping track, Side side, Optional<RawValue> value) {
    return value.filter(v -> track.ignores(side, v)).isPresent();
  }

  private static boolean unknown(
      TrackMapping track, ValueTable table, Side side, Optional<RawValue> value) {
    return value.isPresent() && table.meanings(value).isEmpty() && !ignored(track, side, value);
  }

  private boolean accepted(TrackMapping track, Side side, Optional<RawValue> value) {
    Optional<FieldCatalog> field = track.field(side).flatMap(scene.catalogs().on(side)::field);
    if (field.filter(FieldCatalog::writable).isEmpty()) {
      return false;
    }
    return value
        .map(
            v ->
                field.get().knows(v)
                    && pair.recordType()
                        .flatMap(type -> Optional.ofNullable(field.get().offered().get(type)))
                        .map(offered -> offered.contains(v))
                        .orElse(true))
        .orElse(field.get().clearable());
  }

  /** What the target means: the base where it can mean that, else its own label. */
  private static Optional<Label> shows(ValueTable table, TrackView view, Observation there) {
    return view.base()
        .map(Base::label)
        .filter(table.meanings(there.value())::contains)
        .or(() -> table.own(there.value()));
  }

  private static boolean falls(TrackMapping track, Label from, Label to) {
    return track.backward(from, to) && track.waysBack(from, to).isEmpty();
  }

  /** Whether nothing is left to write after some runs in which nobody else does anything. */
  static boolean rests(Function<PairView, PairDecision> decide, PairView pair) {
    PairView now = pair;
    for (int run = 0; run < RUNS_TO_REST; run++) {
      PairDecision decision = decide.apply(now);
      boolean moving =
          decision.tracks().values().stream().anyMatch(d -> d.again() || !d.writes().isEmpty());
      if (!moving) {
        return true;
      }
      now = Aftermath.of(now, decision);
    }
    return false;
  }

  private void breaks(EdgeLaw law, boolean isBroken) {
    if (isBroken) {
      broken.add(law);
    }
  }
}
