package io.stagesync.salesforce.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** The tokens that are good just now. Each use of one begins its time anew. */
final class Sessions {
  private final Map<String, Instant> good = new ConcurrentHashMap<>();
  private final AtomicLong numbers = new AtomicLong();
  private final InstantSource clock;
  private final Duration life;

  Sessions(InstantSource clock, Duration life) {
    this.clock = clock;
    this.life = life;
  }

  String open() {
    var token = World.ORG.substring(0, 15) + "!token." + numbers.incrementAndGet();
    good.put(token, clock.instant());
    return token;
  }

  /**
   * Notes a use of a token.
   *
   * @throws SoapFault for one that is not good
   */
  void use(String token) {
    var now = clock.instant();
    var used =
        good.computeIfPresent(token, (t, last) -> last.plus(life).isBefore(now) ? null : now);
    if (used == null) {
      throw SoapFault.unexpected(
          "INVALID_SESSION_ID", "Invalid Session ID found in SessionHeader: Illegal Session");
    }
  }

  void expireAll() {
    good.clear();
  }
}
