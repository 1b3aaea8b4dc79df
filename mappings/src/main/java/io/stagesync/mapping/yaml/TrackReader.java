package io.stagesync.mapping.yaml;

import io.stagesync.mapping.Changes;
import io.stagesync.mapping.Clears;
import io.stagesync.mapping.ConflictRule;
import io.stagesync.mapping.DiagnosticId;
import io.stagesync.mapping.Direction;
import io.stagesync.mapping.Fingerprint;
import io.stagesync.mapping.FirstSync;
import io.stagesync.mapping.LabelMapping;
import io.stagesync.mapping.RefusedEdits;
import io.stagesync.mapping.Scope;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads one track. */
final class TrackReader {
  static final List<String> KEYS =
      List.of(
          "salesforce",
          "hubspot",
          "direction",
          "conflict",
          "first-sync",
          "refused-edits",
          "clears",
          "skips",
          "labels",
          "ignored",
          "backward",
          "not-below",
          "writers");

  private final Problems problems;
  private final Sites sites;
  private final Scalars scalars;

  /** Where tests say something by track, or of the only track that they name. */
  static final Set<String> KEYS_OF_TESTS =
      Stream.of(GivenReader.LEAD, GivenReader.BASE, MemoryReader.KEYS, TermsReader.LEAD_KEYS)
          .flatMap(List::stream)
          .collect(Collectors.toUnmodifiableSet());

  TrackReader(Problems problems, Sites sites) {
    this.problems = problems;
    this.sites = sites;
    this.scalars = new Scalars(problems);
  }

  Optional<TrackMapping> read(Site site) {
    var called = scalars.name(site);
    if (site.name().equals("lead")) {
      site.at("labels").get("created").ifPresent(this::newLead);
    }
    if (KEYS_OF_TESTS.contains(site.name())) {
      problems.unreadable(
          site.keyPlace(),
          DiagnosticId.BAD_NAME,
          "`"
              + site.name()
              + "` is a key of tests, which could not tell a track of that name from it",
          "write a name of more than one word, like `lead-" + site.name() + "`");
    }
    return called.map(name -> sites.remember(track(site, name), site));
  }

  private TrackMapping track(Site site, String name) {
    var keys = new Keys(site, problems, "{ salesforce: Lead.Status, ... }", KEYS);
    var fields = fields(keys);
    var direction =
        keys.get("direction")
            .flatMap(d -> scalars.choice(d, Direction.values()))
            .orElse(onlyToward(site));
    boolean oneWay = direction != Direction.TWO_WAY;
    var byDefault = oneWay ? sourceWins(direction) : ConflictRule.REVIEW;
    return new TrackMapping(
        new Track(name),
        fields,
        direction,
        keys.get("conflict")
            .flatMap(c -> scalars.choice(c, ConflictRule.values()))
            .orElse(byDefault),
        keys.get("first-sync")
            .flatMap(f -> scalars.choice(f, FirstSync.values()))
            .orElse(FirstSync.REPORT_ONLY),
        keys.get("refused-edits")
            .flatMap(r -> scalars.choice(r, RefusedEdits.values()))
            .orElse(RefusedEdits.HOLD),
        keys.get("clears").flatMap(c -> scalars.choice(c, Clears.values())).orElse(Clears.REFILL),
        keys.get("skips")
            .flatMap(s -> scalars.choice(s, new String[] {"allowed", "refused"}, word -> word))
            .map("allowed"::equals)
            .orElse(true),
        keys.required("labels", "list the track's labels, each with its word on both sides")
            .map(this::labels)
            .orElse(List.of()),
        keys.get("ignored").map(this::ignored).orElse(Map.of()),
        keys.get("backward")
            .map(ways -> new WayBackReader(problems, sites).read(ways))
            .orElse(List.of()),
        keys.get("not-below").flatMap(this::floor),
        Changes.NONE,
        new Fingerprint(""));
  }

  private Optional<Scope> floor(Site site) {
    return Entry.single(site, problems, "{ lead-stage: mql }")
        .filter(entry -> !entry.name().isBlank())
        .flatMap(
            entry ->
                scalars
                    .word(entry)
                    .map(label -> new Scope(new Track(entry.name()), new Label(label))))
        .map(floor -> sites.remember(floor, site));
  }

  private Map<Side, FieldName> fields(Keys keys) {
    var fields = new EnumMap<Side, FieldName>(Side.class);
    for (var side : Side.values()) {
      keys.required(side.key(), "name the field in " + side.displayName() + ", or write `none`")
          .filter(field -> !field.isKeyword("none"))
          .flatMap(field -> new FieldReader(problems).read(field, side))
          .ifPresent(field -> fields.put(side, field));
    }
    return fields;
  }

  /** Without a field on one side only the other one can be written. */
  private static Direction onlyToward(Site track) {
    if (track.get("salesforce").filter(f -> f.isKeyword("none")).isPresent()) {
      return Direction.TO_HUBSPOT;
    }
    return track.get("hubspot").filter(f -> f.isKeyword("none")).isPresent()
        ? Direction.TO_SALESFORCE
        : Direction.TWO_WAY;
  }

  private static ConflictRule sourceWins(Direction direction) {
    return direction == Direction.TO_HUBSPOT
        ? ConflictRule.SALESFORCE_WINS
        : ConflictRule.HUBSPOT_WINS;
  }

  private List<LabelMapping> labels(Site site) {
    new Keys(
        site,
        problems,
        "open: { salesforce: Open, hubspot: OPEN }",
        site.entries().stream().map(Site::name).toList());
    if (site.isMap() && site.entries().isEmpty()) {
      problems.unreadable(
          site,
          DiagnosticId.EMPTY_VALUE,
          "a track without labels keeps nothing in agreement",
          "list its labels");
    }
    var reader = new LabelReader(problems);
    var labels = new ArrayList<LabelMapping>();
    var seen = new LinkedHashSet<String>();
    for (var entry : site.entries()) {
      if (seen.add(entry.name())) {
        reader.read(entry).ifPresent(label -> labels.add(sites.remember(label, entry)));
      }
    }
    return labels;
  }

  /** In a rule the two mean something of their own. */
  private void newLead(Site label) {
    problems.unreadable(
        label.keyPlace(),
        DiagnosticId.BAD_NAME,
        "`lead: created` in a rule means a new lead, so the track `lead` cannot have a label `created`",
        "give the track or the label another name");
  }

  private Map<Side, Set<RawValue>> ignored(Site site) {
    var keys =
        new Keys(
            site,
            problems,
            "{ hubspot: [other], salesforce: [] }",
            List.of("salesforce", "hubspot"));
    var ignored = new EnumMap<Side, Set<RawValue>>(Side.class);
    for (var side : Side.values()) {
      keys.get(side.key())
          .map(new WordsReader(problems)::values)
          .ifPresent(values -> ignored.put(side, Set.copyOf(values)));
    }
    return ignored;
  }
}
