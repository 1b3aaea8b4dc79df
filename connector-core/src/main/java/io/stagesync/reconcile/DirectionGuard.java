package io.stagesync.reconcile;

import java.util.Optional;

/** Guard 1: a track writes only the sides that it says it writes. Nothing is exempt. */
final class DirectionGuard {
  private DirectionGuard() {}

  static Optional<Verdict> refuses(TrackCase c, Candidate push) {
    if (c.track().direction().writes(push.target())) {
      return Optional.empty();
    }
    String source = push.source().displayName();
    String target = push.target().displayName();
    return Optional.of(
        Verdict.stop(
            Reason.ONE_WAY,
            Sentences.moved(c, push) + " The track never writes " + target + ".",
            "Make the same edit in "
                + target
                + ", or set "
                + source
                + " back, or change the track's direction in "
                + c.mapping().fileName()
                + "."));
  }
}
