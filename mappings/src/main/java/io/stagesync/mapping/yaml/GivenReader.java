package io.stagesync.mapping.yaml;

import io.stagesync.example.AgreedBefore;
import io.stagesync.example.Given;
import io.stagesync.example.Remembered;
import io.stagesync.example.Shown;
import io.stagesync.example.Terms;
import io.stagesync.example.TrackGiven;
import io.stagesync.mapping.DiagnosticId;
import io.stagesync.mapping.Nearest;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.vocabulary.Evidence;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.RecordType;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads how the pair of a test stands. */
final class GivenReader {
  static final List<String> KEYS =
      List.of("base", "salesforce", "hubspot", "memory", "fields", "paused", "pilot");
  static final List<String> LEAD = List.of("converted", "opportunity", "record-type");
  static final List<String> BASE =
      List.of(
          "label",
          "formerly",
          "salesforce",
          "hubspot",
          "evidence",
          "rules-ran-for",
          "cycle",
          "mapping");
  private static final String EXAMPLE =
      "{ salesforce: { lead-status: Qualified }, hubspot: { lead-status: NEW } }";

  private final InPlay inPlay;
  private final ExampleNames names;
  private final Problems problems;
  private final ShownReader shown;
  private final MemoryReader memory;

  GivenReader(InPlay inPlay) {
    this.inPlay = inPlay;
    this.names = inPlay.names();
    this.problems = names.problems();
    this.shown = new ShownReader(names);
    this.memory = new MemoryReader(names);
  }

  Given read(Site site) {
    var keys = new Keys(site, problems, EXAMPLE, KEYS);
    var terms =
        keys.get("fields")
            .map(f -> new TermsReader(inPlay).read(f))
            .orElse(Terms.PLAIN)
            .pausing(keys.get("paused").map(this::paused).orElse(Set.of()));
    var lead = site.get("salesforce").filter(Site::isMap);
    boolean converted = lead.map(this::converted).orElse(false);
    var bases = keys.get("base").map(this::bases).orElse(Map.of());
    var remembered =
        keys.get("memory")
            .map(m -> inPlay.read(m, MemoryReader.KEYS, (s, t) -> Optional.of(memory.read(s, t))))
            .orElse(Map.of());
    Map<Side, Map<Track, Shown>> sides = new EnumMap<>(Side.class);
    for (var side : Side.values()) {
      sides.put(side, keys.get(side.key()).map(s -> side(s, side)).orElse(Map.of()));
    }
    var tracks = new LinkedHashMap<Track, TrackGiven>();
    for (var track : inPlay.tracks()) {
      var values = new EnumMap<Side, Shown>(Side.class);
      sides.forEach(
          (side, given) ->
              Optional.ofNullable(given.get(track.track())).ifPresent(v -> values.put(side, v)));
      var memories = remembered.getOrDefault(track.track(), Remembered.NOTHING);
      emptied(site.at("memory", track.track().name()).at("blank"), memories, values);
      var base = Optional.ofNullable(bases.get(track.track()));
      tracks.put(track.track(), new TrackGiven(base, values, memories));
    }
    return new Given(
        converted,
        lead.map(l -> evidence(l, converted)).orElse(Evidence.NONE),
        lead.flatMap(l -> l.get("record-type")).flatMap(t -> recordType(t, terms)),
        tracks,
        terms,
        keys.get("pilot").flatMap(p -> new InPilotReader(names).read(p)));
  }

  private Set<Track> paused(Site site) {
    var tracks = new LinkedHashSet<Track>();
    for (var item : site.itemsOrSelf()) {
      names
          .scalars()
          .word(item)
          .flatMap(name -> names.draft().track(item, new Track(name)))
          .ifPresent(track -> tracks.add(track.track()));
    }
    return tracks;
  }

  /** A blank that is remembered stands there unless something else is said. */
  private void emptied(Site site, Remembered memory, Map<Side, Shown> values) {
    if (memory.openClear().isEmpty() && !memory.blankSeenBefore()) {
      return;
    }
    var there = values.computeIfAbsent(Side.HUBSPOT, s -> Shown.of(Shown.Kind.BLANK));
    if (memory.blankSeenBefore() && there.kind() != Shown.Kind.BLANK) {
      problems.at(
          site.place(),
          DiagnosticId.TEST_IMPOSSIBLE,
          "HubSpot was seen blank before and shows a value now",
          "delete `blank: seen-before`, or let HubSpot be blank");
    }
  }

