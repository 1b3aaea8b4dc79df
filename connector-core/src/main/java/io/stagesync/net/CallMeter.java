package io.stagesync.net;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts the calls that are made, by what they are for. May be shared by threads.
 *
 * @param <P> the purposes
 */
public final class CallMeter<P extends Enum<P>> {
  private final Map<P, LongAdder> counts;

  public CallMeter(Class<P> purposes) {
    counts = new EnumMap<>(purposes);
    for (P purpose : purposes.getEnumConstants()) {
      counts.put(purpose, new LongAdder());
    }
  }

  /** Notes that a request goes out. */
  public void count(P purpose) {
    var counter = counts.get(purpose);
    if (counter != null) {
      counter.increment();
    }
  }

  /** The counts so far, without purposes that were never used. */
  public Map<P, Long> counts() {
    var seen = new HashMap<P, Long>();
    counts.forEach(
        (purpose, counter) -> {
          if (counter.sum() > 0) {
            seen.put(purpose, counter.sum());
          }
        });
    return Map.copyOf(seen);
  }
}
