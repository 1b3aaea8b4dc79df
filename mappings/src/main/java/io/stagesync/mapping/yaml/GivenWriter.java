package io.stagesync.mapping.yaml;

import io.stagesync.example.AgreedBefore;
import io.stagesync.example.Given;
import io.stagesync.example.InPilot;
import io.stagesync.example.OurWrites;
import io.stagesync.example.Remembered;
import io.stagesync.example.Shown;
import io.stagesync.example.Terms;
import io.stagesync.example.TrackGiven;
import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;

/** Writes how the pair of a test stands, as {@link GivenReader} reads it. */
final class GivenWriter {
  private final Mapping mapping;
  private final Given given;
  private final KnownWords words;

  GivenWriter(Mapping mapping, Given given) {
    this.mapping = mapping;
    this.given = given;
    this.words = new KnownWords(given.terms().converted());
  }

  Map<String, Object> tree() {
    var tree = new LinkedHashMap<String, Object>();
    put(tree, "base", this::base);
    for (var side : Side.values()) {
      if (gone(side)) {
        tree.put(side.key(), "gone");
      } else {
        var shown = side == Side.SALESFORCE ? lead() : new LinkedHashMap<String, Object>();
        each(shown, (track, told) -> shown(told, track, side));
        if (!shown.isEmpty()) {
          tree.put(side.key(), shown);
        }
      }
    }
    put(
        tree,
        "memory",
        (track, told) ->
            Optional.of(remembered(told.remembered(), track)).filter(m -> !m.isEmpty()));
    fields(tree);
    if (!given.terms().paused().isEmpty()) {
      tree.put("paused", given.terms().paused().stream().map(Track::name).sorted().toList());
    }
    given.pilot().ifPresent(pilot -> tree.put("pilot", pilot(pilot)));
    return tree;
  }

  private static Map<String, Object> pilot(InPilot pilot) {
    var tree = new LinkedHashMap<String, Object>();
    var shows = new TreeMap<String, Object>();
    pilot
        .shown()
        .forEach(
            (field, shown) ->
                shows.put(
                    field.path(),
                    shown.kind() == Shown.Kind.WORD ? shown.text() : Wording.key(shown.kind())));
    if (!shows.isEmpty()) {
      tree.put("shows", shows);
    }
    tree.put("listed", pilot.listed());
    tree.put("named", pilot.named());
    return tree;
  }

  private void put(
      Map<String, Object> tree,
      String key,
      BiFunction<TrackMapping, TrackGiven, Optional<?>> said) {
    var values = new LinkedHashMap<String, Object>();
    each(values, said);
    if (!values.isEmpty()) {
      tree.put(key, values);
    }
  }

  private void each(
      Map<String, Object> values, BiFunction<TrackMapping, TrackGiven, Optional<?>> said) {
    for (var track : mapping.tracks()) {
      Optional.ofNullable(given.tracks().get(track.track()))
          .flatMap(told -> said.apply(track, told))
          .ifPresent(value -> values.put(track.track().name(), value));
    }
  }

  private boolean gone(Side side) {
    var gone = Shown.of(Shown.Kind.GONE);
    return given.tracks().values().stream().anyMatch(t -> gone.equals(t.shown().get(side)));
  }

  private Optional<Object> shown(TrackGiven told, TrackMapping track, Side side) {
    return Optional.ofNullable(told.shown().get(side)).map(s -> values(track).shown(s, side));
  }

  private ValueWriter values(TrackMapping track) {
    return new ValueWriter(track, words);
  }

  private Map<String, Object> lead() {
    var shown = new LinkedHashMap<String, Object>();
    if (given.converted()) {
      shown.put("converted", true);
      shown.put("opportunity", Wording.key(given.evidence()));
    }
    given.recordType().ifPresent(type -> shown.put("record-type", type.developerName()));
    return shown;
  }

  /** A track of which nothing else is said has to be named all the same, for it is looked at. */
  private Optional<Object> base(TrackMapping track, TrackGiven told) {
    boolean silent = told.shown().isEmpty() && told.remembered().equals(Remembered.NOTHING);
    Optional<Object> said = told.base().map(b -> base(b, track));
    return said.isPresent() || !silent ? said : Optional.of("none");
  }

