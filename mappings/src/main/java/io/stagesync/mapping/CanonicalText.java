package io.stagesync.mapping;

import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Everything that decides for one track, as text that is the same whenever the meaning is: what has
 * no order is sorted, what is for people is left out.
 */
final class CanonicalText {
  private final Mapping mapping;
  private final TrackMapping track;
  private final StringBuilder text = new StringBuilder();

  CanonicalText(Mapping mapping, TrackMapping track) {
    this.mapping = mapping;
    this.track = track;
  }

  String text() {
    say("track", track.track());
    for (var side : Side.BOTH) {
      say("field", side, track.field(side).map(f -> f.path()).orElse(""));
      say("ignored", side, sorted(track.ignored().getOrDefault(side, Set.of())));
    }
    say("direction", track.direction());
    say("conflict", track.conflict());
    say("first-sync", track.firstSync());
    say("refused-edits", track.refusedEdits());
    say("clears", track.clears());
    say("skips", track.skipsForward());
    track.labels().forEach(this::label);
    track.waysBack().stream().map(this::wayBack).sorted().forEach(way -> say("back", way));
    changes();
    track.floor().ifPresent(floor -> floor("floor", floor));
    mapping.scope().ifPresent(scope -> floor("scope", scope));
    mapping.rules().stream()
        .filter(rule -> rule.then().containsKey(track.track()))
        .map(this::rule)
        .sorted()
        .forEach(rule -> say("rule", rule));
    mapping.firstLabel(track.track()).ifPresent(first -> say("begins-with", first.label()));
    mapping
        .conversion()
        .filter(conversion -> conversion.track().equals(track.track()))
        .ifPresent(conversion -> say("conversion", conversion(conversion)));
    mapping.reads().pilot().ifPresent(pilot -> say("pilot", pilot(pilot)));
    if (!mapping.reads().opportunities()) {
      say("conversion", "never");
    }
    return text.toString();
  }

  /** Who has reached a floor is said by what the track that it lies in calls those people. */
  private void floor(String which, Scope floor) {
    say(which, floor.track(), floor.notBelow());
    if (!floor.track().equals(track.track())) {
      mapping.find(floor.track()).ifPresent(other -> say(which, people(other, floor)));
    }
  }

  private String people(TrackMapping other, Scope floor) {
    var text = new CanonicalText(mapping, other);
    for (LabelMapping label : other.labels()) {
      text.say("reached", label.label(), !other.backward(floor.notBelow(), label.label()));
      text.words(label);
    }
    text.changes();
    return text.text.toString();
  }

  private void changes() {
    track.changes().labels().stream().map(this::change).sorted().forEach(c -> say("became", c));
    track.changes().words().stream().map(this::change).sorted().forEach(c -> say("became", c));
  }

  private void label(LabelMapping label) {
    say("label", label.label(), label.rank().map(String::valueOf).orElse("unranked"));
    label.branch().ifPresent(branch -> say("branch-of", first(branch)));
    words(label);
    say("owner", label.owner().map(this::team).orElse(""));
    say("requires", opt(label.requires()), opt(label.companionDefault()));
    say("from-opportunity", label.fromOpportunity());
    criteria("entry", label.criteria().entry());
    criteria("exit", label.criteria().exit());
  }

  private void criteria(String which, Map<Track, List<Label>> asked) {
    asked.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(track -> say(which, track.getKey(), sorted(track.getValue())));
  }

  /** A branch counts by the labels on it; its name decides nothing. */
  private Label first(Branch branch) {
    return track.labels().stream()
        .filter(label -> label.branch().filter(branch::equals).isPresent())
        .findFirst()
        .orElseThrow()
        .label();
  }

  private void words(LabelMapping label) {
    words(label.words());
    label.variants().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            variant -> {
              say("for", variant.getKey());
              words(variant.getValue());
            });
  }

  private void words(Map<Side, Words> words) {
    words.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            entry -> {
              var said = entry.getValue();
              say("words", entry.getKey(), said.kind(), opt(said.shares()), listed(said.values()));
            });
  }

  private String wayBack(WayBack way) {
    return sorted(way.from())
        + quoted(way.to())
        + quoted(way.by().map(this::team).orElse(""))
        + (way.nextCycle() ? "next cycle" : "");
  }

  private String change(Changes.OfLabel change) {
    return quoted(change.was()) + listed(change.now());
  }

  private String change(Changes.OfWord change) {
    return change.side() + quoted(change.was()) + quoted(change.now());
  }

  private String rule(Rule rule) {
    var condition = rule.onlyIf().map(c -> "only-if " + quoted(opt(c.label()))).orElse("always");
    var target = rule.then().get(track.track());
    return quoted(rule.when()) + quoted(rule.enters()) + quoted(String.valueOf(target)) + condition;
  }

  private static String conversion(Conversion conversion) {
    var labels =
        conversion.labels().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(entry -> entry.getKey() + quoted(entry.getValue()))
            .collect(Collectors.joining());
    var account =
        conversion
            .customerAccount()
            .map(c -> quoted(c.field().path()) + sorted(c.values()))
            .orElse("");
    return labels + account + conversion.hubspotDisagrees();
  }

  private static String pilot(Pilot pilot) {
    var conditions =
        pilot.conditions().stream()
            .map(c -> quoted(c.field().path()) + sorted(c.values()))
            .sorted()
            .collect(Collectors.joining());
    return conditions
        + "list "
        + opt(pilot.hubspotList())
        + "people "
        + pilot.people().map(people -> sorted(people.ids())).orElse("all");
  }

  /** A team counts by its side; its name decides nothing. */
  private String team(Team team) {
    var side = mapping.teams().get(team);
    return side == null ? team.name() : side.key();
  }

  private static String opt(Optional<?> value) {
    return value.map(Object::toString).orElse("");
  }

  private static String sorted(Collection<?> values) {
    return values.stream()
        .map(CanonicalText::quoted)
        .sorted(Comparator.naturalOrder())
        .collect(Collectors.joining());
  }

  private static String listed(Collection<?> values) {
    return values.stream().map(CanonicalText::quoted).collect(Collectors.joining());
  }

  /** Preceded by its length, so that no value can look like two. */
  private static String quoted(Object value) {
    var said = value.toString();
    return said.length() + ":" + said + ";";
  }

  private void say(String what, Object... values) {
    text.append(what);
    for (var value : values) {
      text.append(' ').append(quoted(value));
    }
    text.append('\n');
  }
}
