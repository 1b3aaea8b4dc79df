package io.stagesync.engine;

import io.stagesync.port.Reading;
import io.stagesync.port.WriteResult;
import io.stagesync.reconcile.Memory;
import io.stagesync.reconcile.OwnWrites;
import io.stagesync.reconcile.Reason;
import io.stagesync.state.Intent;
import io.stagesync.state.JournalEntry;
import io.stagesync.state.PairId;
import io.stagesync.state.Session;
import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.RecordId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Stores what became of writes. Everything that one outcome changes (what the record shows, the
 * base, rule memory, what waits, the journal, the intent) moves in one transaction.
 */
final class Outcomes {
  private final Run run;
  private final Decide decide;
  private final Chronicle chronicle;
  private final NotTaken notTaken;

  Outcomes(Run run, Decide decide) {
    this.run = run;
    this.decide = decide;
    this.chronicle = new Chronicle(run);
    this.notTaken = new NotTaken(run, decide, chronicle);
  }

  /**
   * What became of clears.
   *
   * @param toSet those that went through, to be set now
   * @param moved the records that moved on meanwhile, by pair: to be read and decided anew
   */
  record Cleared(List<Intent> toSet, Map<PairId, RecordId> moved) {}

  /** Stores what became of the clears. */
  Cleared cleared(List<Intent> intents, List<WriteResult> results, Set<PairId> left) {
    return run.store()
        .write(
            session -> {
              // Whoever slept between clear and set leaves the set to who took over.
              run.turn().require(session);
              var toSet = new ArrayList<Intent>();
              var moved = new HashMap<PairId, RecordId>();
              for (int i = 0; i < intents.size(); i++) {
                var intent = intents.get(i);
                if (results.get(i).kind() == WriteResult.Kind.WRITTEN) {
                  toSet.add(cleared(session, intent, results.get(i).stamp()));
                } else if (notCleared(session, intent, results.get(i), left)) {
                  moved.put(intent.pair(), intent.record());
                }
              }
              return new Cleared(toSet, moved);
            });
  }

  private Intent cleared(Session session, Intent intent, Optional<Instant> stamp) {
    var blank = new HashMap<FieldName, Reading>();
    intent.fields().stream()
        .filter(p -> p.write().clearFirst())
        .forEach(p -> blank.put(p.write().field(), Reading.BLANK));
    session.records().wrote(intent.side(), intent.record(), blank, stamp, run.now());
    intent.fields().stream()
        .filter(p -> p.write().clearFirst())
        .forEach(p -> TrackMemory.clearing(session, intent.pair(), p));
    var next = intent.at(Intent.Stage.SENT);
    session.intents().put(next);
    return next;
  }

  private boolean notCleared(Session session, Intent intent, WriteResult result, Set<PairId> left) {
    switch (result.kind()) {
      case WRITTEN -> throw new IllegalStateException("a clear that was made is to be set");
      case MOVED, CONVERTED, GONE, MERGED -> {
        TrackMemory.notCleared(session, intent);
        session.intents().close(intent.trace());
        return true;
      }
      case REJECTED, LATER -> {
        left.add(intent.pair());
        TrackMemory.notCleared(session, intent);
        notTaken.answered(session, intent, result);
      }
      case UNKNOWN -> left.add(intent.pair());
    }
    return false;
  }

  /**
   * Stores what became of writes.
   *
   * @return the records that moved on meanwhile, by pair: to be read and decided anew
   */
  Map<PairId, RecordId> written(List<Intent> intents, List<WriteResult> results, Set<PairId> left) {
    return run.store()
        .write(
            session -> {
              var moved = new HashMap<PairId, RecordId>();
              for (int i = 0; i < intents.size(); i++) {
                if (written(session, intents.get(i), results.get(i), left)) {
                  moved.put(intents.get(i).pair(), intents.get(i).record());
                }
              }
              return moved;
            });
  }

