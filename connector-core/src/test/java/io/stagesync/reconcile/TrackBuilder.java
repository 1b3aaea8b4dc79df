package io.stagesync.reconcile;

import io.stagesync.mapping.Branch;
import io.stagesync.mapping.Changes;
import io.stagesync.mapping.Clears;
import io.stagesync.mapping.ConflictRule;
import io.stagesync.mapping.Criteria;
import io.stagesync.mapping.Direction;
import io.stagesync.mapping.Fingerprint;
import io.stagesync.mapping.FirstSync;
import io.stagesync.mapping.LabelMapping;
import io.stagesync.mapping.RefusedEdits;
import io.stagesync.mapping.Scope;
import io.stagesync.mapping.Team;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.mapping.WayBack;
import io.stagesync.mapping.Words;
import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.RecordType;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Says a track in a few lines, the way the mapping file would. */
public final class TrackBuilder {
  private final Track track;
  private final Map<Side, FieldName> fields = new EnumMap<>(Side.class);
  private final List<LabelMapping> labels = new ArrayList<>();
  private final Map<Side, Set<RawValue>> ignored = new EnumMap<>(Side.class);
  private final List<WayBack> waysBack = new ArrayList<>();
  private Direction direction = Direction.TWO_WAY;
  private ConflictRule conflict = ConflictRule.LATEST_WINS;
  private FirstSync firstSync = FirstSync.REPORT_ONLY;
  private RefusedEdits refusedEdits = RefusedEdits.HOLD;
  private Clears clears = Clears.REFILL;
  private boolean skipsForward = true;
  private Optional<Scope> floor = Optional.empty();
  private final List<Changes.OfLabel> changedLabels = new ArrayList<>();
  private final List<Changes.OfWord> changedWords = new ArrayList<>();
  private String fingerprint = "f1";

  public TrackBuilder(String name) {
    track = new Track(name);
  }

  public TrackBuilder salesforce(String object, String field) {
    fields.put(Side.SALESFORCE, new FieldName(Side.SALESFORCE, object, field));
    return this;
  }

  public TrackBuilder hubspot(String field) {
    fields.put(Side.HUBSPOT, new FieldName(Side.HUBSPOT, "contact", field));
    return this;
  }

  public TrackBuilder only(Side side) {
    fields.keySet().retainAll(Set.of(side));
    return this;
  }

  /**
   * A label.
   *
   * @param words {@code A, B}, {@code shares x}, {@code converted}, {@code none}
   * @param options {@code rank=30}, {@code branch=x}, {@code owner=sales}, {@code requires=track},
   *     {@code default=label}, {@code from=opportunity}, {@code Partner=A, B} for a record type's
   *     own Salesforce words
   */
  public TrackBuilder label(String name, String salesforce, String hubspot, String... options) {
    Map<String, String> said = new HashMap<>();
    for (String option : options) {
      said.put(option.substring(0, option.indexOf('=')), option.substring(option.indexOf('=') + 1));
    }
    Map<RecordType, Map<Side, Words>> variants = new HashMap<>();
    said.forEach(
        (key, value) -> {
          if (Character.isUpperCase(key.charAt(0))) {
            variants.put(new RecordType(key), Map.of(Side.SALESFORCE, words(value)));
          }
        });
    labels.add(
        new LabelMapping(
            new Label(name),
            Optional.ofNullable(said.get("rank")).map(Integer::valueOf),
            Optional.ofNullable(said.get("branch")).map(Branch::new),
            Map.of(Side.SALESFORCE, words(salesforce), Side.HUBSPOT, words(hubspot)),
            variants,
            Optional.ofNullable(said.get("owner")).map(Team::new),
            Optional.ofNullable(said.get("requires")).map(Track::new),
            Optional.ofNullable(said.get("default")).map(Label::new),
            said.containsKey("from"),
            new Criteria(criteria(said, "entry"), criteria(said, "exit")),
            LabelMapping.Counting.USUAL,
            new LabelMapping.Guide("", "", "")));
    return this;
  }

  /** {@code entry=lead-status working qualified}. */
  private static Map<Track, List<Label>> criteria(Map<String, String> said, String key) {
    String[] names = said.getOrDefault(key, "").split(" ");
    List<Label> labelsOf = Arrays.stream(names).skip(1).map(Label::new).toList();
    return names[0].isEmpty() ? Map.of() : Map.of(new Track(names[0]), labelsOf);
  }

  static Words words(String said) {
    if (said.startsWith("shares ")) {
      return Words.sharing(new Label(said.substring(7)));
    }
    return switch (said) {
      case "none" -> Words.none();
      case "converted" -> Words.convertedStatus();
      default -> Words.own(Arrays.stream(said.split(", ")).map(RawValue::new).toList());
    };
  }

  public TrackBuilder ignores(Side side, String... values) {
    ignored.put(side, new TreeSet<>(Arrays.stream(values).map(RawValue::new).toList()));
    return this;
  }

  public TrackBuilder back(String to, String by, String... from) {
    Set<Label> labelsFrom = new LinkedHashSet<>(Arrays.stream(from).map(Label::new).toList());
    Optional<Team> team = by.isEmpty() ? Optional.empty() : Optional.of(new Team(by));
    waysBack.add(
        new WayBack(labelsFrom, new Label(to), team, false, "Recycled", 40 + waysBack.size()));
    return this;
  }

  /** A way by which people enter again, back or forward. */
  public TrackBuilder again(String to, String by, String from) {
    Optional<Team> team = by.isEmpty() ? Optional.empty() : Optional.of(new Team(by));
    waysBack.add(
        new WayBack(
            Set.of(new Label(from)), new Label(to), team, true, "Again", 40 + waysBack.size()));
    return this;
  }

  public TrackBuilder direction(Direction value) {
    direction = value;
    return this;
  }

  public TrackBuilder conflict(ConflictRule value) {
    conflict = value;
    return this;
  }

  public TrackBuilder firstSync(FirstSync value) {
    firstSync = value;
    return this;
  }

  public TrackBuilder refusedEdits(RefusedEdits value) {
    refusedEdits = value;
    return this;
  }

  public TrackBuilder clears(Clears value) {
    clears = value;
    return this;
  }

  public TrackBuilder noSkips() {
    skipsForward = false;
    return this;
  }

  public TrackBuilder notBelow(String otherTrack, String label) {
    floor = Optional.of(new Scope(new Track(otherTrack), new Label(label)));
    return this;
  }

  /** What became of a label; nothing, where nothing is named. */
  public TrackBuilder became(String was, String... now) {
    List<Label> labelsNow = Arrays.stream(now).map(Label::new).toList();
    changedLabels.add(new Changes.OfLabel(new Label(was), labelsNow, "Clearer", 50));
    return this;
  }

  /** What became of a word. */
  public TrackBuilder reworded(Side side, String was, String now) {
    changedWords.add(new Changes.OfWord(side, new RawValue(was), new RawValue(now), "Clearer", 51));
    return this;
  }

  public TrackBuilder fingerprint(String value) {
    fingerprint = value;
    return this;
  }

  public TrackMapping build() {
    return new TrackMapping(
        track,
        fields,
        direction,
        conflict,
        firstSync,
        refusedEdits,
        clears,
        skipsForward,
        labels,
        ignored,
        waysBack,
        floor,
        new Changes(changedLabels, changedWords),
        new Fingerprint(fingerprint));
  }
}
