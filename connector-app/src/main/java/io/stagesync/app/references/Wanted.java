package io.stagesync.app.references;

import io.stagesync.mapping.Diagnostic.Place;
import java.util.List;
import java.util.Set;

/**
 * A word to look for.
 *
 * @param text the word, as Salesforce stores it
 * @param fields the fields of Lead that hold it, by API name in lower case; empty: not known
 * @param meanings what the mapping file says of it; empty where it does not speak of it
 */
public record Wanted(String text, Set<String> fields, List<Meaning> meanings) {
  public Wanted {
    fields = Set.copyOf(fields);
    meanings = List.copyOf(meanings);
  }

  /**
   * One place of the mapping file that says the word.
   *
   * @param track the track's name
   * @param label the label's name
   */
  public record Meaning(String track, String label, Place place) {}

  /** Whether it is one word only, which running text says for other reasons, too. */
  boolean single() {
    return text.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '_');
  }
}
