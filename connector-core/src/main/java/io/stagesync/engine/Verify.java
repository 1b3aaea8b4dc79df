package io.stagesync.engine;

import io.stagesync.port.Conversion;
import io.stagesync.port.CrmRecord;
import io.stagesync.port.CrmRecord.Presence;
import io.stagesync.port.FieldChange;
import io.stagesync.port.Reading;
import io.stagesync.reconcile.FieldWrite;
import io.stagesync.reconcile.Reason;
import io.stagesync.state.Intent;
import io.stagesync.state.PairId;
import io.stagesync.state.Session;
import io.stagesync.vocabulary.RecordId;
import io.stagesync.vocabulary.Side;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Looks into every write that was begun. One whose outcome is not known is read again: it is either
 * finished or decided anew. One that was carried out is held against the field's history: where it
 * fell on an edit that a person made between our read and our write, that edit is put back, the
 * base returns to what it was, and the pair is decided anew.
 */
final class Verify {
  private static final int PAGE = 200;
  private static final String MENDS = "u";

  private final Run run;
  private final Decide decide;
  private final Read read;
  private final Push push;
  private final Outcomes outcomes;

  Verify(Run run, Decide decide, Read read, Push push) {
    this.run = run;
    this.decide = decide;
    this.read = read;
    this.push = push;
    this.outcomes = new Outcomes(run, decide);
  }

  /** Looks into all open intents of earlier runs. */
  void all() {
    run.progress().step(Progress.Step.VERIFY, run.store().read(s -> s.intents().count()));
    for (Side side : Side.values()) {
      each(side, this::unknown, i -> i.stage() != Intent.Stage.WRITTEN);
      each(side, this::carriedOut, i -> i.stage() == Intent.Stage.WRITTEN);
    }
    run.progress().done(Progress.Step.VERIFY);
  }

  /** Looks into those whose outcome is not known; true when there were any. */
  boolean unknownOnes() {
    long before = run.store().read(s -> s.intents().count());
    for (Side side : Side.values()) {
      each(side, this::unknown, i -> i.stage() != Intent.Stage.WRITTEN);
    }
    long after = run.store().read(s -> s.intents().count());
    return after != before;
  }

  private interface Look {
    void into(Side side, List<Intent> intents);
  }

  private void each(Side side, Look look, Predicate<Intent> which) {
    Optional<String> after = Optional.empty();
    while (true) {
      var from = after;
      var page = run.store().read(s -> s.intents().open(side, from, PAGE));
      if (page.isEmpty()) {
        return;
      }
      after = Optional.of(page.get(page.size() - 1).trace());
      var some = page.stream().filter(which).toList();
      if (!some.isEmpty()) {
        run.turn().keep();
        look.into(side, some);
        run.progress().advanced(Progress.Step.VERIFY, some.size());
      }
    }
  }

  private static List<RecordId> records(List<Intent> intents) {
    return intents.stream().map(Intent::record).distinct().toList();
  }

  private void unknown(Side side, List<Intent> intents) {
    var now =
        run.crms().on(side).fetch(records(intents)).stream()
            .collect(Collectors.toMap(CrmRecord::id, r -> r, (a, b) -> a));
    var emptied = intents.stream().filter(i -> !emptied(i, now.get(i.record())).isEmpty()).toList();
    var histories = emptied.isEmpty() ? NO_HISTORIES : histories(side, emptied);
    run.store()
        .change(
            session -> {
              for (Intent intent : intents) {
                var record = now.get(intent.record());
                var there = there(intent, record);
                if (record != null && !there.isEmpty()) {
                  outcomes.carriedOut(
                      session, intent.of(there), record.fields(), Optional.of(record.modified()));
                } else {
                  var history = histories.getOrDefault(intent.record(), List.of());
                  emptied(intent, record).forEach(p -> rememberClear(session, intent, p, history));
                  session.intents().close(intent.trace());
                }
              }
              read.see(session, side, now.values());
              var pairs = new HashSet<PairId>();
              intents.forEach(i -> pairs.add(i.pair()));
              decide.anew(session, pairs);
            });
  }

  private static final Map<RecordId, List<FieldChange>> NO_HISTORIES = Map.of();

  private Map<RecordId, List<FieldChange>> histories(Side side, List<Intent> intents) {
    var earliest =
        intents.stream().map(Intent::readAt).min(Instant::compareTo).orElse(Instant.EPOCH);
    return run.crms().on(side).history(records(intents), earliest);
  }

  /** The fields that show what was to be written; a person may have moved on with another one. */
  private static List<Intent.Part> there(Intent intent, @Nullable CrmRecord record) {
    if (record == null || record.presence() == Presence.GONE) {
      return List.of();
    }
    var there =
        intent.fields().stream()
            .filter(p -> wanted(p.write()).equals(record.fields().get(p.write().field())))
            .toList();
    boolean whole = there.size() == intent.fields().size();
    return whole || intent.stage() == Intent.Stage.SENT ? there : List.of();
  }

  /** The fields that are blank, as our clear makes them. */
  private static List<Intent.Part> emptied(Intent intent, @Nullable CrmRecord record) {
    return record == null
        ? List.of()
        : intent.fields().stream()
            .filter(p -> p.write().clearFirst())
            .filter(p -> Reading.BLANK.equals(record.fields().get(p.write().field())))
            .toList();
  }

