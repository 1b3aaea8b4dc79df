package io.stagesync.hubspot;

import java.time.Duration;
import java.util.OptionalInt;

/**
 * How much may be asked of an account.
 *
 * @param burst calls within any 10 seconds that the account's tier allows; empty: 190, until the
 *     account says otherwise
 * @param search searches within any second that the account allows
 * @param share the part of every limit that we use, above 0 and at most 1; the rest is left for
 *     other programs
 * @param connect how long a connection may take to come about
 * @param deadline how long a whole exchange may take
 */
public record HubSpotLimits(
    OptionalInt burst, int search, double share, Duration connect, Duration deadline) {
  /** Calls within 10 seconds of a Professional or Enterprise account. */
  static final int USUAL_BURST = 190;

  /** What suits every account: 80% of what it says that it allows. */
  public static final HubSpotLimits STANDARD =
      new HubSpotLimits(
          OptionalInt.empty(), 5, 0.8, Duration.ofSeconds(10), Duration.ofSeconds(60));

  public HubSpotLimits {
    if (share <= 0 || share > 1) {
      throw new IllegalArgumentException("the share of HubSpot's limits is above 0 and at most 1");
    }
    if (search < 1 || burst.isPresent() && burst.getAsInt() < 1) {
      throw new IllegalArgumentException("HubSpot's limits are at least 1");
    }
  }
}
