package io.stagesync.trial;

import io.stagesync.example.Shown;
import io.stagesync.mapping.LabelMapping;
import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.Rule;
import io.stagesync.mapping.Scope;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The edge cases that need two tracks: rules, floors, and labels that require another field. */
final class RuleEdges {
  private final Mapping mapping;
  private final Edges edges;

  RuleEdges(Mapping mapping, Edges edges) {
    this.mapping = mapping;
    this.edges = edges;
  }

  void collect() {
    for (Rule rule : mapping.rules()) {
      for (Map.Entry<Track, Label> target : new TreeMap<>(rule.then()).entrySet()) {
        rule(rule, target.getKey(), target.getValue());
      }
    }
    for (TrackMapping track : mapping.tracks()) {
      for (LabelMapping label : track.labels()) {
        label.requires().flatMap(mapping::find).ifPresent(c -> companion(track, label, c));
      }
      track.floor().ifPresent(floor -> floor(track, floor));
    }
  }

  /** At the floor and just below it: a value that stands, a move, and nothing at all. */
  private void floor(TrackMapping track, Scope floor) {
    TrackMapping of = mapping.track(floor.track());
    List<Label> reached = new ArrayList<>(List.of(floor.notBelow()));
    of.labels().stream()
        .map(LabelMapping::label)
        .filter(label -> of.backward(floor.notBelow(), label))
        .reduce((one, other) -> of.backward(one, other) ? one : other)
        .ifPresent(reached::add);
    for (Label label : reached) {
      String name = floor.track() + " is " + label + ", " + track.track();
      Staged person = Staged.agreed(floor.track(), label);
      edges.add(name + " is blank", person.and(track.track()));
      for (TrackEdges.Two two : new TrackEdges(track, edges).neighbours()) {
        Staged agreed = person.base(track.track(), two.first());
        edges.add(name + " is " + two.first(), agreed);
        for (Side side : new TrackEdges(track, edges).sayable(two.second())) {
          edges.add(
              name
                  + " moves from "
                  + two.first()
                  + " to "
                  + two.second()
                  + " in "
                  + side.displayName(),
              agreed.shows(track.track(), side, two.second()));
        }
      }
    }
  }

  private void rule(Rule rule, Track driven, Label target) {
    TrackMapping driver = mapping.track(rule.when());
    String when = rule.when() + " enters " + rule.enters() + ", ";
    Staged entered = entering(driver, rule.enters());
    edges.add(when + driven + " is blank", entered.and(driven));
    for (LabelMapping label : mapping.track(driven).labels()) {
      edges.add(when + driven + " is " + label.label(), entered.base(driven, label.label()));
    }
    Staged held =
        entered.base(driven, target).shows(driven, Side.HUBSPOT, Shown.of(Shown.Kind.UNREADABLE));
    if (mapping.track(driven).field(Side.HUBSPOT).isPresent()) {
      edges.add(when + driven + " cannot be read in HubSpot", held);
    }
    edges.add(
        when + driven + " is blank, never agreed", atFirstSight(driver, rule.enters()).and(driven));
    edges.add(
        when + driven + " is " + target + ", never agreed",
        atFirstSight(driver, rule.enters()).base(driven, target));
  }

  /** Both sides moved to the label at once, so that only its rules are left to see. */
  private Staged entering(TrackMapping track, Label label) {
    Optional<Label> before =
        track.labels().stream().map(LabelMapping::label).filter(l -> !l.equals(label)).findFirst();
    Staged shown = atFirstSight(track, label);
    return before.map(b -> shown.base(track.track(), b)).orElse(shown);
  }

  private static Staged atFirstSight(TrackMapping track, Label label) {
    Staged shown = Staged.blank(track.track());
    for (Side side : Side.values()) {
      if (track.field(side).isPresent()) {
        shown = shown.shows(track.track(), side, label);
      }
    }
    return shown;
  }

  private void companion(TrackMapping track, LabelMapping label, TrackMapping companion) {
    Optional<Label> before =
        track.labels().stream()
            .filter(l -> !l.equals(label) && l.requires().isEmpty())
            .map(LabelMapping::label)
            .findFirst();
    Optional<Label> value = companion.labels().stream().map(LabelMapping::label).findFirst();
    if (before.isEmpty() || value.isEmpty()) {
      return;
    }
    for (Side source : new TrackEdges(track, edges).sayable(label.label())) {
      Staged move =
          Staged.agreed(track.track(), before.get()).shows(track.track(), source, label.label());
      String name =
          track.track()
              + ": "
              + source.displayName()
              + " moves from "
              + before.get()
              + " to "
              + label.label()
              + ", "
              + companion.track();
      edges.add(name + " is blank", move.and(companion.track()));
      edges.add(name + " is " + value.get(), move.base(companion.track(), value.get()));
      for (Side side : Side.values()) {
        if (companion.field(side).isPresent()) {
          edges.add(
              name + " is " + value.get() + " in " + side.displayName() + " alone",
              move.shows(companion.track(), side, value.get()));
          edges.add(
              name + " cannot be read in " + side.displayName(),
              move.and(companion.track()).shows(companion.track(), side, Shown.Kind.UNREADABLE));
        }
      }
    }
  }
}
