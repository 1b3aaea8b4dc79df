package io.stagesync.hubspot.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Counts the account's calls and says which go beyond its limits. */
final class Traffic {
  private static final long BURST_MILLIS = 10_000;
  private static final long SEARCH_MILLIS = 1_000;

  private final SimulatorSettings settings;
  private final Clock clock;
  private final Deque<Long> burst = new ArrayDeque<>();
  private final Deque<Long> searches = new ArrayDeque<>();
  private final Map<Endpoint, Long> answered = new EnumMap<>(Endpoint.class);
  private volatile SimulatorSettings.Limits limits;
  private LocalDate day;
  private long today;
  private long refused;

  Traffic(SimulatorSettings settings) {
    this.settings = settings;
    this.clock = settings.clock();
    this.limits = settings.limits();
    this.day = today();
  }

  void limits(SimulatorSettings.Limits other) {
    limits = other;
  }

  synchronized void used(long calls) {
    today = calls;
  }

  /** Lets a call in. Returns the body of a 429 where it is one too many, else an empty object. */
  synchronized ObjectNode admit(Endpoint endpoint) {
    var now = clock.millis();
    if (!day.equals(today())) {
      day = today();
      today = 0;
    }
    var search = endpoint == Endpoint.SEARCH;
    var window = search ? searches : burst;
    var length = search ? SEARCH_MILLIS : BURST_MILLIS;
    while (!window.isEmpty() && window.getFirst() <= now - length) {
      window.removeFirst();
    }
    if (today >= limits.daily()) {
      refused++;
      return Refusal.daily();
    }
    if (window.size() >= (search ? limits.search() : limits.burst())) {
      refused++;
      return search ? Refusal.search() : Refusal.burst(settings.portalId());
    }
    window.addLast(now);
    today++;
    answered.merge(endpoint, 1L, Long::sum);
    return Wire.JSON.createObjectNode();
  }

  /** The headers that tell a caller how much is left. */
  synchronized Map<String, String> headers(Endpoint endpoint) {
    var headers = new LinkedHashMap<String, String>();
    if (limits.daily() < Long.MAX_VALUE) {
      headers.put("X-HubSpot-RateLimit-Daily", Long.toString(limits.daily()));
      headers.put(
          "X-HubSpot-RateLimit-Daily-Remaining",
          Long.toString(Math.max(0, limits.daily() - today)));
    }
    if (endpoint != Endpoint.SEARCH && limits.burst() < Integer.MAX_VALUE) {
      headers.put("X-HubSpot-RateLimit-Max", Integer.toString(limits.burst()));
      headers.put(
          "X-HubSpot-RateLimit-Remaining",
          Integer.toString(Math.max(0, limits.burst() - burst.size())));
      headers.put("X-HubSpot-RateLimit-Interval-Milliseconds", Long.toString(BURST_MILLIS));
    }
    return headers;
  }

  synchronized Map<Endpoint, Long> answered() {
    return Map.copyOf(answered);
  }

  synchronized long refused() {
    return refused;
  }

  synchronized long dailyUsed() {
    return today;
  }

  long dailyLimit() {
    return limits.daily();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), settings.timeZone());
  }
}
