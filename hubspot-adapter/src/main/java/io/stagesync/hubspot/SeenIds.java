package io.stagesync.hubspot;

import io.stagesync.vocabulary.RecordId;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;

/** Which contacts a sweep has handed on: eight bytes each, as long as ids are numbers. */
final class SeenIds {
  private long[] numbers = new long[1_024];
  private int count;
  private boolean sorted = true;
  private final Set<String> others = new HashSet<>();
  private final Map<String, RecordId> merged = new HashMap<>();

  synchronized void add(RecordId id) {
    var number = number(id);
    if (number.isEmpty()) {
      others.add(id.text());
      return;
    }
    if (count == numbers.length) {
      numbers = Arrays.copyOf(numbers, count * 2);
    }
    sorted = sorted && (count == 0 || numbers[count - 1] < number.get());
    numbers[count++] = number.get();
  }

  synchronized boolean has(RecordId id) {
    var number = number(id);
    if (number.isEmpty()) {
      return others.contains(id.text());
    }
    if (!sorted) {
      Arrays.sort(numbers, 0, count);
      sorted = true;
    }
    return Arrays.binarySearch(numbers, 0, count, number.get()) >= 0;
  }

  /** Notes that a contact was merged into another. */
  synchronized void merged(RecordId old, RecordId survivor) {
    merged.put(old.text(), survivor);
  }

  /** Into which contact one was merged, where the sweep came across it. */
  synchronized Optional<RecordId> survivor(RecordId old) {
    return Optional.ofNullable(merged.get(old.text()));
  }

  /** Those among the ids that were not seen. */
  List<RecordId> unseen(Collection<RecordId> ids) {
    return ids.stream().filter(id -> !has(id)).toList();
  }

  /** An id as a number, or nothing. */
  static LongStream numbers(RecordId id) {
    return number(id).map(LongStream::of).orElseGet(LongStream::empty);
  }

  /** An id as the number by which HubSpot orders its list. */
  static Optional<Long> number(RecordId id) {
    try {
      return Optional.of(Long.parseLong(id.text()));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
