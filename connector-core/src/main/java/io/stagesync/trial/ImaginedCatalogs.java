package io.stagesync.trial;

import io.stagesync.example.Terms;
import io.stagesync.mapping.Changes;
import io.stagesync.mapping.LabelMapping;
import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.reconcile.Catalogs;
import io.stagesync.vocabulary.Catalog;
import io.stagesync.vocabulary.FieldCatalog;
import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.RecordType;
import io.stagesync.vocabulary.Side;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Two CRMs that were set up for a mapping file: each field has every word that the file has for it,
 * in the order of the ranks, and the rest is as on the first day of both. A test may say otherwise.
 */
final class ImaginedCatalogs {
  private static final String LEAD_STATUS = "Lead.Status";
  private static final String PAUSED = "the test says so";
  static final String LIFECYCLE = "contact.lifecyclestage";

  private final Mapping mapping;
  private final Catalogs plain;

  ImaginedCatalogs(Mapping mapping) {
    this.mapping = mapping;
    this.plain = build(Terms.PLAIN);
  }

  Catalogs of(Terms terms) {
    return terms.equals(Terms.PLAIN) ? plain : build(terms);
  }

  private Catalogs build(Terms terms) {
    return new Catalogs(
        side(Side.SALESFORCE, terms),
        side(Side.HUBSPOT, terms),
        terms.paused().stream().collect(Collectors.toMap(track -> track, track -> PAUSED)));
  }

  private Catalog side(Side side, Terms terms) {
    Map<FieldName, FieldCatalog> fields = new HashMap<>();
    for (TrackMapping track : mapping.tracks()) {
      track.field(side).ifPresent(name -> fields.put(name, field(track, side, name, terms)));
    }
    return new Catalog(side, fields, side == Side.SALESFORCE ? terms.converted() : Set.of());
  }

  private static FieldCatalog field(TrackMapping track, Side side, FieldName name, Terms terms) {
    Terms.Field said = terms.field(track.track(), side).orElse(Terms.Field.PLAIN);
    boolean status = name.path().equals(LEAD_STATUS);
    Set<RawValue> values = new LinkedHashSet<>(said.order());
    inOrder(track).forEach(label -> values.addAll(words(track, label, side)));
    values.addAll(track.ignored().getOrDefault(side, Set.of()));
    Set<RawValue> converted = status ? terms.converted() : Set.of();
    converted.stream().sorted().forEach(values::add);
    values.removeAll(said.inactive());
    Map<RecordType, Set<RawValue>> offered = new LinkedHashMap<>();
    if (side == Side.SALESFORCE) {
      offered.putAll(offered(track, converted));
      offered.putAll(said.offered());
    }
    return new FieldCatalog(
        said.writable(),
        said.clearable().orElse(!status),
        said.keepsHistory(),
        name.path().equals(LIFECYCLE),
        List.copyOf(values),
        offered,
        Map.of());
  }

  private static List<LabelMapping> inOrder(TrackMapping track) {
    return track.labels().stream()
        .sorted(Comparator.comparing(label -> label.rank().orElse(0)))
        .toList();
  }

  /** All words of a label, those of record types included, and after them those of before. */
  private static Set<RawValue> words(TrackMapping track, LabelMapping label, Side side) {
    Set<RawValue> words = new LinkedHashSet<>(label.values(side));
    track.changes().words().stream()
        .filter(change -> change.side() == side && words.contains(change.now()))
        .map(Changes.OfWord::was)
        .toList()
        .forEach(words::add);
    return words;
  }

  /** A record type with words of its own offers these in place of the general ones. */
  private static Map<RecordType, Set<RawValue>> offered(
      TrackMapping track, Set<RawValue> converted) {
    Map<RecordType, Set<RawValue>> offered = new LinkedHashMap<>();
    for (RecordType type : track.recordTypes()) {
      Set<RawValue> words = new LinkedHashSet<>(converted);
      words.addAll(track.ignored().getOrDefault(Side.SALESFORCE, Set.of()));
      for (LabelMapping label : track.labels()) {
        words.addAll(
            label
                .words(Side.SALESFORCE, type)
                .orElseGet(() -> label.words(Side.SALESFORCE))
                .values());
      }
      offered.put(type, words);
    }
    return offered;
  }
}
