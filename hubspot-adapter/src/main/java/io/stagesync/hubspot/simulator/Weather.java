package io.stagesync.hubspot.simulator;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** What is to go wrong, and what is to happen just before a request. May be used by threads. */
public final class Weather {
  private final Map<Endpoint, Deque<Trouble>> troubles = new EnumMap<>(Endpoint.class);
  private final Map<Endpoint, Deque<Runnable>> visits = new EnumMap<>(Endpoint.class);
  private final Map<Endpoint, Long> arrived = new EnumMap<>(Endpoint.class);

  Weather() {}

  /** The next request to an operation that is not yet spoken for meets this trouble. */
  public synchronized void next(Endpoint endpoint, Trouble trouble) {
    troubles.computeIfAbsent(endpoint, e -> new ArrayDeque<>()).addLast(trouble);
  }

  /** The next {@code times} requests to an operation meet the same trouble. */
  public void next(int times, Endpoint endpoint, Trouble trouble) {
    for (int i = 0; i < times; i++) {
      next(endpoint, trouble);
    }
  }

  /**
   * Just before the next request to an operation is carried out, something happens in the account,
   * an edit by a person for example.
   */
  public synchronized void before(Endpoint endpoint, Runnable visit) {
    visits.computeIfAbsent(endpoint, e -> new ArrayDeque<>()).addLast(visit);
  }

  /** Forgets every trouble that has not happened yet. */
  public synchronized void clear() {
    troubles.clear();
    visits.clear();
  }

  /** How many requests to each operation arrived, those that were turned away among them. */
  public synchronized Map<Endpoint, Long> arrived() {
    return Map.copyOf(arrived);
  }

  void arrived(Endpoint endpoint) {
    Runnable visit;
    synchronized (this) {
      arrived.merge(endpoint, 1L, Long::sum);
      var waiting = visits.get(endpoint);
      visit = waiting == null ? null : waiting.pollFirst();
    }
    if (visit != null) {
      visit.run();
    }
  }

  synchronized Optional<Trouble> next(Endpoint endpoint) {
    var waiting = troubles.get(endpoint);
    return waiting == null ? Optional.empty() : Optional.ofNullable(waiting.pollFirst());
  }
}
