package io.stagesync.app.references;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds wanted words in texts, however many words there are, in one pass. Case is not looked at:
 * Salesforce's own comparisons mostly do not either. A word inside of a longer one is none.
 */
final class WordIndex {
  private final Map<String, Wanted> whole = new HashMap<>();
  private final Map<String, List<Wanted>> byFirstToken = new HashMap<>();
  private final Set<String> fields;

  WordIndex(List<Wanted> wanted) {
    for (var word : wanted) {
      whole.putIfAbsent(lower(word.text()), word);
      var token = firstToken(lower(word.text()));
      if (!token.isEmpty() && !word.single()) {
        byFirstToken.computeIfAbsent(token, t -> new ArrayList<>()).add(word);
      }
    }
    byFirstToken
        .values()
        .forEach(
            words ->
                words.sort(Comparator.comparingInt((Wanted w) -> w.text().length()).reversed()));
    fields =
        wanted.stream().flatMap(w -> w.fields().stream()).collect(Collectors.toUnmodifiableSet());
  }

  /**
   * A word in a text.
   *
   * @param at where it begins
   */
  record Hit(Wanted wanted, int at) {}

  /** The fields that hold any of the words, in lower case. */
  Set<String> fields() {
    return fields;
  }

  /** All words of a field at once, for what concerns the field as a whole. */
  Wanted everyWordOf(String field) {
    var meanings =
        whole.values().stream()
            .filter(w -> w.fields().contains(fieldName(field)))
            .flatMap(w -> w.meanings().stream())
            .sorted(Comparator.comparing(Wanted.Meaning::place))
            .toList();
    return new Wanted("every word of Lead." + field, Set.of(fieldName(field)), meanings);
  }

  /** The word that a text is, blanks around it aside. */
  Optional<Wanted> whole(String text) {
    return Optional.ofNullable(whole.get(lower(text.strip())));
  }

  /** The words that are entries of a list, {@code "Open, Working - Contacted;Closed"}. */
  List<Hit> listed(String text) {
    var hits = new ArrayList<Hit>();
    int from = 0;
    boolean quoted = false;
    for (int i = 0; i <= text.length(); i++) {
      char c = i == text.length() ? ',' : text.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted || c == ';' && !quoted || i == text.length()) {
        entry(text, from, i).ifPresent(hits::add);
        from = i + 1;
      }
    }
    return hits;
  }

  private Optional<Hit> entry(String text, int from, int to) {
    int begin = from;
    int end = to;
    while (begin < end && around(text.charAt(begin))) {
      begin++;
    }
    while (end > begin && around(text.charAt(end - 1))) {
      end--;
    }
    int at = begin;
    return whole(text.substring(begin, end)).map(w -> new Hit(w, at));
  }

  private static boolean around(char c) {
    return Character.isWhitespace(c) || c == '"';
  }

  /** The words that stand between quotes, {@code ISPICKVAL(Status, "Open")}. */
  List<Hit> quoted(String text) {
    var hits = new ArrayList<Hit>();
    for (int i = 0; i < text.length(); i++) {
      char quote = text.charAt(i);
      if (quote == '"' || quote == '\'') {
        int end = text.indexOf(quote, i + 1);
        int at = i + 1;
        if (end > at) {
          whole(unescaped(text.substring(at, end))).ifPresent(w -> hits.add(new Hit(w, at)));
        }
      }
    }
    return hits;
  }

  private static String unescaped(String text) {
    return text.endsWith("\\") ? text.substring(0, text.length() - 1) : text;
  }

  /** The words of more than one part that stand anywhere in a text. */
  List<Hit> mentioned(String text) {
    var hits = new ArrayList<Hit>();
    var lower = lower(text);
    int i = 0;
    while (i < lower.length()) {
      if (!part(lower, i)) {
        i++;
        continue;
      }
      int end = i;
      while (end < lower.length() && part(lower, end)) {
        end++;
      }
      for (var word : byFirstToken.getOrDefault(lower.substring(i, end), List.of())) {
        mention(lower, i, word).ifPresent(hits::add);
      }
      i = end;
    }
    return hits;
  }

  private static Optional<Hit> mention(String lower, int token, Wanted word) {
    var wanted = lower(word.text());
    int at = token - wanted.indexOf(firstToken(wanted));
    int end = at + wanted.length();
    boolean there = at >= 0 && lower.startsWith(wanted, at);
    boolean apart =
        there
            && (at == 0 || !part(lower, at - 1) || !part(lower, at))
            && (end == lower.length() || !part(lower, end) || !part(lower, end - 1));
    return apart ? Optional.of(new Hit(word, at)) : Optional.empty();
  }

  /** Words that a filter on a part of them would find. */
  List<Wanted> containing(String piece) {
    var wanted = lower(piece.strip());
    return wanted.length() < 3
        ? List.of()
        : whole.entrySet().stream()
            .filter(e -> e.getKey().contains(wanted) && !e.getKey().equals(wanted))
            .map(Map.Entry::getValue)
            .toList();
  }

  private static String firstToken(String text) {
    int from = 0;
    while (from < text.length() && !part(text, from)) {
      from++;
    }
    int to = from;
    while (to < text.length() && part(text, to)) {
      to++;
    }
    return text.substring(from, to);
  }

  private static boolean part(String text, int at) {
    char c = text.charAt(at);
    return Character.isLetterOrDigit(c) || c == '_';
  }

  /** Keeps every character's place, which {@link String#toLowerCase()} does not. */
  private static String lower(String text) {
    var chars = text.toCharArray();
    for (int i = 0; i < chars.length; i++) {
      chars[i] = Character.toLowerCase(chars[i]);
    }
    return new String(chars);
  }

  /** As field names are compared. */
  static String fieldName(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
