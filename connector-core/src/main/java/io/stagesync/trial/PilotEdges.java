package io.stagesync.trial;

import io.stagesync.example.InPilot;
import io.stagesync.example.Shown;
import io.stagesync.mapping.FieldCondition;
import io.stagesync.mapping.LabelMapping;
import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.Pilot;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.Side;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The edge cases of a pilot: who takes part, and each way of being outside. */
final class PilotEdges {
  private final Mapping mapping;
  private final Edges edges;

  PilotEdges(Mapping mapping, Edges edges) {
    this.mapping = mapping;
    this.edges = edges;
  }

  void collect() {
    mapping.reads().pilot().ifPresent(pilot -> mapping.tracks().forEach(t -> of(pilot, t)));
  }

  private void of(Pilot pilot, TrackMapping track) {
    List<Label> labels = track.labels().stream().map(LabelMapping::label).toList();
    for (Side side : Side.values()) {
      if (track.field(side).isEmpty() || labels.size() < 2) {
        continue;
      }
      Staged move =
          Staged.agreed(track.track(), labels.get(0)).shows(track.track(), side, labels.get(1));
      String name = track.track() + ": " + side.displayName() + " moves, ";
      add(name + "inside of the pilot", move, Map.of(), true, true);
      for (FieldCondition condition : pilot.conditions()) {
        for (Shown shown :
            List.of(
                Shown.word("A value nobody asks for"),
                Shown.of(Shown.Kind.BLANK),
                Shown.of(Shown.Kind.UNREADABLE))) {
          String what =
              shown.text().isBlank()
                  ? shown.kind().name().toLowerCase(Locale.ROOT)
                  : "another value";
          add(
              name + condition.field().path() + " is " + what,
              move,
              Map.of(condition.field(), shown),
              true,
              true);
        }
      }
      if (pilot.hubspotList().isPresent()) {
        add(name + "not in the pilot's list", move, Map.of(), false, true);
      }
      if (pilot.people().isPresent()) {
        add(name + "not named by the pilot", move, Map.of(), true, false);
      }
    }
  }

  private void add(
      String name, Staged move, Map<FieldName, Shown> shown, boolean listed, boolean named) {
    edges.add(name, move.pilot(new InPilot(shown, listed, named)));
  }
}
