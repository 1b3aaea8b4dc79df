package io.stagesync.port;

import java.util.EnumMap;
import java.util.Map;

/**
 * Calls by what they were for. A repeated request counts once under its purpose and once more under
 * {@link Purpose#RETRY} for each repetition.
 *
 * @param byPurpose purposes without a call may be missing
 */
public record CallCount(Map<Purpose, Long> byPurpose) {
  public CallCount {
    byPurpose = Map.copyOf(byPurpose);
  }

  /** What a call is for. */
  public enum Purpose {
    TOKEN,
    METADATA,
    FEED,
    SWEEP,
    FETCH,
    HISTORY,
    WRITE,
    OPPORTUNITIES,
    CAMPAIGN_MEMBERS,
    RETRY
  }

  /** Calls of one purpose. */
  public long of(Purpose purpose) {
    return byPurpose.getOrDefault(purpose, 0L);
  }

  /** All calls. */
  public long total() {
    return byPurpose.values().stream().mapToLong(Long::longValue).sum();
  }

  /** The calls made since an earlier count. */
  public CallCount since(CallCount earlier) {
    var difference = new EnumMap<Purpose, Long>(Purpose.class);
    byPurpose.forEach((purpose, n) -> difference.put(purpose, n - earlier.of(purpose)));
    return new CallCount(difference);
  }
}
