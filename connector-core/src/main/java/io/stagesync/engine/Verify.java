package io.stagesync.engine;

import io.stagesync.port.Conversion;
import io.stagesync.port.CrmRecord;
import io.stagesync.port.CrmRecord.Presence;
import io.stagesync.port.FieldChange;
import io.stagesync.port.Reading;
import io.stagesync.state.Intent;
import io.stagesync.state.PairId;
import io.stagesync.state.SeenRecord;
import io.stagesync.state.Session;
import io.stagesync.vocabulary.RecordId;
import io.stagesync.vocabulary.Side;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  private final Run run;
  private final Decide decide;
  private final Read read;
  private final Outcomes outcomes;
  private final PutBack putBack;

  Verify(Run run, Decide decide, Read read, Push push) {
    this.run = run;
    this.decide = decide;
    this.read = read;
    this.outcomes = new Outcomes(run, decide);
    this.putBack = new PutBack(run, push);
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
    var blank = intents.stream().filter(i -> !blank(i, now.get(i.record())).isEmpty()).toList();
    var histories = blank.isEmpty() ? NO_HISTORIES : histories(side, blank);
    var restores = new ArrayList<Intent>();
    run.store()
        .change(
            session -> {
              for (Intent intent : intents) {
                var record = now.get(intent.record());
                var history = histories.getOrDefault(intent.record(), List.of());
                unknown(session, intent, record, history).ifPresent(restores::add);
              }
              read.see(session, side, now.values());
              var pairs = new HashSet<PairId>();
              intents.forEach(i -> pairs.add(i.pair()));
              decide.anew(session, pairs);
            });
    putBack.send(restores);
  }

  /** Finishes a write, or gives it up to be decided anew; what is to be put back is returned. */
  private Optional<Intent> unknown(
      Session session, Intent intent, @Nullable CrmRecord record, List<FieldChange> history) {
    var there = there(intent, record);
    var emptied = new ArrayList<>(emptied(intent, record));
    var byPeople =
        blank(intent, record).stream()
            .filter(p -> UnderOurWrite.emptiedByAPerson(p, history))
            .toList();
    TrackMemory.notCleared(session, intent.of(byPeople));
    emptied.removeAll(byPeople);
    if (record != null && !there.isEmpty()) {
      outcomes.carriedOut(
          session, intent.of(there), record.fields(), Optional.of(record.modified()));
    } else if (isGone(record) && Parting.clears(intent)) {
      // It stays open: should the record come back, its history tells what our clear fell on.
      return Optional.empty();
    } else if (record != null && !emptied.isEmpty() && Parting.isParted(session, intent)) {
      // Nobody decides this contact anew, so nobody else would fill what our clear emptied.
      run.turn().require(session);
      var restore = putBack.emptied(intent, emptied, history, record.modified());
      session.intents().put(restore);
      return Optional.of(restore);
    } else {
      emptied.forEach(
          p ->
              TrackMemory.clearing(
                  session, intent.pair(), p.track(), UnderOurWrite.clear(p, history)));
      session.intents().close(intent.trace());
    }
    return Optional.empty();
  }

  private static boolean isGone(@Nullable CrmRecord record) {
    return record != null && record.presence() == Presence.GONE && record.mergedInto().isEmpty();
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
            .filter(
                p -> UnderOurWrite.wanted(p.write()).equals(record.fields().get(p.write().field())))
            .toList();
    boolean whole = there.size() == intent.fields().size();
    return whole || intent.stage() == Intent.Stage.SENT ? there : List.of();
  }

  /** The fields that are blank, as this clear makes them. */
  private static List<Intent.Part> emptied(Intent intent, @Nullable CrmRecord record) {
    return blank(intent, record).stream().filter(p -> p.write().clearFirst()).toList();
  }

  /** The fields that are blank, maybe by a clear before this write; only HubSpot's are cleared. */
  private static List<Intent.Part> blank(Intent intent, @Nullable CrmRecord record) {
    return record == null || intent.side() != Side.HUBSPOT
        ? List.of()
        : intent.fields().stream()
            .filter(p -> Reading.BLANK.equals(record.fields().get(p.write().field())))
            .toList();
  }

  private void carriedOut(Side side, List<Intent> intents) {
    var histories = histories(side, intents);
    var harmed =
        intents.stream()
            .filter(
                i ->
                    !UnderOurWrite.lost(i, histories.getOrDefault(i.record(), List.of())).isEmpty())
            .toList();
    read.fresh(side, records(harmed));
    var restores = new ArrayList<Intent>();
    run.store()
        .change(
            session -> {
              run.turn().require(session);
              for (Intent intent : intents) {
                boolean cleared = isCleared(session, intent);
                if (unreadable(intent) || (cleared && toWrite(session, intent).isPresent())) {
                  // What it fell on is seen again once the field is there, or is set.
                  continue;
                }
                var history = histories.getOrDefault(intent.record(), List.<FieldChange>of());
                var lost = UnderOurWrite.lost(intent, history);
                putBack(session, intent, lost, history).ifPresent(restores::add);
              }
            });
    putBack.send(restores);
  }

  /** Whether a mapped field of it is hidden from us or removed, and its history with it. */
  private boolean unreadable(Intent intent) {
    var there = run.catalogs().on(intent.side()).fields().keySet();
    return intent.fields().stream()
        .map(p -> p.write().field())
        .anyMatch(f -> !there.contains(f) && run.mapping().fields(f.side()).contains(f));
  }

  /** Whether our own clear stands in one of its fields, to be followed by a set. */
  private static boolean isCleared(Session session, Intent intent) {
    return session.pairs().states(List.of(intent.pair())).stream()
        .anyMatch(
            state ->
                intent.fields().stream()
                    .anyMatch(
                        p -> TrackMemory.clear(state.track(p.track()).memory(), p).isPresent()));
  }

  /**
   * Stores the write that puts edits back which a write fell on; the write itself stays open until
   * they are back, however often that is tried. An edit made since stands for itself.
   */
  private Optional<Intent> putBack(
      Session session, Intent fellOn, Map<Intent.Part, Reading> lost, List<FieldChange> history) {
    var now = toWrite(session, fellOn);
    if (now.isEmpty()) {
      putBack.tellLost(session, fellOn, lost, history);
    } else {
      lost.keySet().removeIf(p -> !shows(now.get(), p, UnderOurWrite.newest(p, history)));
    }
    if (now.isEmpty() || lost.isEmpty()) {
      session.intents().close(fellOn.trace());
      return Optional.empty();
    }
    var restore = putBack.edits(fellOn, lost, history);
    session.intents().put(restore);
    return Optional.of(restore);
  }

  /** The record of a write, as it was read last, where it may still be written. */
  private static Optional<SeenRecord> toWrite(Session session, Intent intent) {
    return session
        .records()
        .find(intent.side(), intent.record())
        .filter(r -> r.presence() == Presence.LIVE)
        .filter(r -> !r.conversion().map(Conversion::converted).orElse(false));
  }

  private static boolean shows(SeenRecord record, Intent.Part part, Reading reading) {
    return Optional.ofNullable(record.fields().get(part.write().field()))
        .filter(f -> f.reading().equals(reading))
        .isPresent();
  }
}
