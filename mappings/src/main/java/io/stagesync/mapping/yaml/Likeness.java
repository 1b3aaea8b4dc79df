package io.stagesync.mapping.yaml;

import io.stagesync.mapping.Nearest;
import io.stagesync.vocabulary.FieldCatalog;
import io.stagesync.vocabulary.RawValue;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Finds among a picklist's values the one that probably means the same as a word; for suggestions
 * that a person looks at, never for decisions. Letter case, blanks and signs are overlooked, and
 * the field's usual abbreviations are known.
 */
final class Likeness {
  private static final Map<String, String> SPELLED_OUT =
      Map.of(
          "mal", "marketingacceptedlead",
          "mql", "marketingqualifiedlead",
          "sal", "salesacceptedlead",
          "sql", "salesqualifiedlead",
          "sao", "salesacceptedopportunity",
          "srl", "salesreadylead",
          "mrl", "marketingreadylead");

  private final FieldCatalog field;

  Likeness(FieldCatalog field) {
    this.field = field;
  }

  /** The likest of some values to one of the words; empty where none is like them. */
  Optional<RawValue> among(List<RawValue> values, List<String> words) {
    for (var word : words) {
      for (var value : values) {
        if (core(word).equals(core(value.text())) || core(word).equals(core(shown(value)))) {
          return Optional.of(value);
        }
      }
    }
    for (var word : words) {
      var near = Nearest.of(values.stream().map(v -> core(v.text())).toList()).to(core(word));
      var found = values.stream().filter(v -> near.filter(core(v.text())::equals).isPresent());
      var first = found.findFirst();
      if (first.isPresent()) {
        return first;
      }
    }
    return Optional.empty();
  }

  private String shown(RawValue value) {
    return field.displayLabels().getOrDefault(value, value.text());
  }

  private static String core(String text) {
    var letters = text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    return SPELLED_OUT.getOrDefault(letters, letters);
  }
}
