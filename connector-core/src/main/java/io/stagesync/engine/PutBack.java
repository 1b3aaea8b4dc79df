package io.stagesync.engine;

import io.stagesync.port.FieldChange;
import io.stagesync.port.Reading;
import io.stagesync.reconcile.FieldWrite;
import io.stagesync.reconcile.Reason;
import io.stagesync.state.Intent;
import io.stagesync.state.JournalEntry;
import io.stagesync.state.PairId;
import io.stagesync.state.Session;
import io.stagesync.vocabulary.FieldName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Puts back what a write of ours took from somebody: an edit that it fell on, or a stage that its
 * clear emptied and whose pair ended before the set. The write that did it stays open until that is
 * through, however often it is tried.
 */
final class PutBack {
  private static final String MENDS = "u";

  private final Run run;
  private final Push push;
  private final Chronicle chronicle;

  PutBack(Run run, Push push) {
    this.run = run;
    this.push = push;
    this.chronicle = new Chronicle(run);
  }

  /** The trace of the write that a write puts something back for. */
  static Optional<String> mended(Intent intent) {
    var trace = intent.trace();
    return trace.endsWith(MENDS)
        ? Optional.of(trace.substring(0, trace.length() - MENDS.length()))
        : Optional.empty();
  }

  /** The write that puts edits back. */
  Intent edits(Intent fellOn, Map<Intent.Part, Reading> lost, List<FieldChange> history) {
    var parts = new ArrayList<Intent.Part>();
    lost.forEach(
        (part, edit) ->
            parts.add(
                back(
                    part,
                    edit,
                    UnderOurWrite.newest(part, history),
                    "An edit was made between our read and our write; it is put back as it was")));
    return mending(fellOn, parts, fellOn.writtenAt().orElse(fellOn.readAt()));
  }

  private Intent.Part back(Intent.Part part, Reading edit, Reading shown, String why) {
    var field = part.write().field();
    return restored(
        part,
        new FieldWrite(field, shown.value(), edit.value(), backward(field, shown, edit)),
        why);
  }

  /** Says in the journal that an edit cannot be put back: nobody may write to its record. */
  void tellLost(
      Session session, Intent fellOn, Map<Intent.Part, Reading> lost, List<FieldChange> history) {
    lost.forEach(
        (part, edit) ->
            chronicle.wrote(
                session,
                JournalEntry.Kind.NOT_WRITTEN,
                fellOn,
                back(part, edit, UnderOurWrite.newest(part, history), ""),
                "An edit was made between our read and our write. It cannot be put back, for the"
                    + " record is converted or gone"));
  }

  /** The write that fills fields again which our clear emptied. */
  Intent emptied(
      Intent cleared, List<Intent.Part> emptied, List<FieldChange> history, Instant readAt) {
    var parts = new ArrayList<Intent.Part>();
    for (Intent.Part part : emptied) {
      parts.add(
          restored(
              part,
              new FieldWrite(
                  part.write().field(),
                  Optional.empty(),
                  UnderOurWrite.clear(part, history),
                  false),
              "The pair ended between our clear and our set; the value from before is put back"));
    }
    return mending(cleared, parts, readAt);
  }

  private static Intent.Part restored(Intent.Part part, FieldWrite write, String why) {
    return new Intent.Part(
        part.track(),
        write,
        Reason.RESTORED,
        part.to(),
        part.from(),
        why,
        part.before(),
        Optional.empty());
  }

  private Intent mending(Intent harm, List<Intent.Part> parts, Instant readAt) {
    return new Intent(
        harm.trace() + MENDS,
        harm.pair(),
        harm.side(),
        harm.record(),
        parts.stream().anyMatch(p -> p.write().clearFirst())
            ? Intent.Stage.CLEARING
            : Intent.Stage.SENT,
        parts,
        readAt,
        Optional.empty(),
        run.number());
  }

  private boolean backward(FieldName field, Reading ours, Reading edit) {
    return run.catalogs()
        .on(field.side())
        .field(field)
        .filter(f -> f.forwardOnly() && ours.value().isPresent() && edit.value().isPresent())
        .map(f -> f.order(edit.value().get()) < f.order(ours.value().get()))
        .orElse(false);
  }

  /** Sends what was stored, all of one side. */
  void send(List<Intent> restores) {
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
}
