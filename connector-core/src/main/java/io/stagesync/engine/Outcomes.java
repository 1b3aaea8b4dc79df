package io.stagesync.engine;

import io.stagesync.port.Reading;
import io.stagesync.port.WriteResult;
import io.stagesync.reconcile.Base;
import io.stagesync.reconcile.Memory;
import io.stagesync.reconcile.Reason;
import io.stagesync.state.Intent;
import io.stagesync.state.JournalEntry;
import io.stagesync.state.PairId;
import io.stagesync.state.PairState;
import io.stagesync.state.Pairs.DecidedTrack;
import io.stagesync.state.Session;
import io.stagesync.vocabulary.FieldName;
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

  Outcomes(Run run, Decide decide) {
    this.run = run;
    this.decide = decide;
    this.chronicle = new Chronicle(run);
  }

  /** Stores what became of the clears; those that went through are returned, to be set. */
  List<Intent> cleared(List<Intent> intents, List<WriteResult> results, Set<PairId> left) {
    return run.store()
        .write(
            session -> {
              // Whoever slept between clear and set leaves the set to who took over.
              run.turn().require(session);
              var toSet = new ArrayList<Intent>();
              for (int i = 0; i < intents.size(); i++) {
                cleared(session, intents.get(i), results.get(i), left).ifPresent(toSet::add);
              }
              return toSet;
            });
  }

  private Optional<Intent> cleared(
      Session session, Intent intent, WriteResult result, Set<PairId> left) {
    if (result.kind() == WriteResult.Kind.WRITTEN) {
      var blank = new HashMap<FieldName, Reading>();
      intent.fields().stream()
          .filter(p -> p.write().clearFirst())
          .forEach(p -> blank.put(p.write().field(), Reading.BLANK));
      session.records().wrote(intent.side(), intent.record(), blank, result.stamp(), run.now());
      intent.fields().stream()
          .filter(p -> p.write().clearFirst())
          .forEach(p -> Intentions.rememberClear(session, intent.pair(), p));
      var next = intent.at(Intent.Stage.SENT);
      session.intents().put(next);
      return Optional.of(next);
    }
    left.add(intent.pair());
    if (result.kind() != WriteResult.Kind.UNKNOWN) {
      forgetClear(session, intent);
      notWritten(session, intent, result);
    }
    return Optional.empty();
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
      case WRITTEN -> {
        carriedOut(session, intent, result.echoed(), result.stamp());
        return false;
      }
      case MOVED, CONVERTED, GONE, MERGED -> {
        session.intents().close(intent.trace());
        return true;
      }
      case REJECTED, LATER -> {
        if (intent.fields().stream().noneMatch(p -> p.write().clearFirst())) {
          // What our clear emptied is put back at once.
          left.add(intent.pair());
        }
        notWritten(session, intent, result);
        return false;
      }
      case UNKNOWN -> {
        left.add(intent.pair());
        return false;
      }
    }
    throw new IllegalStateException("a write ended in no known way: " + result.kind());
  }

  /** A write that was carried out, and what the fields show after it. */
  void carriedOut(
      Session session, Intent intent, Map<FieldName, Reading> echoed, Optional<Instant> stamp) {
    var shown = new HashMap<FieldName, Reading>();
    var taken = new ArrayList<Intent.Part>();
    for (Intent.Part part : intent.fields()) {
      var wanted = part.write().value().map(Reading::of).orElse(Reading.BLANK);
      var now = echoed.getOrDefault(part.write().field(), wanted);
      shown.put(part.write().field(), now);
      if (now.equals(wanted)) {
        taken.add(part);
      }
    }
    session.records().wrote(intent.side(), intent.record(), shown, stamp, run.now());
    closeWhatItMends(session, intent);
    if (isParted(session, intent)) {
      session.intents().close(intent.trace());
      return;
    }
    keepOrClose(session, intent, stamp);
    for (Intent.Part part : intent.fields()) {
      if (taken.contains(part)) {
        taken(session, intent, part);
      } else {
        refused(session, intent, part, "");
        run.counts().refused.incrementAndGet();
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
    var remembered = remembered(session, intent.pair(), part);
    chronicle.wrote(
        session,
        restored ? JournalEntry.Kind.RESTORED : JournalEntry.Kind.WROTE,
        intent,
        part.replacing(part.write().expected().or(remembered.memory()::openClear)),
        part.why());
    run.counts().wrote(intent.side(), part.track());
    var base = restored ? part.before() : remembered.base();
    if (!restored && part.after().isPresent() && nothingRemains(session, intent, part)) {
      base = part.after();
    }
    // A refusal stands through what its clear made us put back: else it would be tried forever.
    var refused = restored ? remembered.memory().refused() : Optional.<Memory.Seen>empty();
    remember(session, intent.pair(), part, base, withoutClear(remembered.memory(), refused));
  }

  /** A pair may be parted (a merge that was read meanwhile) while its write is under way. */
  private static boolean isParted(Session session, Intent intent) {
    return session.pairs().states(List.of(intent.pair())).isEmpty();
  }

  private static void closeWhatItMends(Session session, Intent intent) {
    Verify.mended(intent).ifPresent(session.intents()::close);
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

  /** The target kept its value or refused it: not tried again until something changes. */
  private void refused(Session session, Intent intent, Intent.Part part, String words) {
    var state = session.pairs().states(List.of(intent.pair())).get(0);
    var remembered = state.track(part.track());
    var view = Views.of(run.mapping(), state, run.number()).tracks().get(part.track());
    if (view == null) {
      return;
    }
    var seen = Memory.Seen.of(run.mapping().track(part.track()), run.catalogs(), view);
    remember(session, intent.pair(), part, remembered.base(), refused(remembered.memory(), seen));
    chronicle.wrote(
        session,
        JournalEntry.Kind.NOT_WRITTEN,
        intent,
        part,
        words.isBlank()
            ? intent.side().displayName() + " answered that it was done and kept its value"
            : words);
  }

  private void notWritten(Session session, Intent intent, WriteResult result) {
    session.intents().close(intent.trace());
    run.counts().failed.incrementAndGet();
    var words =
        intent.side().displayName() + " answered " + result.code() + ": " + result.message();
    if (result.kind() == WriteResult.Kind.LATER) {
      intent
          .fields()
          .forEach(p -> chronicle.wrote(session, JournalEntry.Kind.NOT_WRITTEN, intent, p, words));
      return;
    }
    closeWhatItMends(session, intent);
    if (isParted(session, intent)) {
      return;
    }
    for (Intent.Part part : intent.fields()) {
      refused(session, intent, part, words);
    }
    decide.anew(session, List.of(intent.pair()));
    var decisions = new HashMap<>(session.pairs().decisions(intent.pair()));
    for (Intent.Part part : intent.fields()) {
      var d = decisions.get(part.track());
      if (d != null) {
        decisions.put(
            part.track(),
            new DecidedTrack(
                Reason.REJECTED_BY_TARGET,
                part.from(),
                part.to(),
                words,
                "mend the cause in "
                    + intent.side().displayName()
                    + ", or edit the field on either side",
                d.base(),
                d.memory(),
                run.number()));
      }
    }
    var again = decisions.values().stream().anyMatch(d -> d.reason() == Reason.BLANK_SETTLES);
    session.pairs().decided(intent.pair(), decisions, again, run.number());
    if (decisions.values().stream().anyMatch(d -> d.reason() == Reason.CONFLICT)) {
      session.pairs().decideAgain(List.of(intent.pair()));
    }
  }

  private void forgetClear(Session session, Intent intent) {
    if (isParted(session, intent)) {
      return;
    }
    for (Intent.Part part : intent.fields()) {
      var remembered = remembered(session, intent.pair(), part);
      remember(
          session,
          intent.pair(),
          part,
          remembered.base(),
          withoutClear(remembered.memory(), remembered.memory().refused()));
    }
  }

  private static PairState.Remembered remembered(Session session, PairId pair, Intent.Part part) {
    return session.pairs().states(List.of(pair)).get(0).track(part.track());
  }

  private static void remember(
      Session session, PairId pair, Intent.Part part, Optional<Base> base, Memory memory) {
    session.pairs().remember(pair, part.track(), new PairState.Remembered(base, memory));
  }

  /** The clear stays open: where it emptied the field, the value from before it is put back. */
  private static Memory refused(Memory m, Memory.Seen seen) {
    return new Memory(
        m.lastDecided(),
        Optional.of(seen),
        m.blankSeenInRun(),
        m.openClear(),
        m.choice(),
        m.approvedMapping());
  }

  private static Memory withoutClear(Memory m, Optional<Memory.Seen> refused) {
    Optional<RawValue> none = Optional.empty();
    return new Memory(
        m.lastDecided(), refused, m.blankSeenInRun(), none, m.choice(), m.approvedMapping());
  }
}
