package io.stagesync.proof;

import io.stagesync.mapping.Attribute;
import io.stagesync.mapping.Branch;
import io.stagesync.mapping.Changes;
import io.stagesync.mapping.Clears;
import io.stagesync.mapping.ConflictRule;
import io.stagesync.mapping.Conversion;
import io.stagesync.mapping.Criteria;
import io.stagesync.mapping.Direction;
import io.stagesync.mapping.FieldCondition;
import io.stagesync.mapping.Fingerprint;
import io.stagesync.mapping.FirstLabel;
import io.stagesync.mapping.FirstSync;
import io.stagesync.mapping.Hands;
import io.stagesync.mapping.LabelMapping;
import io.stagesync.mapping.Limits;
import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.Pairing;
import io.stagesync.mapping.Pilot;
import io.stagesync.mapping.Places;
import io.stagesync.mapping.Reads;
import io.stagesync.mapping.RefusedEdits;
import io.stagesync.mapping.Rule;
import io.stagesync.mapping.Scope;
import io.stagesync.mapping.SideEffects;
import io.stagesync.mapping.Team;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.mapping.WayBack;
import io.stagesync.mapping.Words;
import io.stagesync.proof.Draft.LabelDraft;
import io.stagesync.proof.Draft.TrackDraft;
import io.stagesync.proof.Draft.WordsDraft;
import io.stagesync.vocabulary.Evidence;
import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.RecordType;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a draft means, past the loader: nobody checks whether it makes sense. */
final class DraftMapping {
  private DraftMapping() {}

  static Mapping of(Draft draft) {
    Map<Team, Side> teams = new HashMap<>();
    draft.teams.forEach((name, side) -> teams.put(new Team(name), side));
    Mapping mapping =
        new Mapping(
            "Generated",
            Places.none("generated.yaml"),
            draft
                .limits
                .map(l -> new Limits(l.changes(), 0, l.towardOneValue()))
                .orElse(Limits.DEFAULT),
            teams.isEmpty()
                ? Map.of(new Team("sales"), Side.SALESFORCE, new Team("marketing"), Side.HUBSPOT)
                : teams,
            Pairing.DEFAULT,
            draft.scope.map(s -> new Scope(new Track(s.track()), new Label(s.notBelow()))),
            draft.tracks.stream().map(DraftMapping::track).toList(),
            draft.rules.stream().map(DraftMapping::rule).toList(),
            first(draft),
            draft.conversion.map(DraftMapping::conversion),
            new Reads(
                !draft.neverConverted, attributes(draft), draft.pilot.map(DraftMapping::pilot)),
            Optional.empty(),
            Hands.ANYBODY);
    return mapping.withTracks(
        mapping.tracks().stream()
            .map(t -> t.withFingerprint(Fingerprint.of(mapping, t.track())))
            .toList());
  }

  private static Map<Track, FirstLabel> first(Draft draft) {
    Map<Track, FirstLabel> first = new HashMap<>();
    draft.first.forEach(
        (track, label) -> first.put(new Track(track), new FirstLabel(new Label(label), 1)));
    return first;
  }

  private static List<Attribute> attributes(Draft draft) {
    return draft.attributes
        ? List.of(
            new Attribute("tsm", Attribute.Kind.SEGMENT, World.SEGMENT, ""),
            new Attribute("lso", Attribute.Kind.FIRST_TOUCH, World.ORIGIN, ""))
        : List.of();
  }

  private static Pilot pilot(Draft.PilotDraft p) {
    return new Pilot(
        p.shows().isEmpty()
            ? List.of()
            : List.of(new FieldCondition(World.PILOT, new HashSet<>(values(p.shows())))),
        p.listed() ? Optional.of(World.LIST) : Optional.empty(),
        Optional.empty());
  }

  private static Conversion conversion(Draft.ConversionDraft c) {
    Map<Evidence, Label> labels = new EnumMap<>(Evidence.class);
    c.labels().forEach((evidence, label) -> labels.put(evidence, new Label(label)));
    return new Conversion(
        new Track(c.track()),
        labels,
        c.labels().containsKey(Evidence.EXISTING_CUSTOMER_ACCOUNT)
            ? Optional.of(Conversion.STOCK_CUSTOMER)
            : Optional.empty(),
        c.correct() ? RefusedEdits.CORRECT : RefusedEdits.HOLD);
  }

