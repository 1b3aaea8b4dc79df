package io.stagesync.engine;

import io.stagesync.mapping.Fingerprint;
import io.stagesync.reconcile.Memory;
import io.stagesync.reconcile.Reason;
import io.stagesync.state.PairId;
import io.stagesync.state.PairState;
import io.stagesync.state.Pairs.PairDecided;
import io.stagesync.state.Session;
import io.stagesync.vocabulary.Track;
import java.util.List;
import java.util.Optional;

/**
 * What only the changed mapping asks for. A run holds it; a plan shows it as if it were approved,
 * so that a person sees what would be written; and applying that plan with approval approves it
 * once.
 */
final class ChangedMapping {
  private static final int PAGE = 500;

  private final Run run;
  private final Decide decide;

  ChangedMapping(Run run, Decide decide) {
    this.run = run;
    this.decide = decide;
  }

  /**
   * Decides everything that is held for the changed mapping as if it were approved.
   *
   * @return how many tracks of pairs were held for it
   */
  long foresee() {
    long held = 0;
    Optional<PairId> after = Optional.empty();
    while (true) {
      var from = after;
      var page = run.store().write(session -> page(session, from));
      if (page.isEmpty()) {
        return held;
      }
      held += page.size();
      after = Optional.of(page.get(page.size() - 1).pair().id());
    }
  }

  private List<PairDecided> page(Session session, Optional<PairId> after) {
    var held = session.pairs().withReason(List.of(Reason.MAPPING_CHANGED), after, PAGE);
    held.forEach(h -> approve(session, h.pair().id(), h.track()));
    decide.anew(session, held.stream().map(h -> h.pair().id()).distinct().toList());
    return held;
  }

  /** Approves for a track of a pair what its mapping, as it stands now, asks for. */
  void approve(Session session, PairId pair, Track track) {
    for (PairState state : session.pairs().states(List.of(pair))) {
      var remembered = state.track(track);
      session
          .pairs()
          .remember(
              pair,
              track,
              new PairState.Remembered(
                  remembered.base(),
                  approved(remembered.memory(), run.mapping().track(track).fingerprint())));
    }
  }

  /** Takes approvals back that went to pairs which moved since, as if they were never given. */
  void takeBack(Session session, List<PairState> before) {
    for (PairState was : before) {
      var id = was.pair().id();
      for (PairState now : session.pairs().states(List.of(id))) {
        now.tracks().keySet().stream()
            .filter(t -> isApproved(now, t) && !isApproved(was, t))
            .forEach(t -> session.pairs().remember(id, t, was.track(t)));
      }
    }
    decide.anew(session, before.stream().map(s -> s.pair().id()).toList());
  }

  /** Whether a track of a pair is decided under an approval of its mapping. */
  static boolean isApproved(PairState state, Track track) {
    return state.track(track).memory().approvedMapping().isPresent();
  }

  static Memory approved(Memory m, Fingerprint mapping) {
    return m.approving(mapping);
  }
}
