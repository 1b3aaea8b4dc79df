package io.stagesync.engine;

import io.stagesync.reconcile.Memory;
import io.stagesync.reconcile.OwnWrites;
import io.stagesync.reconcile.Reason;
import io.stagesync.state.JournalEntry;
import io.stagesync.state.PairId;
import io.stagesync.state.PairState;
import io.stagesync.state.Session;
import io.stagesync.state.Store;
import io.stagesync.vocabulary.Track;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lets a pair be written again of which something went back and forth, because a person says that
 * the cause is mended. Needs no place of a writer: the next run decides the pair anew.
 */
public final class Release {
  private final Store store;
  private final InstantSource clock;

  public Release(Store store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * Releases a pair.
   *
   * @return the tracks that went back and forth, ordered by name; empty where none did, and then
   *     nothing changes
   * @throws io.stagesync.state.StoreException when the store is in the way
   */
  public List<Track> of(PairId pair) {
    return store.write(session -> of(session, pair));
  }

  private List<Track> of(Session session, PairId pair) {
    var bouncing =
        session.pairs().states(List.of(pair)).stream()
            .flatMap(state -> state.tracks().entrySet().stream())
            .filter(e -> e.getValue().memory().own().bouncing().isPresent())
            .sorted(Map.Entry.comparingByKey())
            .toList();
    for (var entry : bouncing) {
      var was = entry.getValue();
      Memory memory = was.memory().writing(OwnWrites.NONE);
      session.pairs().remember(pair, entry.getKey(), new PairState.Remembered(was.base(), memory));
      session.journal().append(List.of(told(session, pair, entry.getKey())));
    }
    if (!bouncing.isEmpty()) {
      session.pairs().decideAgain(List.of(pair));
    }
    return bouncing.stream().map(Map.Entry::getKey).toList();
  }

  private JournalEntry told(Session session, PairId pair, Track track) {
    return new JournalEntry(
        0,
        JournalEntry.Kind.APPROVED,
        Optional.of(pair),
        Optional.empty(),
        Optional.of(track),
        "",
        "",
        "",
        Optional.of(Reason.BOUNCING),
        "It went back and forth, and may be written again",
        "a person, with `stagesync release`",
        clock.instant(),
        session.runs().latest(1).stream().findFirst().map(run -> run.number()).orElse(0L),
        "");
  }
}
