package io.stagesync.salesforce;

import io.stagesync.port.FieldChange;
import io.stagesync.port.Reading;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Brings entries of a lead's history into their order. Their stamps know seconds only, and an edit
 * and our write over it often share one: there, what a value was changed from tells which came
 * first.
 */
final class HistoryOrder {
  private HistoryOrder() {}

  /**
   * One entry.
   *
   * @param id the entry's own id
   * @param from what the field showed before
   */
  record Entry(String id, Reading from, FieldChange change) {}

  /** The changes of one lead, newest first. */
  static List<FieldChange> newestFirst(Collection<Entry> entries) {
    var byField =
        entries.stream()
            .sorted(Comparator.comparing((Entry e) -> e.change().at()).thenComparing(Entry::id))
            .collect(Collectors.groupingBy(e -> e.change().field()));
    var changes = new ArrayList<FieldChange>();
    for (var ofField : byField.values()) {
      var chained = chained(ofField);
      for (int i = chained.size() - 1; i >= 0; i--) {
        changes.add(chained.get(i).change());
      }
    }
    changes.sort(Comparator.comparing(FieldChange::at).reversed());
    return changes;
  }

  /** The same entries, oldest first, each after one that left the value that it found. */
  private static List<Entry> chained(List<Entry> oldestFirst) {
    var left = new ArrayList<>(oldestFirst);
    var ordered = new ArrayList<Entry>();
    while (!left.isEmpty()) {
      var at = left.get(0).change().at();
      var sameStamp = left.stream().filter(e -> e.change().at().equals(at)).toList();
      var next = next(sameStamp, ordered);
      ordered.add(next);
      left.remove(next);
    }
    return ordered;
  }

  private static Entry next(List<Entry> candidates, List<Entry> before) {
    if (!before.isEmpty()) {
      var shown = before.get(before.size() - 1).change().to();
      var follows = candidates.stream().filter(e -> e.from().equals(shown)).findFirst();
      if (follows.isPresent()) {
        return follows.get();
      }
    }
    return candidates.stream()
        .filter(e -> candidates.stream().noneMatch(o -> o.change().to().equals(e.from())))
        .findFirst()
        .orElse(candidates.get(0));
  }
}