  private Object base(AgreedBefore base, TrackMapping track) {
    var tree = new LinkedHashMap<String, Object>();
    boolean known = track.label(base.label()).isPresent();
    tree.put(known ? "label" : "formerly", base.label().name());
    values(track).both(tree, base.shown());
    base.evidence().ifPresent(e -> tree.put("evidence", Wording.key(e)));
    if (!base.rulesRanFor().equals(Optional.of(base.label()))) {
      tree.put("rules-ran-for", base.rulesRanFor().map(Label::name).orElse("none"));
    }
    if (base.cycle() != 1) {
      tree.put("cycle", base.cycle());
    }
    if (base.file() != Remembered.File.SAME) {
      tree.put("mapping", Wording.key(Remembered.File.CHANGED));
    }
    return known && tree.size() == 1 ? base.label().name() : tree;
  }

  private Map<String, Object> remembered(Remembered r, TrackMapping track) {
    var tree = new LinkedHashMap<String, Object>();
    if (r.file() != Remembered.File.SAME) {
      tree.put("mapping", Wording.key(r.file()));
    }
    r.lastSeen().ifPresent(b -> tree.put("last-seen", values(track).both(b.shown())));
    r.refused().ifPresent(refusal -> tree.put("refused", refused(refusal, track)));
    r.choice().ifPresent(c -> tree.put("choice", choice(c, track)));
    r.openClear().ifPresent(s -> tree.put("open-clear", values(track).shown(s, Side.HUBSPOT)));
    if (r.blankSeenBefore()) {
      tree.put("blank", "seen-before");
    }
    if (r.cycle() != 0) {
      tree.put("cycle", r.cycle());
    }
    written(r.own().lately()).ifPresent(w -> tree.put("written", w));
    written(r.own().bouncing().stream().toList()).ifPresent(w -> tree.put("bouncing", w));
    return tree;
  }

  /** By side, the labels in their order. */
  private static Optional<Map<String, Object>> written(List<OurWrites.Write> writes) {
    var sides = new LinkedHashMap<String, Object>();
    for (var side : Side.values()) {
      var labels =
          writes.stream()
              .filter(w -> w.side() == side)
              .map(w -> w.label().map(Label::name).orElse("blank"))
              .toList();
      if (!labels.isEmpty()) {
        sides.put(side.key(), labels.size() == 1 ? labels.get(0) : labels);
      }
    }
    return Optional.<Map<String, Object>>of(sides).filter(s -> !s.isEmpty());
  }

  private Object refused(Remembered.Refusal refusal, TrackMapping track) {
    if (refusal.on().shown().isEmpty() && !refusal.orderChanged()) {
      return true;
    }
    var tree = values(track).both(refusal.on().shown());
    if (refusal.orderChanged()) {
      tree.put("order", "changed");
    }
    return tree;
  }

  private Object choice(Remembered.Choice choice, TrackMapping track) {
    if (choice.madeOn().shown().isEmpty()) {
      return choice.winner().key();
    }
    var tree = new LinkedHashMap<String, Object>();
    tree.put("side", choice.winner().key());
    tree.put("on", values(track).both(choice.madeOn().shown()));
    return tree;
  }

  private void fields(Map<String, Object> tree) {
    var sides = new LinkedHashMap<String, Object>();
    for (var side : Side.values()) {
      put(sides, side.key(), (track, told) -> field(track, side));
    }
    if (!sides.isEmpty()) {
      tree.put("fields", sides);
    }
  }

  private Optional<Map<String, Object>> field(TrackMapping track, Side side) {
    var tree = new LinkedHashMap<String, Object>();
    given.terms().field(track.track(), side).ifPresent(f -> field(f, tree));
    if (track.field(side).filter(f -> f.path().equals("Lead.Status")).isPresent()) {
      given.terms().convertedStatuses().ifPresent(c -> tree.put("converted", texts(c)));
    }
    return Optional.<Map<String, Object>>of(tree).filter(t -> !t.isEmpty());
  }

  private static void field(Terms.Field field, Map<String, Object> tree) {
    if (!field.order().isEmpty()) {
      tree.put("order", field.order().stream().map(RawValue::text).toList());
    }
    if (!field.inactive().isEmpty()) {
      tree.put("inactive", texts(field.inactive()));
    }
    if (!field.writable()) {
      tree.put("read-only", true);
    }
    field.clearable().ifPresent(c -> tree.put("required", !c));
    if (!field.keepsHistory()) {
      tree.put("history", false);
    }
    if (!field.offered().isEmpty()) {
      var offers = new LinkedHashMap<String, Object>();
      field.offered().entrySet().stream()
          .sorted(Map.Entry.comparingByKey())
          .forEach(e -> offers.put(e.getKey().developerName(), texts(e.getValue())));
      tree.put("offers", offers);
    }
  }

  private static List<String> texts(Set<RawValue> values) {
    return values.stream().sorted().map(RawValue::text).toList();
  }
}
