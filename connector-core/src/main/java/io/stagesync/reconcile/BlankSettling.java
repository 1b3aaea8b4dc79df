package io.stagesync.reconcile;

import io.stagesync.vocabulary.FieldCatalog;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.Side;
import java.util.Optional;

/**
 * A blank of HubSpot's forward-only stage that is not ours.
 *
 * <p>Anybody who moves that stage back has to clear it first, so a blank may last a second and mean
 * nothing. It is acted on only when a later run still sees it. Until then nothing is written to
 * either side: not even a move of the other side, since the value that is about to appear may make
 * it a conflict. At first sight there was no value that somebody could have cleared, and the blank
 * is filled at once.
 */
final class BlankSettling {
  private BlankSettling() {}

  /** Whether the blank has to be seen once more before anything is done about it. */
  static boolean settles(TrackCase c) {
    return suspicious(c) && seenIn(c) >= c.pair().run();
  }

  /** The run that first saw the blank, this one if need be; 0 where there is none. */
  static long seenIn(TrackCase c) {
    if (!suspicious(c)) {
      return 0;
    }
    long before = c.view().memory().blankSeenInRun();
    return before > 0 ? before : c.pair().run();
  }

  static Verdict verdict(TrackCase c) {
    String was = c.base().flatMap(Base::hubspot).map(Sentences::quoted).orElse("");
    return Verdict.stop(
        Reason.BLANK_SETTLES,
        "HubSpot is blank where it said "
            + was
            + ". That may be the middle of somebody's step back; the next run looks again.",
        "");
  }

  private static boolean suspicious(TrackCase c) {
    Optional<RawValue> before = c.base().flatMap(Base::hubspot);
    return c.hubspot().blank()
        && before.isPresent()
        && c.field(Side.HUBSPOT).filter(FieldCatalog::forwardOnly).isPresent();
  }
}