  private static Rule rule(Draft.RuleDraft r) {
    return new Rule(
        new Track(r.when()),
        new Label(r.enters()),
        Map.of(new Track(r.driven()), new Label(r.target())),
        r.onlyIf()
            .map(
                c ->
                    new Rule.Condition(c.isEmpty() ? Optional.empty() : Optional.of(new Label(c)))),
        1);
  }

  private static TrackMapping track(TrackDraft t) {
    Map<Side, FieldName> fields = new EnumMap<>(Side.class);
    t.fields.forEach(
        (side, path) ->
            fields.put(
                side,
                new FieldName(
                    side,
                    path.substring(0, path.indexOf('.')),
                    path.substring(path.indexOf('.') + 1))));
    Map<Side, Set<RawValue>> ignored = new EnumMap<>(Side.class);
    t.ignored.forEach((side, words) -> ignored.put(side, new HashSet<>(values(words))));
    String direction =
        t.lone() && !t.saysDirection
            ? (t.has(Side.SALESFORCE) ? "to-salesforce" : "to-hubspot")
            : t.direction;
    return new TrackMapping(
        new Track(t.name),
        fields,
        said(Direction.class, direction),
        said(ConflictRule.class, t.policy("conflict", sourceWins(direction))),
        said(FirstSync.class, t.policy("first-sync", "report-only")),
        said(RefusedEdits.class, t.policy("refused-edits", "hold")),
        said(Clears.class, t.policy("clears", "refill")),
        t.policy("skips", "allowed").equals("allowed"),
        t.labels.stream().map(l -> label(t, l)).toList(),
        ignored,
        t.ways.stream().map(DraftMapping::way).toList(),
        t.floor.map(f -> new Scope(new Track(f.track()), new Label(f.notBelow()))),
        new Changes(
            List.of(),
            t.changes.stream()
                .map(
                    c ->
                        new Changes.OfWord(
                            c.side(), new RawValue(c.was()), new RawValue(c.now()), "", 1))
                .toList()),
        new Fingerprint(""));
  }

  private static String sourceWins(String direction) {
    return switch (direction) {
      case "to-hubspot" -> "salesforce-wins";
      case "to-salesforce" -> "hubspot-wins";
      default -> "review";
    };
  }

  private static WayBack way(Draft.WayDraft w) {
    return new WayBack(
        w.from().stream().map(Label::new).collect(Collectors.toSet()),
        new Label(w.to()),
        w.by().isEmpty() ? Optional.empty() : Optional.of(new Team(w.by())),
        w.cycle(),
        "Recycled",
        1);
  }

  private static LabelMapping label(TrackDraft t, LabelDraft l) {
    Map<Side, Words> words = new EnumMap<>(Side.class);
    for (Side side : Side.values()) {
      words.put(side, words(l.on(side)));
    }
    return new LabelMapping(
        new Label(l.name),
        l.rank,
        l.branch.isEmpty() ? Optional.empty() : Optional.of(new Branch(l.branch)),
        words,
        l.partner.isEmpty()
            ? Map.of()
            : Map.of(
                new RecordType(Draft.PARTNER),
                Map.of(Side.SALESFORCE, Words.own(values(l.partner)))),
        l.owner.isEmpty() ? Optional.empty() : Optional.of(new Team(l.owner)),
        l.requires.isEmpty() ? Optional.empty() : Optional.of(new Track(l.requires)),
        l.byDefault.isEmpty() ? Optional.empty() : Optional.of(new Label(l.byDefault)),
        l.fromOpportunity,
        new Criteria(criteria(l.entry), criteria(l.exit)),
        new LabelMapping.Counting(
            true, l.cap.map(c -> new SideEffects(c, Optional.empty(), "A workflow"))),
        new LabelMapping.Guide("", "", ""));
  }

  private static Map<Track, List<Label>> criteria(Map<String, List<String>> asked) {
    Map<Track, List<Label>> criteria = new HashMap<>();
    asked.forEach(
        (track, labels) ->
            criteria.put(new Track(track), labels.stream().map(Label::new).toList()));
    return criteria;
  }

  private static Words words(WordsDraft w) {
    return switch (w.said()) {
      case OWN -> Words.own(values(w.words()));
      case SHARES -> Words.sharing(new Label(w.lender()));
      case CONVERTED -> Words.convertedStatus();
      case NONE, MISSING -> Words.none();
    };
  }

  private static List<RawValue> values(List<String> words) {
    return words.stream().map(RawValue::new).toList();
  }

  private static <E extends Enum<E>> E said(Class<E> type, String key) {
    return Enum.valueOf(type, key.replace('-', '_').toUpperCase(Locale.ROOT));
  }
}
