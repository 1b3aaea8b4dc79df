package io.stagesync.app.fixes;

import io.stagesync.mapping.DiagnosticId;
import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.mapping.live.LiveFinding;
import io.stagesync.mapping.live.LiveRenames;
import io.stagesync.vocabulary.Catalog;
import io.stagesync.vocabulary.FieldCatalog;
import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.RecordType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One field with what it lacks.
 *
 * @param name the field
 * @param known what the CRM says of it; empty where it is not there
 * @param catalog all that the CRM says
 * @param wanted the words that the mapping file has for it, in the file's order
 * @param missing those that have to be added or offered again
 * @param alike words that look like one that the CRM has and the file does not know: likely the
 *     same value under another name, for which a second one must not be made
 * @param notOffered for each record type the words that it does not offer and the file has for it
 */
record FixedField(
    FieldName name,
    Optional<FieldCatalog> known,
    Catalog catalog,
    List<RawValue> wanted,
    List<RawValue> missing,
    List<RawValue> alike,
    Map<RecordType, List<RawValue>> notOffered) {

  /** What a field lacks, by all that was found about it. */
  static FixedField of(
      Mapping mapping, FieldName name, Catalog catalog, List<LiveFinding> findings) {
    var here =
        findings.stream().filter(f -> f.track().isPresent() && f.field().equals(name)).toList();
    var lacking =
        Stream.concat(
                values(here, DiagnosticId.LIVE_VALUE_MISSING).stream(),
                values(here, DiagnosticId.LIVE_VALUE_INACTIVE).stream())
            .distinct()
            .toList();
    var renamed =
        mapping.tracks().stream()
            .filter(track -> track.field(name.side()).equals(Optional.of(name)))
            .flatMap(track -> LiveRenames.of(mapping, track, name, catalog).keySet().stream())
            .collect(Collectors.toSet());
    var notOffered = new TreeMap<RecordType, List<RawValue>>();
    here.stream()
        .filter(f -> f.diagnostic().id() == DiagnosticId.LIVE_NOT_OFFERED)
        .forEach(
            f ->
                f.about()
                    .recordType()
                    .ifPresent(
                        type ->
                            f.about()
                                .value()
                                .ifPresent(
                                    v ->
                                        notOffered
                                            .computeIfAbsent(type, t -> new ArrayList<>())
                                            .add(v))));
    return new FixedField(
        name,
        catalog.field(name),
        catalog,
        wanted(mapping, name),
        lacking.stream().filter(v -> !renamed.contains(v)).toList(),
        lacking.stream().filter(renamed::contains).toList(),
        notOffered);
  }

  private static List<RawValue> values(List<LiveFinding> findings, DiagnosticId id) {
    return findings.stream()
        .filter(f -> f.diagnostic().id() == id)
        .flatMap(f -> f.about().value().stream())
        .distinct()
        .toList();
  }

  private static List<RawValue> wanted(Mapping mapping, FieldName name) {
    var words = new LinkedHashSet<RawValue>();
    mapping.tracks().stream()
        .filter(track -> track.field(name.side()).filter(name::equals).isPresent())
        .map(TrackMapping::labels)
        .flatMap(List::stream)
        .forEach(label -> words.addAll(label.values(name.side())));
    return List.copyOf(words);
  }

  /** Every value that the field is to have, in order: its own, then what is added. */
  List<RawValue> after() {
    if (known.isEmpty()) {
      return wanted;
    }
    var all = new LinkedHashSet<>(known.get().values());
    all.addAll(new TreeSet<>(known.get().shape().inactive()));
    all.addAll(missing);
    return List.copyOf(all);
  }

  /** Whether a value is to be offered. */
  boolean offered(RawValue value) {
    return missing.contains(value)
        || known.isEmpty()
        || !known.get().shape().inactive().contains(value);
  }

  /** What the screen shows for a value. */
  String label(RawValue value) {
    return known
        .map(FieldCatalog::displayLabels)
        .map(labels -> labels.get(value))
        .orElse(value.text());
  }
}