  private boolean written(Session session, Intent intent, WriteResult result, Set<PairId> left) {
    switch (result.kind()) {
      case WRITTEN -> carriedOut(session, intent, result.echoed(), result.stamp());
      case MOVED, CONVERTED, GONE, MERGED -> {
        // A record that went after our clear may come back: what that fell on is seen then.
        if (result.kind() != WriteResult.Kind.GONE || !Parting.clears(intent)) {
          session.intents().close(intent.trace());
        }
        return true;
      }
      case REJECTED, LATER -> {
        if (intent.fields().stream().noneMatch(p -> p.write().clearFirst())) {
          // What our clear emptied is put back at once.
          left.add(intent.pair());
        }
        notTaken.answered(session, intent, result);
      }
      case UNKNOWN -> left.add(intent.pair());
    }
    return false;
  }

  /** A write that was carried out, and what the fields show after it. */
  void carriedOut(
      Session session, Intent intent, Map<FieldName, Reading> echoed, Optional<Instant> stamp) {
    var shown = new HashMap<FieldName, Reading>();
    var taken = new ArrayList<Intent.Part>();
    for (Intent.Part part : intent.fields()) {
      var wanted = UnderOurWrite.wanted(part.write());
      var now = echoed.getOrDefault(part.write().field(), wanted);
      shown.put(part.write().field(), now);
      if (now.equals(wanted)) {
        taken.add(part);
      }
    }
    session.records().wrote(intent.side(), intent.record(), shown, stamp, run.now());
    PutBack.mended(intent).ifPresent(session.intents()::close);
    keepOrClose(session, intent, stamp);
    if (Parting.isParted(session, intent)) {
      taken.forEach(part -> told(session, intent, part, part.write().expected()));
      return;
    }
    for (Intent.Part part : intent.fields()) {
      if (taken.contains(part)) {
        taken(session, intent, part);
      } else {
        notTaken.kept(session, intent, part);
      }
    }
    decide.anew(session, List.of(intent.pair()));
  }

  private void keepOrClose(Session session, Intent intent, Optional<Instant> stamp) {
    if (intent.fields().stream().anyMatch(p -> Intentions.keepsHistory(run, p.write()))) {
      session
          .intents()
          .put(
              new Intent(
                  intent.trace(),
                  intent.pair(),
                  intent.side(),
                  intent.record(),
                  Intent.Stage.WRITTEN,
                  intent.fields(),
                  intent.readAt(),
                  stamp,
                  intent.run()));
    } else {
      session.intents().close(intent.trace());
    }
  }

  private void taken(Session session, Intent intent, Intent.Part part) {
    var restored = part.reason() == Reason.RESTORED;
    var remembered = TrackMemory.of(session, intent.pair(), part);
    var memory = remembered.memory();
    told(session, intent, part, part.write().expected().or(() -> TrackMemory.clear(memory, part)));
    var base = restored ? part.before() : remembered.base();
    if (!restored && part.after().isPresent() && nothingRemains(session, intent, part)) {
      base = part.after();
    }
    // A refusal stands through what its clear made us put back: else it would be tried forever.
    var refused = restored ? memory.refused() : Optional.<Memory.Seen>empty();
    var own = restored ? memory : memory.writing(memory.own().and(write(part)));
    TrackMemory.written(session, intent.pair(), part, base, own, refused);
  }

  private OwnWrites.Write write(Intent.Part part) {
    var label = Optional.of(part.to()).filter(to -> !to.isEmpty()).map(Label::new);
    return new OwnWrites.Write(part.write().side(), label, run.now());
  }

  private void told(Session session, Intent intent, Intent.Part part, Optional<RawValue> replaced) {
    chronicle.wrote(
        session,
        part.reason() == Reason.RESTORED ? JournalEntry.Kind.RESTORED : JournalEntry.Kind.WROTE,
        intent,
        part.replacing(replaced),
        part.why());
    run.counts().wrote(intent.side(), part.track());
  }

  private static boolean nothingRemains(Session session, Intent intent, Intent.Part part) {
    var other = intent.side().other();
    return session.corrections().of(intent.pair()).stream()
            .noneMatch(c -> c.track().equals(part.track()) && c.write().side() == other)
        && session.intents().of(intent.pair()).stream()
            .noneMatch(
                i ->
                    i.side() == other
                        && i.stage() != Intent.Stage.WRITTEN
                        && i.fields().stream().anyMatch(p -> p.track().equals(part.track())));
  }
}
