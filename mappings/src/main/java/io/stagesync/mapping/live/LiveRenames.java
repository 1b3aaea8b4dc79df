package io.stagesync.mapping.live;

import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.mapping.rename.Guess;
import io.stagesync.mapping.rename.Lineup;
import io.stagesync.mapping.rename.Renames;
import io.stagesync.vocabulary.Catalog;
import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.RawValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the words of a file that a field does not have, or has made inactive, are called there now,
 * perhaps: among its active values of which the file does not speak.
 */
public final class LiveRenames {
  private LiveRenames() {}

  /** For each word that is not there what it is called now, where there is a guess. */
  public static Map<RawValue, Guess> of(
      Mapping mapping, TrackMapping track, FieldName name, Catalog catalog) {
    return catalog
        .field(name)
        .map(field -> of(new LiveField(mapping, track, name, catalog, field)))
        .orElse(Map.of());
  }

  static Map<RawValue, Guess> of(LiveField subject) {
    var field = subject.field();
    var names = new LinkedHashMap<RawValue, List<String>>();
    for (var label : subject.track().labels()) {
      for (var word : label.values(subject.side())) {
        names.computeIfAbsent(word, w -> new ArrayList<>()).add(label.label().name());
      }
    }
    var said = List.copyOf(names.keySet());
    var values = new LiveValues(subject);
    var came =
        field.values().stream()
            .filter(value -> !field.shape().inactive().contains(value))
            .filter(value -> !subject.convertedStatuses().contains(value))
            .filter(value -> !values.spokenOf(value))
            .toList();
    var gone = said.stream().filter(word -> !field.knows(word)).toList();
    return Renames.of(new Lineup(said, gone, names), Lineup.of(field, came));
  }
}
