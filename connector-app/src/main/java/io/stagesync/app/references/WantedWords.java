package io.stagesync.app.references;

import io.stagesync.app.references.Wanted.Meaning;
import io.stagesync.mapping.LabelMapping;
import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.mapping.Words;
import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.Side;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which words are looked for: those of a mapping file, or those that somebody names. */
public final class WantedWords {
  private final Map<String, List<Meaning>> meanings = new LinkedHashMap<>();
  private final Map<String, Set<String>> fields = new LinkedHashMap<>();

  private WantedWords() {}

  /** Every word that a mapping has for Salesforce, in the order of the file. */
  public static List<Wanted> of(Mapping mapping) {
    var words = new WantedWords();
    for (var track : mapping.tracks()) {
      track.field(Side.SALESFORCE).ifPresent(field -> words.add(mapping, track, field));
    }
    return words.meanings.keySet().stream().map(words::wanted).toList();
  }

  /**
   * These words alone.
   *
   * @param mapping says what they mean, where it has them; fields of words that it does not have
   *     are all of its fields
   */
  public static List<Wanted> of(List<String> values, Optional<Mapping> mapping) {
    var known = mapping.map(WantedWords::of).orElse(List.of());
    var anyField = new HashSet<String>();
    mapping.ifPresent(m -> m.fields(Side.SALESFORCE).forEach(f -> anyField.add(name(f))));
    return values.stream()
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .distinct()
        .map(
            text ->
                known.stream()
                    .filter(w -> w.text().equals(text))
                    .findFirst()
                    .orElse(new Wanted(text, anyField, List.of())))
        .toList();
  }

  private void add(Mapping mapping, TrackMapping track, FieldName field) {
    for (var label : track.labels()) {
      var side = Side.SALESFORCE.key();
      said(label.words(Side.SALESFORCE))
          .forEach(word -> add(mapping, track, label, word, field, side));
      label
          .variants()
          .forEach(
              (type, words) ->
                  said(words.getOrDefault(Side.SALESFORCE, Words.none()))
                      .forEach(
                          word ->
                              add(
                                  mapping,
                                  track,
                                  label,
                                  word,
                                  field,
                                  "for",
                                  type.developerName(),
                                  side)));
    }
  }

  private static List<RawValue> said(Words words) {
    return words.values();
  }

  private void add(
      Mapping mapping,
      TrackMapping track,
      LabelMapping label,
      RawValue word,
      FieldName field,
      String... below) {
    var path =
        new ArrayList<>(List.of("tracks", track.track().name(), "labels", label.label().name()));
    path.addAll(List.of(below));
    path.add(word.text());
    meanings
        .computeIfAbsent(word.text(), w -> new ArrayList<>())
        .add(
            new Meaning(
                track.track().name(),
                label.label().name(),
                mapping.places().of(path.toArray(String[]::new))));
    fields.computeIfAbsent(word.text(), w -> new HashSet<>()).add(name(field));
  }

  private Wanted wanted(String text) {
    return new Wanted(
        text, fields.getOrDefault(text, Set.of()), meanings.getOrDefault(text, List.of()));
  }

  private static String name(FieldName field) {
    return field.name().toLowerCase(Locale.ROOT);
  }
}
