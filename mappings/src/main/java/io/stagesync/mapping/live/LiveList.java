package io.stagesync.mapping.live;

import io.stagesync.mapping.ValueTable;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.RecordType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The values of a field in the CRM's own order, which is the order of its path and its lists.
 *
 * @param type the record type that offers them; empty: everybody is offered the same
 * @param entries without those that are inactive or hidden
 */
public record LiveList(Optional<RecordType> type, List<Entry> entries) {
  public LiveList {
    entries = List.copyOf(entries);
  }

  /**
   * One value.
   *
   * @param label what it means where it is not shared; empty: it is ignored, or the file does not
   *     know it
   */
  public record Entry(RawValue value, Optional<Label> label, boolean ignored) {}

  /** One for each record type, or one for all where there are none; none for a free text. */
  static List<LiveList> of(LiveField subject) {
    var lists = new ArrayList<LiveList>();
    var types = new TreeSet<>(subject.field().offered().keySet());
    if (types.isEmpty() && !subject.field().values().isEmpty()) {
      lists.add(list(subject, Optional.empty()));
    }
    types.forEach(type -> lists.add(list(subject, Optional.of(type))));
    return lists;
  }

  private static LiveList list(LiveField subject, Optional<RecordType> type) {
    var table = ValueTable.of(subject.track(), subject.side(), type, subject.catalog());
    var offered = type.map(t -> subject.field().offered().getOrDefault(t, Set.of()));
    var entries =
        subject.field().values().stream()
            .filter(value -> !subject.field().shape().inactive().contains(value))
            .filter(value -> offered.map(some -> some.contains(value)).orElse(true))
            .map(
                value ->
                    new Entry(
                        value,
                        table.own(Optional.of(value)),
                        subject.track().ignores(subject.side(), value)))
            .toList();
    return new LiveList(type, entries);
  }
}
