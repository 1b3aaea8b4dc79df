package io.stagesync.mapping.live;

import io.stagesync.mapping.DiagnosticId;
import io.stagesync.mapping.ValueTable;
import io.stagesync.mapping.live.LiveFinding.About;
import io.stagesync.vocabulary.FieldCatalog;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.RecordType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The values of the CRM: whether the file says what each one means, for every record type. */
final class LiveValues {
  private final LiveField subject;
  private final FieldCatalog field;

  LiveValues(LiveField subject) {
    this.subject = subject;
    this.field = subject.field();
  }

  /** Active values that the file does not speak of; records on them will be held. */
  List<LiveFinding> findings() {
    var found = new ArrayList<LiveFinding>();
    unmapped()
        .forEach(
            (where, values) ->
                values.forEach(
                    value -> found.add(unmapped(About.value(value), List.of(value), where))));
    return found;
  }

  /** The same, with one finding for all values that lack a meaning for the same records. */
  List<LiveFinding> gathered() {
    var found = new ArrayList<LiveFinding>();
    unmapped().forEach((where, values) -> found.add(unmapped(About.FIELD, values, where)));
    return found;
  }

  private Map<String, List<RawValue>> unmapped() {
    var unmapped = new LinkedHashMap<String, List<RawValue>>();
    for (var value : field.values()) {
      if (!field.shape().inactive().contains(value) && !ignored(value)) {
        unmapped(value)
            .ifPresent(where -> unmapped.computeIfAbsent(where, w -> new ArrayList<>()).add(value));
      }
    }
    return unmapped;
  }

  /** Inactive or hidden values that the file does not speak of. */
  List<RawValue> forgotten() {
    return field.shape().inactive().stream()
        .filter(value -> !ignored(value) && !means(value, Optional.empty()))
        .sorted()
        .toList();
  }

  /** Whether the file says what a value means, or that it means nothing. */
  boolean spokenOf(RawValue value) {
    return ignored(value) || unmapped(value).isEmpty();
  }

  boolean ignored(RawValue value) {
    return subject.track().ignores(subject.side(), value);
  }

  /** For whom a value means nothing, as a part of a sentence; empty where it is mapped for all. */
  private Optional<String> unmapped(RawValue value) {
    var types = new TreeSet<>(field.offered().keySet());
    boolean general = means(value, Optional.empty());
    var without =
        types.stream()
            .filter(type -> offers(type, value))
            .filter(type -> !means(value, Optional.of(type)))
            .toList();
    if (!without.isEmpty() && without.size() < types.size()) {
      return Optional.of(
          without.stream()
              .map(type -> "`" + type + "`")
              .collect(
                  Collectors.joining(
                      ", ", " for record type" + (without.size() == 1 ? " " : "s "), "")));
    }
    boolean everywhere = !without.isEmpty();
    boolean offeredByNone = types.stream().noneMatch(type -> offers(type, value));
    return everywhere || offeredByNone && !general ? Optional.of("") : Optional.empty();
  }

  private boolean offers(RecordType type, RawValue value) {
    return field.offered().getOrDefault(type, Set.of()).contains(value);
  }

  private boolean means(RawValue value, Optional<RecordType> type) {
    var table = ValueTable.of(subject.track(), subject.side(), type, subject.catalog());
    return !table.meanings(Optional.of(value)).isEmpty();
  }

  private LiveFinding unmapped(About about, List<RawValue> values, String where) {
    boolean one = values.size() == 1;
    return subject.warning(
        subject.place("labels"),
        about,
        DiagnosticId.LIVE_UNMAPPED,
        subject.crm()
            + " offers "
            + values.stream().map(this::shown).collect(Collectors.joining(", "))
            + where
            + ", and the file does not say what "
            + (one ? "it means" : "they mean"),
        meant(values)
            + "add "
            + (one ? "it" : "each")
            + " to a label's words, or to `ignored: { "
            + subject.side().key()
            + ": [...] }`");
  }

  /** What people probably mean by it: a label goes by the value's name. */
  private String meant(List<RawValue> values) {
    return values.stream()
        .flatMap(
            value ->
                subject
                    .track()
                    .called(value.text())
                    .or(() -> subject.track().called(display(value)))
                    .map(label -> "people call `" + label + "` so (`" + value + "`); ")
                    .stream())
        .collect(Collectors.joining());
  }

  private String display(RawValue value) {
    return field.displayLabels().getOrDefault(value, value.text());
  }

  private String shown(RawValue value) {
    var shown = display(value);
    return "`" + value + "`" + (shown.equals(value.text()) ? "" : " (shown as \"" + shown + "\")");
  }
}
