package io.stagesync.engine;

import io.stagesync.port.Conversion;
import io.stagesync.reconcile.FieldWrite;
import io.stagesync.reconcile.PairDecision;
import io.stagesync.reconcile.Reason;
import io.stagesync.reconcile.TrackDecision;
import io.stagesync.state.Intent;
import io.stagesync.state.PairId;
import io.stagesync.state.PairState;
import io.stagesync.state.Session;
import io.stagesync.vocabulary.FieldCatalog;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.RecordId;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Decides pairs anew, just before they are written, and turns what is still wanted into stored
 * intents. What has become needless is dropped; what has changed is written as it is now.
 */
final class Intentions {
  private final Run run;
  private final Decide decide;
  private final LimitsOfRun limits;
  private final AtomicLong traces = new AtomicLong();

  Intentions(Run run, Decide decide) {
    this.run = run;
    this.decide = decide;
    this.limits = new LimitsOfRun(run.mapping());
  }

  /** Stores intents for what a side is to be written now, at most one a record. */
  List<Intent> begin(Session session, Side side, Collection<PairId> pairs, Chosen chosen) {
    var begun = new ArrayList<Intent>();
    var records = new HashSet<RecordId>();
    for (PairState state : session.pairs().states(pairs)) {
      var decision = decide.decision(state);
      decide.store(session, state, decision);
      if (decision.tracks().values().stream().anyMatch(TrackDecision::wantsHistory)) {
        session.pairs().decideAgain(List.of(state.pair().id()));
      }
      if (!session.intents().of(state.pair().id()).stream()
          .allMatch(i -> i.stage() == Intent.Stage.WRITTEN || i.side() != side)) {
        // An earlier write's outcome is not known: it is looked into first.
        continue;
      }
      var free = chosen.free(session, state.pair().id(), side);
      var only = chosen.nothingElse() ? Optional.of(free) : Optional.<Set<FieldWrite>>empty();
      var parts = parts(state, decision, side, only);
      if (parts.isEmpty()
          || convertedLead(state, side)
          || !limits.admit(session, state.pair().id(), counted(parts, free))) {
        continue;
      }
      if (records.add(state.on(side).id())) {
        begun.add(begin(session, state, side, parts));
      }
    }
    return begun;
  }

  private Intent begin(Session session, PairState state, Side side, List<Intent.Part> parts) {
    var clears = parts.stream().anyMatch(p -> p.write().clearFirst());
    var intent =
        new Intent(
            "r" + run.number() + "-" + state.pair().id().number() + "-" + traces.incrementAndGet(),
            state.pair().id(),
            side,
            state.on(side).id(),
            clears ? Intent.Stage.CLEARING : Intent.Stage.SENT,
            parts,
            state.on(side).modified(),
            Optional.empty(),
            run.number());
    session.intents().put(intent);
    parts.stream()
        .filter(p -> p.write().clearFirst())
        .forEach(p -> TrackMemory.clearing(session, state.pair().id(), p));
    return intent;
  }

  /** What the limits of a run count: not what somebody looked at, nor what is put back. */
  private static List<Intent.Part> counted(List<Intent.Part> parts, Set<FieldWrite> free) {
    return parts.stream()
        .filter(p -> !free.contains(p.write()) && p.reason() != Reason.RESTORED)
        .toList();
  }

  private static List<Intent.Part> parts(
      PairState state, PairDecision decision, Side side, Optional<Set<FieldWrite>> only) {
    var parts = new HashMap<Track, Intent.Part>();
    decision
        .tracks()
        .forEach(
            (track, d) ->
                d.writes().stream()
                    .filter(w -> w.side() == side)
                    .filter(w -> only.isEmpty() || only.get().contains(w))
                    .forEach(
                        w ->
                            parts.put(
                                track,
                                new Intent.Part(
                                    track,
                                    w,
                                    d.reason(),
                                    d.from().map(Label::name).orElse(""),
                                    d.to().map(Label::name).orElse(""),
                                    d.why(),
                                    state.track(track).base(),
                                    d.baseWhenWritten()))));
    return List.copyOf(parts.values());
  }

  /** The last line of defence: whatever was decided, nothing is sent to a converted lead. */
  private static boolean convertedLead(PairState state, Side side) {
    return side == Side.SALESFORCE
        && state.lead().conversion().map(Conversion::converted).orElse(false);
  }

  /** Whether a side has a mapped field whose history cannot be asked afterwards. */
  boolean someWithoutHistory(Side side) {
    return run.mapping().fields(side).stream()
        .flatMap(f -> run.catalogs().on(side).field(f).stream())
        .anyMatch(f -> !f.keepsHistory());
  }

  /** Whether a field's history can be asked afterwards. */
  static boolean keepsHistory(Run run, FieldWrite write) {
    return run.catalogs()
        .on(write.side())
        .field(write.field())
        .map(FieldCatalog::keepsHistory)
        .orElse(false);
  }
}
