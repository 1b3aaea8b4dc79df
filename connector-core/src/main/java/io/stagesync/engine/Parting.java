package io.stagesync.engine;

import io.stagesync.reconcile.FieldWrite;
import io.stagesync.reconcile.Reason;
import io.stagesync.state.Intent;
import io.stagesync.state.JournalEntry;
import io.stagesync.state.Pair;
import io.stagesync.state.PairState;
import io.stagesync.state.Session;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.util.List;
import java.util.Optional;

/**
 * Ends pairs. With a pair goes its memory, and with that the only word of a clear of ours that is
 * not followed by its set: so an intent is left in its place. It puts the stage back, unless the
 * contact finds a new pair first, which takes the open clear over.
 */
final class Parting {
  private final Run run;
  private final Chronicle chronicle;

  Parting(Run run) {
    this.run = run;
    this.chronicle = new Chronicle(run);
  }

  void part(Session session, Pair pair, String why) {
    chronicle.paired(session, JournalEntry.Kind.PARTED, pair, why);
    for (PairState state : session.pairs().states(List.of(pair.id()))) {
      state
          .tracks()
          .forEach(
              (track, remembered) ->
                  remembered
                      .memory()
                      .openClear()
                      .filter(before -> !begun(session, pair, track))
                      .ifPresent(before -> leave(session, state, track, before)));
    }
    session.pairs().part(pair.id());
  }

  /** Whether the intent of the clear itself is still open. */
  private static boolean begun(Session session, Pair pair, Track track) {
    return session.intents().of(pair.id()).stream()
        .anyMatch(i -> clears(i) && i.fields().stream().anyMatch(p -> p.track().equals(track)));
  }

  /** A pair may be parted (a merge that was read meanwhile) while its write is under way. */
  static boolean isParted(Session session, Intent intent) {
    return session.pairs().states(List.of(intent.pair())).isEmpty();
  }

  /** Whether a write has a clear that is not known to be followed by its set. */
  static boolean clears(Intent intent) {
    return intent.stage() != Intent.Stage.WRITTEN
        && intent.fields().stream().anyMatch(p -> p.write().clearFirst());
  }

  private void leave(Session session, PairState state, Track track, RawValue before) {
    var field = run.mapping().track(track).field(Side.HUBSPOT);
    if (field.isEmpty()) {
      return;
    }
    var was = Optional.of(before);
    session
        .intents()
        .put(
            new Intent(
                "p" + run.number() + "-" + state.pair().id().number() + "-" + track.name(),
                state.pair().id(),
                Side.HUBSPOT,
                state.pair().contact(),
                Intent.Stage.CLEARING,
                List.of(
                    new Intent.Part(
                        track,
                        new FieldWrite(field.get(), was, was, true),
                        Reason.RESTORED,
                        "",
                        "",
                        "",
                        state.track(track).base(),
                        Optional.empty())),
                state.contact().modified(),
                Optional.empty(),
                run.number()));
  }

  /** A new pair reads its contact's stage as the value before a clear that is still open. */
  static void takeOver(Session session, Pair pair) {
    for (Intent intent : session.intents().of(Side.HUBSPOT, pair.contact())) {
      if (clears(intent) && !intent.pair().equals(pair.id())) {
        intent.fields().stream()
            .filter(p -> p.write().clearFirst())
            .forEach(p -> TrackMemory.clearing(session, pair.id(), p));
        session.intents().close(intent.trace());
      }
    }
  }
}