  private Map<Track, Shown> side(Site site, Side side) {
    var shownThere = new LinkedHashMap<Track, Shown>();
    if (site.isScalar()) {
      for (var kind : List.of(Shown.Kind.GONE, Shown.Kind.UNREADABLE, Shown.Kind.BLANK)) {
        if (names.says(site, Wording.key(kind))) {
          inPlay.tracks().stream()
              .filter(track -> track.field(side).isPresent())
              .forEach(track -> shownThere.put(track.track(), Shown.of(kind)));
          return shownThere;
        }
      }
    }
    if (!site.isMap()) {
      problems.unreadable(
          site,
          DiagnosticId.BAD_VALUE,
          "`" + site.name() + "` has to be tracks with what they show",
          "write it like `{ lead-status: Qualified }`, or `gone`, `unreadable` or `blank`");
      return shownThere;
    }
    var beside = side == Side.SALESFORCE ? LEAD : List.<String>of();
    for (var entry : site.entries()) {
      if (!beside.contains(entry.name())) {
        names
            .track(entry, beside)
            .flatMap(t -> shown.read(entry, t, side).map(s -> Map.entry(t.track(), s)))
            .ifPresent(e -> shownThere.put(e.getKey(), e.getValue()));
      }
    }
    return shownThere;
  }

  private boolean converted(Site lead) {
    return lead.get("converted")
        .flatMap(c -> names.scalars().choice(c, new Boolean[] {true, false}, String::valueOf))
        .orElse(false);
  }

  private Evidence evidence(Site lead, boolean converted) {
    var said = lead.get("opportunity");
    if (said.isPresent() && !converted) {
      problems.at(
          said.get().place(),
          DiagnosticId.TEST_IMPOSSIBLE,
          "only a converted lead has an opportunity",
          "write `converted: true` beside it, or delete it");
    }
    return said.flatMap(o -> names.scalars().choice(o, Evidence.values())).orElse(Evidence.NONE);
  }

  private Optional<RecordType> recordType(Site site, Terms terms) {
    var types = new LinkedHashSet<RecordType>();
    for (var track : names.mapping().tracks()) {
      types.addAll(track.recordTypes());
      terms
          .field(track.track(), Side.SALESFORCE)
          .ifPresent(f -> types.addAll(f.offered().keySet()));
    }
    var type = names.scalars().word(site).map(RecordType::new);
    if (type.filter(t -> !types.contains(t)).isPresent()) {
      var known = Nearest.of(types);
      problems.at(
          site.place(),
          DiagnosticId.UNKNOWN_RECORD_TYPE,
          "the file names no record type `" + site.text() + "`",
          known.advice(
              site.text(),
              "record types of this file: "
                  + known.list()
                  + "; any other is read like none, so it need not be said"));
      return Optional.empty();
    }
    return type;
  }

  private Map<Track, AgreedBefore> bases(Site site) {
    return names.says(site, "none") ? Map.of() : inPlay.read(site, BASE, this::base);
  }

  private Optional<AgreedBefore> base(Site site, TrackMapping track) {
    if (names.says(site, "none")) {
      return Optional.empty();
    }
    if (!site.isMap()) {
      return names.label(site, track).map(AgreedBefore::on);
    }
    var keys = new Keys(site, problems, "{ label: mql, hubspot: marketingqualifiedlead }", BASE);
    var label = baseLabel(site, keys, track);
    var shownThen = memory.sides(keys, track);
    var evidence = keys.get("evidence").flatMap(e -> names.scalars().choice(e, Evidence.values()));
    var ran = keys.get("rules-ran-for");
    Optional<Label> ranFor =
        ran.isEmpty()
            ? label
            : ran.filter(r -> !names.says(r, "none")).flatMap(r -> names.label(r, track));
    var file =
        keys.get("mapping")
            .flatMap(
                m -> names.scalars().choice(m, new Remembered.File[] {Remembered.File.CHANGED}))
            .orElse(Remembered.File.SAME);
    int cycle = keys.get("cycle").flatMap(c -> names.scalars().integer(c, 1, 1_000_000)).orElse(1);
    return label.map(l -> new AgreedBefore(l, shownThen, evidence, ranFor, cycle, file));
  }

  /** A label of the file, or the name of one that it no longer has. */
  private Optional<Label> baseLabel(Site site, Keys keys, TrackMapping track) {
    if (!site.has("formerly")) {
      return keys.required("label", "name the label that both sides agreed on")
          .flatMap(l -> names.label(l, track));
    }
    var old = keys.get("formerly").flatMap(f -> names.scalars().word(f)).map(Label::new);
    if (site.has("label") || old.filter(l -> track.label(l).isPresent()).isPresent()) {
      problems.at(
          site.at("formerly").place(),
          DiagnosticId.TEST_IMPOSSIBLE,
          "`formerly` names a label that the file no longer has, in place of `label`",
          "keep one of them, and a label of the file behind `label`");
    }
    return old;
  }
}
