package io.stagesync.proof;

import io.stagesync.mapping.Diagnostic;
import io.stagesync.mapping.Diagnostic.Place;
import io.stagesync.mapping.Diagnostic.Severity;
import io.stagesync.mapping.DiagnosticId;
import io.stagesync.mapping.Places;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.Track;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Says of a file that breaks a law where to look. */
public final class Refusal {
  private Refusal() {}

  /** The error that refuses the file, at the first place that takes part. */
  public static Diagnostic of(Counterexample broken, Places places) {
    List<Place> all = new ArrayList<>();
    List<String> named = new ArrayList<>();
    for (Map.Entry<Track, Set<Label>> track : sorted(broken.labels())) {
      for (Label label : track.getValue()) {
        Place place = places.of("tracks", track.getKey().name(), "labels", label.name());
        all.add(place);
        named.add("`" + label + "`" + (place.line() > 0 ? " (line " + place.line() + ")" : ""));
      }
    }
    broken.ruleLines().stream().distinct().forEach(line -> named.add("the rule in line " + line));
    Place first = all.stream().min(Place::compareTo).orElse(Place.whole(places.file()));
    return new Diagnostic(
        first,
        DiagnosticId.LAW_BROKEN,
        Severity.ERROR,
        broken.told(),
        named.isEmpty() ? "look at the whole file" : "look at " + String.join(", ", named));
  }

  private static List<Map.Entry<Track, Set<Label>>> sorted(Map<Track, Set<Label>> labels) {
    return labels.entrySet().stream().sorted(Map.Entry.comparingByKey()).toList();
  }
}
