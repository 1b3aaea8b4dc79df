package io.stagesync.engine;

import io.stagesync.port.WriteResult;
import io.stagesync.reconcile.Memory;
import io.stagesync.reconcile.Reason;
import io.stagesync.state.Intent;
import io.stagesync.state.JournalEntry;
import io.stagesync.state.Pairs.DecidedTrack;
import io.stagesync.state.Session;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/** Stores that a target did not take a write: it kept its value, refused it, or cannot now. */
final class NotTaken {
  private final Run run;
  private final Decide decide;
  private final Chronicle chronicle;

  NotTaken(Run run, Decide decide, Chronicle chronicle) {
    this.run = run;
    this.decide = decide;
    this.chronicle = chronicle;
  }

  /** The target answered that it was done and kept its value: not tried again until it changes. */
  void kept(Session session, Intent intent, Intent.Part part) {
    run.counts().refused.incrementAndGet();
    refused(
        session,
        intent,
        part,
        intent.side().displayName() + " answered that it was done and kept its value");
  }

  /** The CRM answered with an error. */
  void answered(Session session, Intent intent, WriteResult result) {
    run.counts().failed.incrementAndGet();
    var words =
        intent.side().displayName() + " answered " + result.code() + ": " + result.message();
    boolean parted = Parting.isParted(session, intent);
    if (result.kind() == WriteResult.Kind.LATER || parted) {
      intent
          .fields()
          .forEach(p -> chronicle.wrote(session, JournalEntry.Kind.NOT_WRITTEN, intent, p, words));
    }
    if (parted && Parting.clears(intent)) {
      // It stays open: nobody decides this contact anew, and our clear has emptied it.
      return;
    }
    session.intents().close(intent.trace());
    if (result.kind() == WriteResult.Kind.LATER) {
      return;
    }
    PutBack.mended(intent).ifPresent(session.intents()::close);
    if (!parted) {
      rejected(session, intent, words);
    }
  }

  private void rejected(Session session, Intent intent, String words) {
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

  private void refused(Session session, Intent intent, Intent.Part part, String words) {
    var state = session.pairs().states(List.of(intent.pair())).get(0);
    var view =
        Views.of(run.mapping(), state, run.number(), run.now(), Optional.empty())
            .tracks()
            .get(part.track());
    if (view == null) {
      return;
    }
    var seen = Memory.Seen.of(run.mapping().track(part.track()), run.catalogs(), view);
    TrackMemory.refused(session, intent.pair(), part, seen);
    chronicle.wrote(session, JournalEntry.Kind.NOT_WRITTEN, intent, part, words);
  }
}
