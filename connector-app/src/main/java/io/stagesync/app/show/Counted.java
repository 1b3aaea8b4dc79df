package io.stagesync.app.show;

import io.stagesync.reconcile.Outcome;
import io.stagesync.reconcile.Reason;
import io.stagesync.vocabulary.Track;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How many tracks of pairs stand where.
 *
 * @param standing by track and reason
 */
public record Counted(Map<Track, Map<Reason, Long>> standing) {
  public Counted {
    standing = Map.copyOf(standing);
  }

  /** How many end in an outcome. */
  public long of(Outcome outcome) {
    return reasons(outcome).values().stream().mapToLong(Long::longValue).sum();
  }

  /** How many end in an outcome in one track. */
  public long of(Track track, Outcome outcome) {
    return standing.getOrDefault(track, Map.of()).entrySet().stream()
        .filter(e -> e.getKey().outcome() == outcome)
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  /** How many stand at each reason of an outcome, in the order of the reasons. */
  public Map<Reason, Long> reasons(Outcome outcome) {
    var counts = new EnumMap<Reason, Long>(Reason.class);
    for (var reason : Arrays.stream(Reason.values()).filter(r -> r.outcome() == outcome).toList()) {
      long sum = standing.values().stream().mapToLong(m -> m.getOrDefault(reason, 0L)).sum();
      if (sum > 0) {
        counts.put(reason, sum);
      }
    }
    return counts;
  }

  /** {@code UNMAPPED_VALUE 3, BACKWARD 1}. */
  public String words(Outcome outcome) {
    return reasons(outcome).entrySet().stream()
        .map(e -> e.getKey() + " " + String.format("%,d", e.getValue()))
        .collect(Collectors.joining(", "));
  }
}