  /** Our clear may have fallen on an edit: then that is the value from before it. */
  private static void rememberClear(
      Session session, Intent intent, Intent.Part part, List<FieldChange> history) {
    var own = history.stream().filter(c -> c.field().equals(part.write().field())).toList();
    var edit =
        own.stream()
            .limit(2)
            .skip(1)
            .filter(c -> own.get(0).by().ours() && own.get(0).to().equals(Reading.BLANK))
            .filter(c -> !c.by().ours())
            .flatMap(c -> c.to().value().stream())
            .findFirst();
    Intentions.rememberClear(
        session, intent.pair(), part.track(), edit.or(() -> part.write().expected()));
  }

  private static Reading wanted(FieldWrite write) {
    return write.value().map(Reading::of).orElse(Reading.BLANK);
  }

  private void carriedOut(Side side, List<Intent> intents) {
    var histories = histories(side, intents);
    var harmed =
        intents.stream()
            .filter(i -> !lost(i, histories.getOrDefault(i.record(), List.of())).isEmpty())
            .toList();
    read.fresh(side, records(harmed));
    var restores = new ArrayList<Intent>();
    run.store()
        .change(
            session -> {
              run.turn().require(session);
              for (Intent intent : intents) {
                var lost = lost(intent, histories.getOrDefault(intent.record(), List.of()));
                lost.keySet().removeIf(part -> !stillShows(session, intent, part));
                if (lost.isEmpty()) {
                  session.intents().close(intent.trace());
                } else {
                  // It stays open until the edit is back, however often that is tried.
                  var restore = restore(intent, lost);
                  session.intents().put(restore);
                  restores.add(restore);
                }
              }
            });
    putBack(restores);
  }

  /** Whether the record, read again just now, may be written and still shows what we wrote. */
  private static boolean stillShows(Session session, Intent intent, Intent.Part part) {
    return session
        .records()
        .find(intent.side(), intent.record())
        .filter(r -> r.presence() == Presence.LIVE)
        .filter(r -> !r.conversion().map(Conversion::converted).orElse(false))
        .map(r -> r.fields().get(part.write().field()))
        .filter(f -> f.reading().equals(wanted(part.write())))
        .isPresent();
  }

  /** The trace of the write that a write puts an edit back for. */
  static Optional<String> mended(Intent intent) {
    var trace = intent.trace();
    return trace.endsWith(MENDS)
        ? Optional.of(trace.substring(0, trace.length() - MENDS.length()))
        : Optional.empty();
  }

  private void putBack(List<Intent> restores) {
    if (restores.isEmpty()) {
      return;
    }
    Set<PairId> left = new HashSet<>();
    var crm = run.crms().on(restores.get(0).side());
    for (int i = 0; i < restores.size(); i += crm.batchSize()) {
      run.turn().keep();
      push.send(crm, restores.subList(i, Math.min(i + crm.batchSize(), restores.size())), left);
    }
    run.counts().restored.addAndGet(restores.size());
  }

  /** For each field of a write that fell on an edit: what the person had set there. */
  private static Map<Intent.Part, Reading> lost(Intent intent, List<FieldChange> history) {
    var lost = new HashMap<Intent.Part, Reading>();
    for (Intent.Part part : intent.fields()) {
      var own = history.stream().filter(c -> c.field().equals(part.write().field())).toList();
      under(part.write(), own).ifPresent(edit -> lost.put(part, edit));
    }
    return lost;
  }

  /**
   * What our write fell on, when that is not what it expected. Only where our write still is the
   * newest entry: an edit made after it stands for itself.
   */
  static Optional<Reading> under(FieldWrite write, List<FieldChange> newestFirst) {
    if (newestFirst.isEmpty() || !newestFirst.get(0).to().equals(wanted(write))) {
      return Optional.empty();
    }
    var expected = write.expected().map(Reading::of).orElse(Reading.BLANK);
    for (FieldChange change : newestFirst.subList(1, newestFirst.size())) {
      boolean ourClear = write.clearFirst() && change.to().equals(Reading.BLANK);
      if (change.to().equals(expected)) {
        return Optional.empty();
      }
      if (!ourClear) {
        return change.by().ours() ? Optional.empty() : Optional.of(change.to());
      }
    }
    return Optional.empty();
  }

  private Intent restore(Intent fellOn, Map<Intent.Part, Reading> lost) {
    var parts = new ArrayList<Intent.Part>();
    lost.forEach(
        (part, edit) -> {
          var write =
              new FieldWrite(
                  part.write().field(),
                  part.write().value(),
                  edit.value(),
                  backward(part.write(), edit));
          parts.add(
              new Intent.Part(
                  part.track(),
                  write,
                  Reason.RESTORED,
                  part.to(),
                  part.from(),
                  "An edit was made between our read and our write; it is put back as it was",
                  part.before(),
                  Optional.empty()));
        });
    return new Intent(
        fellOn.trace() + MENDS,
        fellOn.pair(),
        fellOn.side(),
        fellOn.record(),
        parts.stream().anyMatch(p -> p.write().clearFirst())
            ? Intent.Stage.CLEARING
            : Intent.Stage.SENT,
        parts,
        fellOn.writtenAt().orElse(fellOn.readAt()),
        Optional.empty(),
        run.number());
  }

  private boolean backward(FieldWrite ours, Reading edit) {
    return run.catalogs()
        .on(ours.side())
        .field(ours.field())
        .filter(f -> f.forwardOnly() && ours.value().isPresent() && edit.value().isPresent())
        .map(f -> f.order(edit.value().get()) < f.order(ours.value().get()))
        .orElse(false);
  }
}
