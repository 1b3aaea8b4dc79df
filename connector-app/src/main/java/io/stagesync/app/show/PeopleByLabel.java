package io.stagesync.app.show;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stagesync.engine.LabelCount;
import io.stagesync.vocabulary.Track;
import java.util.List;
import java.util.stream.Collectors;

/** How many people stand at each label; those outside the pipeline are counted apart. */
record PeopleByLabel(List<LabelCount> counts) {
  PeopleByLabel {
    counts = List.copyOf(counts);
  }

  void to(Lines lines) {
    for (Track track : counts.stream().map(LabelCount::track).distinct().toList()) {
      lines.say("people    " + track + ": " + words(of(track, true)));
      if (!of(track, false).isEmpty()) {
        lines.say("          outside the pipeline: " + words(of(track, false)));
      }
    }
  }

  void to(ObjectNode json) {
    var inside = json.putObject("labels");
    var outside = json.putObject("labels-outside-pipeline");
    for (var count : counts) {
      (count.inPipeline() ? inside : outside)
          .withObjectProperty(count.track().name())
          .put(count.label().name(), count.people());
    }
  }

  private List<LabelCount> of(Track track, boolean inPipeline) {
    return counts.stream()
        .filter(c -> c.track().equals(track) && c.inPipeline() == inPipeline)
        .toList();
  }

  private static String words(List<LabelCount> counts) {
    return counts.isEmpty()
        ? "nobody"
        : counts.stream()
            .map(c -> c.label() + " " + String.format("%,d", c.people()))
            .collect(Collectors.joining(", "));
  }
}
