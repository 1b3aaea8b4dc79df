package io.stagesync.drift;

import io.stagesync.mapping.Diagnostic.Place;
import io.stagesync.mapping.LabelMapping;
import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.Rule;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.mapping.Words;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Where a mapping file speaks of a raw value.
 *
 * @param words the lines where it stands, from 1
 * @param rules the lines of the rules that hang on its label
 */
public record Mentions(List<Integer> words, List<Integer> rules) {
  /** Nowhere. */
  public static final Mentions NONE = new Mentions(List.of(), List.of());

  public Mentions {
    words = List.copyOf(words);
    rules = List.copyOf(rules);
  }

  /** Where a file speaks of a value of a track's side. */
  public static Mentions of(Mapping mapping, TrackMapping track, Side side, RawValue value) {
    var places = new ArrayList<Place>();
    var labels = new ArrayList<Label>();
    var name = track.track().name();
    for (LabelMapping label : track.labels()) {
      int before = places.size();
      if (says(label.words(), side, value)) {
        places.add(at(mapping, name, "labels", label.label().name(), side.key(), value.text()));
      }
      label
          .variants()
          .forEach(
              (type, words) -> {
                if (says(words, side, value)) {
                  places.add(
                      at(
                          mapping,
                          name,
                          "labels",
                          label.label().name(),
                          "for",
                          type.developerName(),
                          side.key(),
                          value.text()));
                }
              });
      if (places.size() > before) {
        labels.add(label.label());
      }
    }
    track
        .changes()
        .of(side, value)
        .ifPresent(change -> places.add(new Place(mapping.file(), change.line(), 1)));
    if (track.ignores(side, value)) {
      places.add(at(mapping, name, "ignored", side.key(), value.text()));
    }
    var rules =
        mapping.rules().stream()
            .filter(rule -> labels.stream().anyMatch(label -> hangsOn(rule, track, label)))
            .map(Rule::line)
            .toList();
    return new Mentions(
        lines(places.stream().map(Place::line).filter(line -> line > 0).toList()), lines(rules));
  }

  private static boolean says(Map<Side, Words> words, Side side, RawValue value) {
    return words.getOrDefault(side, Words.none()).values().contains(value);
  }

  private static Place at(Mapping mapping, String track, String... path) {
    var whole = new ArrayList<>(List.of("tracks", track));
    whole.addAll(List.of(path));
    return mapping.places().of(whole.toArray(String[]::new));
  }

  private static boolean hangsOn(Rule rule, TrackMapping track, Label label) {
    return (rule.when().equals(track.track()) && rule.enters().equals(label))
        || label.equals(rule.then().get(track.track()));
  }

  private static List<Integer> lines(List<Integer> some) {
    return List.copyOf(new TreeSet<>(some));
  }
}
