package io.stagesync.proof;

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
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Both CRMs as a mapping file alone knows them: every field is there and may be written, every word
 * of the file is an active value, in the file's order, and there is nothing else. Lead Status
 * cannot be blank and has one converted status; HubSpot's lifecycle stage is forward-only.
 */
public final class OwnWords {
  private static final String LEAD_STATUS = "Lead.Status";
  private static final String LIFECYCLE_STAGE = "contact.lifecyclestage";

  /** No word of a file looks like it. */
  static final RawValue CONVERTED = new RawValue("(a converted status)");

  private OwnWords() {}

  /** What both CRMs accept, as far as the file says. */
  public static Catalogs of(Mapping mapping) {
    return new Catalogs(catalog(mapping, Side.SALESFORCE), catalog(mapping, Side.HUBSPOT));
  }

  private static Catalog catalog(Mapping mapping, Side side) {
    Map<FieldName, FieldCatalog> fields = new HashMap<>();
    for (TrackMapping track : mapping.tracks()) {
      track.field(side).ifPresent(name -> fields.put(name, field(track, side, name)));
    }
    boolean hasStatus =
        mapping.fields(side).stream().map(FieldName::path).anyMatch(LEAD_STATUS::equals);
    return new Catalog(side, fields, hasStatus ? Set.of(CONVERTED) : Set.of());
  }

  private static FieldCatalog field(TrackMapping track, Side side, FieldName name) {
    boolean status = name.path().equals(LEAD_STATUS);
    Set<RawValue> values = new LinkedHashSet<>();
    track.labels().forEach(label -> values.addAll(label.values(side)));
    values.addAll(new TreeSet<>(track.ignored().getOrDefault(side, Set.of())));
    if (status) {
      values.add(CONVERTED);
    }
    return new FieldCatalog(
        true,
        !status,
        true,
        name.path().equals(LIFECYCLE_STAGE),
        List.copyOf(values),
        side == Side.SALESFORCE ? offered(track) : Map.of(),
        Map.of());
  }

  /** A record type that the file sets apart offers its own words, and the general ones beside. */
  private static Map<RecordType, Set<RawValue>> offered(TrackMapping track) {
    Map<RecordType, Set<RawValue>> offered = new HashMap<>();
    for (RecordType type : types(track)) {
      Set<RawValue> values = new LinkedHashSet<>();
      track.labels().forEach(label -> values.addAll(words(label, Side.SALESFORCE, type)));
      offered.put(type, values);
    }
    return offered;
  }

  /** The record types that a track sets apart. */
  static Set<RecordType> types(TrackMapping track) {
    return track.recordTypes();
  }

  private static List<RawValue> words(LabelMapping label, Side side, RecordType type) {
    return label.words(side, type).orElseGet(() -> label.words(side)).values();
  }
}
