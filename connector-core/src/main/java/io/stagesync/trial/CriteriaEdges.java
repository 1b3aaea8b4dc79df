package io.stagesync.trial;

import io.stagesync.mapping.LabelMapping;
import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The edge cases of what other tracks have to show: each criterion met and each one not met. */
final class CriteriaEdges {
  private final Mapping mapping;
  private final Edges edges;

  CriteriaEdges(Mapping mapping, Edges edges) {
    this.mapping = mapping;
    this.edges = edges;
  }

  void collect() {
    for (TrackMapping track : mapping.tracks()) {
      for (LabelMapping label : track.labels()) {
        if (label.criteria().asks()) {
          of(track, label);
        }
      }
    }
  }

  private void of(TrackMapping track, LabelMapping label) {
    TrackEdges steps = new TrackEdges(track, edges);
    for (TrackEdges.Two two : steps.neighbours()) {
      if (two.second().equals(label.label())) {
        moves(track, steps, two, label.criteria().entry());
      }
      if (two.first().equals(label.label())) {
        moves(track, steps, two, label.criteria().exit());
      }
    }
  }

  private void moves(
      TrackMapping track, TrackEdges steps, TrackEdges.Two two, Map<Track, List<Label>> criteria) {
    for (Side side : steps.sayable(two.second())) {
      Staged met =
          Staged.agreed(track.track(), two.first()).shows(track.track(), side, two.second());
      for (Map.Entry<Track, List<Label>> asked : new TreeMap<>(criteria).entrySet()) {
        met = met.base(asked.getKey(), asked.getValue().get(0));
      }
      String name =
          track.track()
              + ": "
              + side.displayName()
              + " moves from "
              + two.first()
              + " to "
              + two.second()
              + ", ";
      for (Track asked : new TreeMap<>(criteria).keySet()) {
        edges.add(name + asked + " is blank", met.without(asked));
        for (LabelMapping other : mapping.track(asked).labels()) {
          edges.add(name + asked + " is " + other.label(), met.base(asked, other.label()));
        }
      }
    }
  }
}
