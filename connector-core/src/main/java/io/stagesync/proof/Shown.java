package io.stagesync.proof;

import io.stagesync.mapping.TrackMapping;
import io.stagesync.mapping.ValueTable;
import io.stagesync.reconcile.Catalogs;
import io.stagesync.reconcile.Observation;
import io.stagesync.vocabulary.FieldCatalog;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.RecordType;
import io.stagesync.vocabulary.Side;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What one side of a track may show, all values taken together that no decision can tell apart.
 *
 * @param seen one of them
 * @param meaning what a decision knows of them
 * @param values all of them; empty for what is no value
 */
record Shown(Observation seen, Meaning meaning, List<RawValue> values) {
  Shown {
    values = List.copyOf(values);
  }

  /** Never a word of a CRM; stands for all that the file does not know. */
  private static final RawValue UNKNOWN = new RawValue("(a value that the file does not know)");

  /**
   * What a decision knows of a raw value.
   *
   * @param kind a value, blank, unreadable or gone
   * @param labels what it can mean
   * @param own what it means read alone
   * @param replaced whether it is an old word, in whose place another one is written
   * @param order its place among the CRM's values where that decides what can be written; else -1
   */
  record Meaning(
      Observation.Kind kind,
      List<Label> labels,
      Optional<Label> own,
      boolean ignored,
      boolean convertedStatus,
      boolean replaced,
      int order) {}

  /** How many states of a side it stands for. */
  int count() {
    return Math.max(1, values.size());
  }

  /** Whether it is a value that no label has. */
  boolean isUnknown() {
    return meaning.kind() == Observation.Kind.VALUE && meaning.labels().isEmpty();
  }

  /** Everything that a side may show, the blank first; a side without a field shows nothing. */
  static List<Shown> all(
      TrackMapping track, Side side, Optional<RecordType> type, Catalogs catalogs) {
    if (track.field(side).isEmpty()) {
      return List.of(just(Observation.Kind.UNREADABLE));
    }
    ValueTable table = ValueTable.of(track, side, type, catalogs.on(side));
    Optional<FieldCatalog> field = track.field(side).flatMap(catalogs.on(side)::field);
    Map<Meaning, List<RawValue>> alike = new LinkedHashMap<>();
    for (RawValue value : values(track, side, field)) {
      Meaning meaning = meaning(track, side, table, field, Optional.of(value));
      alike.computeIfAbsent(meaning, m -> new ArrayList<>()).add(value);
    }
    List<Shown> all = new ArrayList<>();
    all.add(
        new Shown(
            Observation.of(Observation.Kind.BLANK),
            meaning(track, side, table, field, Optional.empty()),
            List.of()));
    alike.forEach(
        (meaning, values) -> all.add(new Shown(Observation.of(values.get(0)), meaning, values)));
    all.add(just(Observation.Kind.UNREADABLE));
    all.add(just(Observation.Kind.GONE));
    return all;
  }

  private static Shown just(Observation.Kind kind) {
    return new Shown(
        Observation.of(kind),
        new Meaning(kind, List.of(), Optional.empty(), false, false, false, -1),
        List.of());
  }

  private static Set<RawValue> values(TrackMapping track, Side side, Optional<FieldCatalog> field) {
    Set<RawValue> values = new LinkedHashSet<>();
    for (var label : track.labels()) {
      values.addAll(label.values(side));
    }
    field.ifPresent(f -> values.addAll(f.values()));
    track.changes().words().stream()
        .filter(change -> change.side() == side)
        .forEach(change -> values.add(change.was()));
    track.ignored().getOrDefault(side, Set.of()).stream()
        .sorted(Comparator.comparing(RawValue::text))
        .forEach(values::add);
    values.add(UNKNOWN);
    return values;
  }

  private static Meaning meaning(
      TrackMapping track,
      Side side,
      ValueTable table,
      Optional<FieldCatalog> field,
      Optional<RawValue> value) {
    // The CRM's own order decides what can be written only where a step back cannot clear first.
    boolean ordered = field.filter(f -> f.forwardOnly() && !f.clearable()).isPresent();
    return new Meaning(
        value.isPresent() ? Observation.Kind.VALUE : Observation.Kind.BLANK,
        table.meanings(value),
        table.own(value),
        value.filter(v -> track.ignores(side, v)).isPresent(),
        value.filter(table::convertedStatus).isPresent(),
        value.flatMap(table::replacement).isPresent(),
        ordered ? value.flatMap(v -> field.map(f -> f.order(v))).orElse(-1) : -1);
  }
}
