package io.stagesync.engine;

import io.stagesync.port.FieldChange;
import io.stagesync.reconcile.Outcome;
import io.stagesync.reconcile.PairDecision;
import io.stagesync.reconcile.Reconciler;
import io.stagesync.reconcile.TrackDecision;
import io.stagesync.state.Correction;
import io.stagesync.state.PairId;
import io.stagesync.state.PairState;
import io.stagesync.state.Pairs.DecidedTrack;
import io.stagesync.state.Session;
import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Decides pairs and stores what was decided: bases and memories, the corrections that wait, and
 * what people will want to read. Nothing is sent here.
 */
final class Decide {
  private static final int PAGE = 500;

  private final Run run;
  private final long seenIn;
  private final Chronicle chronicle;
  private final Set<Counted> counted = ConcurrentHashMap.newKeySet();
  private volatile boolean decidingAll;

  Decide(Run run) {
    this(run, run.number());
  }

  /**
   * @param seenIn the latest run that read; a run that only writes saw nothing of its own
   */
  Decide(Run run, long seenIn) {
    this.run = run;
    this.seenIn = seenIn;
    this.chronicle = new Chronicle(run);
  }

  /** Decides every pair that is to be decided. */
  void all() {
    decidingAll = true;
    run.progress().step(Progress.Step.DECIDE, run.store().read(s -> s.pairs().countToDecide()));
    Optional<PairId> after = Optional.empty();
    while (true) {
      var from = after;
      var page = run.store().write(session -> page(session, from));
      settleByHistory(page.wantHistory());
      run.progress().advanced(Progress.Step.DECIDE, page.size());
      run.turn().keep();
      after = page.last();
      if (page.size() < PAGE) {
        run.progress().done(Progress.Step.DECIDE);
        decidingAll = false;
        return;
      }
    }
  }

  private record Page(int size, Optional<PairId> last, List<PairState> wantHistory) {}

  private Page page(Session session, Optional<PairId> after) {
    var states = session.pairs().toDecide(after, PAGE);
    var wantHistory = new ArrayList<PairState>();
    for (PairState state : states) {
      var decision = decision(state);
      if (decision.tracks().values().stream().anyMatch(TrackDecision::wantsHistory)) {
        wantHistory.add(state);
      } else {
        store(session, state, decision);
      }
    }
    var last = states.isEmpty() ? after : Optional.of(states.get(states.size() - 1).pair().id());
    return new Page(states.size(), last, wantHistory);
  }

  private void settleByHistory(List<PairState> states) {
    date(states);
    var ids = states.stream().map(s -> s.pair().id()).toList();
    run.store()
        .change(
            session ->
                session
                    .pairs()
                    .states(ids)
                    .forEach(state -> store(session, state, decision(state))));
  }

  /**
   * Whoever is written is decided again, and more than once; what was found counts once. Remembered
   * for that are those alone who are written: all others are decided once.
   */
  private void count(PairState state, PairDecision decision) {
    boolean writes = decision.tracks().values().stream().anyMatch(d -> !d.writes().isEmpty());
    for (PairDecision.Finding finding : decision.findings()) {
      var one = new Counted(state.pair().id(), finding.track(), finding.code());
      boolean isNew = decidingAll && !writes ? !counted.contains(one) : counted.add(one);
      if (isNew) {
        run.counts().found(finding.code().name());
      }
    }
  }

  private record Counted(PairId pair, Track track, PairDecision.Finding.Code code) {}

  /** Asks the histories of the fields of some pairs when they came to show what they show. */
  void date(List<PairState> states) {
    if (states.isEmpty()) {
      return;
    }
    for (Side side : Side.values()) {
      var ids = states.stream().map(s -> s.pair().on(side)).toList();
      var histories = run.crms().on(side).history(ids, Instant.EPOCH);
      run.store()
          .change(
              session ->
                  histories.forEach(
                      (id, history) -> session.records().dated(side, id, newest(history))));
    }
  }

  /**
   * For each field the entry that made it what it is. What we put back counts as of the time when a
   * person set it.
   */
  private static Collection<FieldChange> newest(List<FieldChange> newestFirst) {
    var newest = new HashMap<FieldName, FieldChange>();
    for (FieldChange change : newestFirst) {
      newest.merge(
          change.field(),
          change,
          (kept, older) ->
              kept.by().ours() && !older.by().ours() && older.to().equals(kept.to())
                  ? older
                  : kept);
    }
    return newest.values();
  }

  /** What is concluded for a pair as it is stored just now. */
  PairDecision decision(PairState state) {
    return Reconciler.decide(
        run.mapping(),
        run.catalogs(),
        Views.of(run.mapping(), state, seenIn, run.now(), Optional.of(run.listed())));
  }

  /** Decides some pairs anew within a transaction, and stores what comes of it. */
  void anew(Session session, Collection<PairId> pairs) {
    for (PairState state : session.pairs().states(pairs)) {
      var decision = decision(state);
      store(session, state, decision);
      if (decision.tracks().values().stream().anyMatch(TrackDecision::wantsHistory)) {
        session.pairs().decideAgain(List.of(state.pair().id()));
      }
    }
  }

  /** Stores what was concluded for a pair. */
  void store(Session session, PairState state, PairDecision decision) {
    var decided = new HashMap<Track, DecidedTrack>();
    var corrections = new ArrayList<Correction>();
    var again = false;
    for (Map.Entry<Track, TrackDecision> entry : decision.tracks().entrySet()) {
      var d = entry.getValue();
      var from = d.from().map(Label::name).orElse("");
      var to = d.to().map(Label::name).orElse("");
      again |= d.again();
      decided.put(
          entry.getKey(),
          new DecidedTrack(
              d.reason(), from, to, d.why(), d.release(), d.base(), d.memory(), run.number()));
      if (d.outcome() == Outcome.PUSHED) {
        d.writes()
            .forEach(
                w ->
                    corrections.add(
                        new Correction(
                            state.pair().id(),
                            entry.getKey(),
                            w,
                            d.reason(),
                            from,
                            to,
                            d.why(),
                            run.number(),
                            false)));
      }
    }
    count(state, decision);
    chronicle.decided(session, state, decision);
    session.pairs().decided(state.pair().id(), decided, again, run.number());
    session.corrections().replace(state.pair().id(), corrections);
  }
}
