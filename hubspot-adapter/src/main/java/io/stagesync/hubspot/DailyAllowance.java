package io.stagesync.hubspot;

import io.stagesync.net.DailyShare;
import io.stagesync.port.DailyBudget;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** The account's calls of one day, as its answers tell. May be shared by threads. */
final class DailyAllowance {
  private static final Duration WORTH_ASKING = Duration.ofMinutes(15);

  private final Clock clock;
  private final DailyShare share;
  private volatile ZoneId zone = ZoneOffset.UTC;
  private volatile Instant told = Instant.MIN;

  DailyAllowance(Clock clock, double share) {
    this.clock = clock;
    this.share = new DailyShare(share);
  }

  /** The account's own time zone, at whose midnight the count begins anew. */
  void zone(ZoneId other) {
    zone = other;
  }

  /**
   * Takes the account's word from an answer.
   *
   * @param newest as {@link DailyShare#told} says
   */
  void told(long remaining, long limit, boolean newest) {
    share.told(limit - remaining, limit, newest);
    told = clock.instant();
  }

  /**
   * Whether our share is used up. Now and then a call is let through nevertheless, because nothing
   * else would tell us that a new day began or that the limit was raised.
   */
  boolean exhausted() {
    return share.exhausted()
        && clock.instant().isBefore(told.plus(WORTH_ASKING))
        && clock.instant().isBefore(midnightAfter(told));
  }

  /** When the count begins anew. */
  Instant nextDay() {
    return midnightAfter(clock.instant());
  }

  Optional<DailyBudget> budget() {
    return share.limit() == 0
        ? Optional.empty()
        : Optional.of(new DailyBudget(share.used(), share.limit()));
  }

  private Instant midnightAfter(Instant moment) {
    return moment.atZone(zone).truncatedTo(ChronoUnit.DAYS).plusDays(1).toInstant();
  }
}
