package io.stagesync.engine;

import io.stagesync.port.CallCount;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/** What a run did so far. May be counted by several threads. */
final class Counts {
  private final Map<Side, Map<Track, Long>> written = new ConcurrentHashMap<>();
  private final Map<String, Long> findings = new ConcurrentHashMap<>();
  private final Map<Side, CallCount> callsBefore;
  final AtomicLong restored = new AtomicLong();
  final AtomicLong refused = new AtomicLong();
  final AtomicLong failed = new AtomicLong();

  Counts(Map<Side, CallCount> callsBefore) {
    this.callsBefore = Map.copyOf(callsBefore);
  }

  /** The calls of a side since the run began. */
  CallCount calls(Side side, CallCount now) {
    return now.since(callsBefore.getOrDefault(side, new CallCount(Map.of())));
  }

  /** What the run did, in a sentence, as it is stored. */
  String sentence() {
    long fields =
        written.values().stream().flatMap(m -> m.values().stream()).mapToLong(n -> n).sum();
    return fields
        + " fields written, "
        + restored
        + " edits put back, "
        + refused
        + " refused, "
        + failed
        + " failed";
  }

  void wrote(Side side, Track track) {
    written.computeIfAbsent(side, s -> new ConcurrentHashMap<>()).merge(track, 1L, Long::sum);
  }

  void found(String code) {
    findings.merge(code, 1L, Long::sum);
  }

  Map<Side, Map<Track, Long>> written() {
    return written.entrySet().stream()
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, e -> Map.copyOf(e.getValue())));
  }

  Map<String, Long> findings() {
    return Map.copyOf(findings);
  }
}
