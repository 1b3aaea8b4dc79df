package io.stagesync.engine;

import io.stagesync.port.Crm;
import io.stagesync.port.RecordWrite;
import io.stagesync.state.Correction;
import io.stagesync.state.Intent;
import io.stagesync.state.PairId;
import io.stagesync.state.PairState;
import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.RecordId;
import io.stagesync.vocabulary.Side;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Writes what waits for a side. For each batch: the target is read again where our knowledge of it
 * is old, every pair is decided anew, intents are stored, then the request is sent and its outcome
 * stored. Outcome, base and rule memory move in one transaction.
 */
final class Push {
  /** How old our knowledge of a target may be when it is written. */
  static final Duration FRESH = Duration.ofSeconds(60);

  /** After a write a pair may have more to write (a rule, a race); it settles within this many. */
  private static final int ROUNDS = 4;

  private final Run run;
  private final Decide decide;
  private final Read read;
  private final Intentions intentions;
  private final Outcomes outcomes;

  Push(Run run, Decide decide, Read read) {
    this.run = run;
    this.decide = decide;
    this.read = read;
    this.intentions = new Intentions(run, decide);
    this.outcomes = new Outcomes(run, decide);
  }

  /**
   * Writes to these sides beside each other, all that waits or some of it; then looks into writes
   * whose outcome is not known, and writes what that left.
   */
  void toAll(Set<Side> sides, Verify verify, Chosen chosen) {
    var left = new EnumMap<Side, Set<PairId>>(Side.class);
    sides.forEach(side -> left.put(side, ConcurrentHashMap.newKeySet()));
    run.beside()
        .both(
            side -> {
              Optional.ofNullable(left.get(side)).ifPresent(l -> to(side, chosen, l));
              return side;
            });
    // What the last writes to one side led to on the other, which was through with its own by then.
    left.forEach(
        (side, l) -> {
          if (run.store().read(s -> s.corrections().count(side)) > 0) {
            to(side, chosen, l);
          }
        });
    if (!run.stopping() && verify.unknownOnes()) {
      sides.forEach(side -> to(side, chosen, ConcurrentHashMap.newKeySet()));
    }
  }

  private void to(Side side, Chosen chosen, Set<PairId> left) {
    var step = Progress.Step.write(side);
    run.progress().step(step, run.store().read(s -> s.corrections().count(side)));
    for (int round = 0; round < ROUNDS && !run.stopping(); round++) {
      if (!round(run.crms().on(side), chosen, left, step)) {
        break;
      }
    }
    run.progress().done(step);
  }

  /** One pass over everything that waits; false when there was nothing to try. */
  private boolean round(Crm crm, Chosen chosen, Set<PairId> left, Progress.Step step) {
    var place = new Place();
    return run.beside()
            .each(
                Math.max(1, crm.parallelism()),
                () -> {
                  var pairs = next(crm, chosen, left, place);
                  return pairs.isEmpty()
                      ? Optional.empty()
                      : Optional.of(
                          () -> {
                            batch(crm, pairs, chosen, left);
                            run.progress().advanced(step, pairs.size());
                          });
                })
        > 0;
  }

  /** How far a round came through what waits. */
  private static final class Place {
    Optional<PairId> after = Optional.empty();
  }

  /** The pairs of the next batch; none when nothing waits any more that is to be tried. */
  private Set<PairId> next(Crm crm, Chosen chosen, Set<PairId> left, Place place) {
    while (!run.stopping()) {
      var waiting =
          run.store().read(s -> s.corrections().waiting(crm.side(), place.after, crm.batchSize()));
      if (waiting.isEmpty()) {
        break;
      }
      place.after = Optional.of(waiting.get(waiting.size() - 1).pair());
      var pairs = new HashSet<PairId>();
      waiting.stream()
          .filter(chosen::has)
          .map(Correction::pair)
          .filter(p -> !left.contains(p))
          .forEach(pairs::add);
      if (!pairs.isEmpty()) {
        return pairs;
      }
    }
    return Set.of();
  }

  private void batch(Crm crm, Set<PairId> pairs, Chosen chosen, Set<PairId> left) {
    run.turn().keep();
    freshen(crm.side(), pairs);
    var begun =
        run.store()
            .write(
                session -> {
                  run.turn().require(session);
                  return intentions.begin(session, crm.side(), pairs, chosen);
                });
    send(crm, begun, left);
  }

  /**
   * Carries stored intents out, clears before sets in a request of their own, and stores what
   * became of them.
   */
  void send(Crm crm, List<Intent> intents, Set<PairId> left) {
    var toSet = new ArrayList<>(at(Intent.Stage.SENT, intents));
    var toClear = at(Intent.Stage.CLEARING, intents);
    if (!toClear.isEmpty()) {
      var results = crm.write(toClear.stream().map(Push::clearing).toList());
      var cleared = outcomes.cleared(toClear, results, left);
      toSet.addAll(cleared.toSet());
      anew(crm, cleared.moved());
    }
    if (toSet.isEmpty()) {
      return;
    }
    var results = crm.write(toSet.stream().map(Push::setting).toList());
    anew(crm, outcomes.written(toSet, results, left));
  }

  /** Records that moved on since we read them are read again, and their pairs decided. */
  private void anew(Crm crm, Map<PairId, RecordId> moved) {
    if (!moved.isEmpty()) {
      read.fresh(crm.side(), moved.values());
      run.store().change(session -> decide.anew(session, moved.keySet()));
    }
  }

  private static List<Intent> at(Intent.Stage stage, List<Intent> intents) {
    return intents.stream().filter(i -> i.stage() == stage).toList();
  }

  /** Reads the targets again that we know for too long, and those whose field keeps no history. */
  private void freshen(Side side, Set<PairId> pairs) {
    var oldest = run.now().minus(FRESH);
    var states = run.store().read(s -> s.pairs().states(pairs));
    var ids = new ArrayList<RecordId>();
    for (PairState state : states) {
      var target = state.on(side);
      if (target.readAt().isBefore(oldest) || intentions.someWithoutHistory(side)) {
        ids.add(target.id());
      }
    }
    read.fresh(side, ids);
  }

  private static RecordWrite clearing(Intent intent) {
    var fields = new HashMap<FieldName, Optional<RawValue>>();
    intent.fields().stream()
        .filter(p -> p.write().clearFirst())
        .forEach(p -> fields.put(p.write().field(), Optional.empty()));
    return new RecordWrite(intent.record(), fields, intent.readAt(), intent.trace() + "c");
  }

  private static RecordWrite setting(Intent intent) {
    var fields = new HashMap<FieldName, Optional<RawValue>>();
    intent.fields().forEach(p -> fields.put(p.write().field(), p.write().value()));
    return new RecordWrite(intent.record(), fields, intent.readAt(), intent.trace());
  }
}
