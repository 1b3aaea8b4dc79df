package io.stagesync.reconcile;

import java.util.Optional;

/**
 * A track that is paused because what a CRM accepts does not fit the mapping any more.
 *
 * <p>Agreement stays, as it does before every guard: nothing is written for it. Whatever else would
 * be said of the pair is said under words of which some are wrong, so the pause is said in its
 * place. Bases and memories stay as they were; when the words fit again, the pair is decided from
 * there, as if nothing had been looked at meanwhile.
 */
final class Pause {
  private Pause() {}

  static boolean of(TrackCase c) {
    return why(c).isPresent();
  }

  static Verdict on(TrackCase c, Verdict verdict) {
    boolean stays = verdict.agreed() || verdict.is(Outcome.SKIPPED);
    Optional<String> why = why(c);
    return stays || why.isEmpty() ? verdict : hold(c, verdict, why.get());
  }

  private static Verdict hold(TrackCase c, Verdict verdict, String why) {
    return Verdict.stop(
        Reason.TRACK_PAUSED,
        "The track " + c.track().track() + " is paused: " + why + ". " + verdict.why(),
        "`stagesync drift` says what changed and what to do. Once the picklist and "
            + c.mapping().fileName()
            + " fit again, the track goes on by itself.");
  }

  private static Optional<String> why(TrackCase c) {
    return Optional.ofNullable(c.catalogs().paused().get(c.track().track()));
  }
}
