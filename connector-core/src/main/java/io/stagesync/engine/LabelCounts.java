package io.stagesync.engine;

import io.stagesync.mapping.Mapping;
import io.stagesync.state.Session;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.Track;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts people by label. The order of the labels, and which of them the mapping file leaves out of
 * the pipeline, is kept in the store, so that whoever only looks at the store can tell it too.
 */
public final class LabelCounts {
  private static final String LABELS = "labels";
  private static final String EXCLUDED = " excluded";

  private LabelCounts() {}

  /** Keeps what the mapping file says of its labels. */
  static void remember(Session session, Mapping mapping) {
    var lines = new StringBuilder();
    for (var track : mapping.tracks()) {
      for (var label : track.labels()) {
        lines.append(track.track()).append(' ').append(label.label());
        lines.append(label.counting().inPipeline() ? "" : EXCLUDED).append('\n');
      }
    }
    var before = session.belonging().remark(LABELS);
    if (before.filter(lines.toString()::equals).isEmpty()) {
      session.belonging().remark(LABELS, lines.toString());
    }
  }

  /**
   * Labels at which somebody stands, in the order of the latest mapping file; one that the file no
   * longer has comes after the others of its track.
   */
  public static List<LabelCount> of(Session session) {
    var people = new TreeMap<Track, Map<Label, Long>>();
    session.pairs().labels().forEach((track, n) -> people.put(track, new LinkedHashMap<>(n)));
    var counts = new ArrayList<LabelCount>();
    for (String line : session.belonging().remark(LABELS).orElse("").lines().toList()) {
      var names = line.split(" ", 3);
      var track = new Track(names[0]);
      var label = new Label(names[1]);
      var here = people.getOrDefault(track, Map.of());
      if (here.containsKey(label)) {
        counts.add(new LabelCount(track, label, !line.endsWith(EXCLUDED), here.get(label)));
        here.remove(label);
      }
    }
    people.forEach(
        (track, rest) ->
            rest.forEach((label, n) -> counts.add(new LabelCount(track, label, true, n))));
    return counts;
  }
}
