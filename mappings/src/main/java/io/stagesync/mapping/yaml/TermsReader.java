package io.stagesync.mapping.yaml;

import io.stagesync.example.Terms;
import io.stagesync.mapping.DiagnosticId;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.RecordType;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads what both sides of a test accept. */
final class TermsReader {
  static final List<String> KEYS = List.of("order", "inactive", "read-only", "required", "history");
  static final List<String> LEAD_KEYS =
      Stream.concat(KEYS.stream(), Stream.of("offers", "converted")).toList();
  private static final String EXAMPLE = "{ lead-stage: { order: [customer, lead] } }";

  private final InPlay inPlay;
  private final ExampleNames names;
  private final Problems problems;
  private Optional<Set<RawValue>> converted = Optional.empty();

  TermsReader(InPlay inPlay) {
    this.inPlay = inPlay;
    this.names = inPlay.names();
    this.problems = names.problems();
  }

  Terms read(Site site) {
    new Keys(
        site, problems, "hubspot: " + EXAMPLE, List.of(Side.SALESFORCE.key(), Side.HUBSPOT.key()));
    var fields = new HashMap<Track, Map<Side, Terms.Field>>();
    for (var side : Side.values()) {
      site.get(side.key()).ifPresent(tracks -> side(tracks, side, fields));
    }
    return new Terms(fields, converted, Set.of());
  }

  private void side(Site site, Side side, Map<Track, Map<Side, Terms.Field>> fields) {
    if (!site.isMap()) {
      new Keys(site, problems, EXAMPLE, List.of());
      return;
    }
    inPlay
        .byTrack(site, keys(side))
        .forEach(
            (track, value) -> {
              if (names.hasField(value, track, side)) {
                fields
                    .computeIfAbsent(track.track(), t -> new EnumMap<>(Side.class))
                    .put(side, field(value, track, side));
              }
            });
  }

  /** HubSpot has neither record types nor converted statuses. */
  private static List<String> keys(Side side) {
    return side == Side.SALESFORCE ? LEAD_KEYS : KEYS;
  }

  private Terms.Field field(Site site, TrackMapping track, Side side) {
    var keys = new Keys(site, problems, "{ inactive: [New] }", keys(side));
    if (side == Side.SALESFORCE) {
      keys.get("converted").ifPresent(c -> converted(c, track, side));
    }
    return new Terms.Field(
        keys.get("order").map(s -> words(s, track, side)).orElse(List.of()),
        keys.get("inactive").map(s -> Set.copyOf(words(s, track, side))).orElse(Set.of()),
        !keys.get("read-only").flatMap(this::truth).orElse(false),
        keys.get("required").flatMap(this::truth).map(required -> !required),
        keys.get("history").flatMap(this::truth).orElse(true),
        side == Side.SALESFORCE
            ? keys.get("offers").map(s -> offers(s, track, side)).orElse(Map.of())
            : Map.of());
  }

  private void converted(Site site, TrackMapping track, Side side) {
    if (track.field(side).map(FieldName::path).filter("Lead.Status"::equals).isEmpty()) {
      names
          .draft()
          .senseless(
              site,
              DiagnosticId.CONVERTED_STATUS_FIELD,
              "only the values of `Lead.Status` can be converted ones",
              "delete it here");
      return;
    }
    var values = new HashSet<RawValue>();
    for (var item : site.itemsOrSelf()) {
      names.scalars().word(item).map(RawValue::new).ifPresent(values::add);
    }
    converted = Optional.of(values);
  }

  /** The statuses that a test calls converted ones, before anything else of it is read. */
  static Set<RawValue> convertedIn(Site given) {
    var said =
        given.get("fields").flatMap(f -> f.get(Side.SALESFORCE.key())).stream()
            .flatMap(s -> s.entries().stream())
            .flatMap(e -> Stream.concat(Stream.of(e), e.entries().stream()))
            .filter(e -> e.name().equals("converted"))
            .findFirst();
    return said.<Set<RawValue>>map(
            s ->
                s.itemsOrSelf().stream()
                    .map(Site::text)
                    .filter(text -> !text.isBlank())
                    .map(RawValue::new)
                    .collect(Collectors.toSet()))
        .orElse(Terms.USUAL);
  }

  private Map<RecordType, Set<RawValue>> offers(Site site, TrackMapping track, Side side) {
    new Keys(
        site,
        problems,
        "{ Partner: [Qualified] }",
        site.entries().stream().map(Site::name).toList());
    var offers = new LinkedHashMap<RecordType, Set<RawValue>>();
    for (var entry : site.entries()) {
      if (!entry.name().isBlank()) {
        offers.put(new RecordType(entry.name()), Set.copyOf(words(entry, track, side)));
      }
    }
    return offers;
  }

  private List<RawValue> words(Site site, TrackMapping track, Side side) {
    var shown = new ShownReader(names);
    var words = new ArrayList<RawValue>();
    for (var item : site.itemsOrSelf()) {
      shown.known(item, track, side).ifPresent(words::add);
    }
    return words;
  }

  private Optional<Boolean> truth(Site site) {
    return names.scalars().choice(site, new Boolean[] {true, false}, String::valueOf);
  }
}
