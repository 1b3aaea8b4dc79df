package io.stagesync.app.demo;

import io.stagesync.app.simulator.Edit;
import io.stagesync.app.simulator.EditKind;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What people edited, in words. */
record EditedWords(List<Edit> edits) {
  EditedWords {
    edits = List.copyOf(edits);
  }

  /** {@code 12 edits: 5x a rep begins to work on a lead; ...}, the most frequent first. */
  String sentence() {
    var counts = new EnumMap<EditKind, Long>(EditKind.class);
    edits.forEach(e -> counts.merge(e.kind(), 1L, Long::sum));
    return String.format("%d edits: ", edits.size())
        + counts.entrySet().stream()
            .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
            .map(e -> e.getValue() + "x " + e.getKey().words())
            .collect(Collectors.joining("; "));
  }

  /** One edit. */
  static String of(Edit edit) {
    return String.format(
        "%s: %s of %s %s  %s -> %s",
        edit.place().side().displayName(),
        edit.place().field(),
        edit.place().object().name().toLowerCase(java.util.Locale.ROOT),
        edit.place().id(),
        shown(edit.from()),
        shown(edit.to()));
  }

  private static String shown(String value) {
    return value.isBlank() ? "(blank)" : "\"" + value + "\"";
  }
}
