package io.stagesync.mapping.rename;

import io.stagesync.mapping.Nearest;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Compares names as people read them: letter case, blanks and signs are overlooked. */
final class Likeness {
  /** Short for the same, as people in sales and marketing write it. */
  private static final Map<String, String> SPELLED_OUT =
      Map.of(
          "mal", "marketingacceptedlead",
          "mql", "marketingqualifiedlead",
          "sal", "salesacceptedlead",
          "sql", "salesqualifiedlead",
          "sao", "salesacceptedopportunity",
          "srl", "salesreadylead",
          "mrl", "marketingreadylead");

  private Likeness() {}

  /** Whether one of these names is one of those. */
  static boolean same(List<String> names, List<String> others) {
    return names.stream().map(Likeness::core).anyMatch(cores(others)::contains);
  }

  /** Whether one of these names is almost one of those. */
  static boolean near(List<String> names, List<String> others) {
    var cores = Nearest.of(cores(others));
    return names.stream().anyMatch(name -> cores.to(core(name)).isPresent());
  }

  private static List<String> cores(List<String> names) {
    return names.stream().map(Likeness::core).filter(core -> !core.isEmpty()).toList();
  }

  private static String core(String text) {
    var letters = text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    return SPELLED_OUT.getOrDefault(letters, letters);
  }
}
