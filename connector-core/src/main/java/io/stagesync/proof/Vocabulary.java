package io.stagesync.proof;

import io.stagesync.mapping.LabelMapping;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.mapping.ValueTable;
import io.stagesync.reconcile.Base;
import io.stagesync.reconcile.Catalogs;
import io.stagesync.reconcile.Observation;
import io.stagesync.vocabulary.Evidence;
import io.stagesync.vocabulary.FieldCatalog;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.RecordType;
import io.stagesync.vocabulary.Side;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** One track's words for leads of one record type: labels by number, and what sides may show. */
final class Vocabulary {
  private final TrackMapping track;
  private final Catalogs catalogs;
  private final Optional<RecordType> type;
  private final List<Label> labels;
  private final Map<Label, Integer> numbers = new HashMap<>();
  private final Map<Side, ValueTable> tables = new EnumMap<>(Side.class);
  private final Map<Side, List<Shown>> shown = new EnumMap<>(Side.class);
  private final Map<Side, Map<RawValue, Integer>> places = new EnumMap<>(Side.class);
  private final Map<Label, Base> agreed = new HashMap<>();

  Vocabulary(TrackMapping track, Catalogs catalogs, Optional<RecordType> type) {
    this.track = track;
    this.catalogs = catalogs;
    this.type = type;
    this.labels = track.labels().stream().map(LabelMapping::label).toList();
    for (int i = 0; i < labels.size(); i++) {
      numbers.putIfAbsent(labels.get(i), i);
    }
    for (Side side : Side.BOTH) {
      List<Shown> all = Shown.all(track, side, type, catalogs);
      Map<RawValue, Integer> place = new HashMap<>();
      for (int i = 0; i < all.size(); i++) {
        for (RawValue value : all.get(i).values()) {
          place.put(value, i);
        }
      }
      tables.put(side, ValueTable.of(track, side, type, catalogs.on(side)));
      shown.put(side, all);
      places.put(side, place);
    }
    for (Label label : labels) {
      agreed.put(label, agreed(label));
    }
  }

  /** The record type of the leads; empty: none that is set apart. */
  Optional<RecordType> type() {
    return type;
  }

  TrackMapping track() {
    return track;
  }

  List<Label> labels() {
    return labels;
  }

  /** The place of a label in the file's order, from 0; -1 for one that the track does not have. */
  int number(Label label) {
    return numbers.getOrDefault(label, -1);
  }

  ValueTable table(Side side) {
    return Objects.requireNonNull(tables.get(side));
  }

  /** Everything that a side may show. */
  List<Shown> shown(Side side) {
    return Objects.requireNonNull(shown.get(side));
  }

  /** Which of {@link #shown} a raw value is; -1 for one that is nowhere. */
  int place(Side side, RawValue value) {
    return Objects.requireNonNull(places.get(side)).getOrDefault(value, -1);
  }

  /** Which of {@link #shown} an observation is. */
  int place(Side side, Observation seen) {
    if (seen.value().isPresent()) {
      return place(side, seen.value().get());
    }
    List<Shown> all = shown(side);
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).meaning().kind() == seen.kind()) {
        return i;
      }
    }
    throw new IllegalArgumentException(side + " cannot be " + seen.kind());
  }

  Optional<FieldCatalog> field(Side side) {
    return track.field(side).flatMap(catalogs.on(side)::field);
  }

  /** The base as both sides would have agreed on it. */
  Base base(Label label, Optional<Evidence> evidence) {
    Base base = Objects.requireNonNull(agreed.get(label));
    return evidence.isEmpty()
        ? base
        : new Base(
            label,
            base.salesforce(),
            base.hubspot(),
            evidence,
            base.rulesRanFor(),
            base.fingerprint());
  }

  private Base agreed(Label label) {
    return new Base(
        label,
        first(Side.SALESFORCE, label),
        first(Side.HUBSPOT, label),
        Optional.empty(),
        Optional.of(label),
        track.fingerprint());
  }

  private Optional<RawValue> first(Side side, Label label) {
    return track.field(side).isEmpty()
        ? Optional.empty()
        : table(side).written(label).stream().findFirst();
  }
}
