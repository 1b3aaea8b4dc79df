package io.stagesync.mapping.yaml;

import io.stagesync.mapping.Diagnostic;
import io.stagesync.mapping.Diagnostic.Place;
import io.stagesync.mapping.Diagnostic.Severity;
import io.stagesync.mapping.DiagnosticId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.yaml.snakeyaml.error.Mark;

/** Collects what is wrong with one file. */
final class Problems {
  private static final int LONGEST = 500;

  private final String file;
  private int above;
  private final Set<Diagnostic> found = new TreeSet<>();
  private final Set<Place> places = new HashSet<>();
  private final TreeSet<Place> unreadable = new TreeSet<>();
  private final Map<Place, Set<String>> misspelt = new HashMap<>();

  Problems(String file) {
    this.file = file;
  }

  String file() {
    return file;
  }

  /** How many lines of the file stand above the text that is read from now on. */
  void below(int lines) {
    above = lines;
  }

  int above() {
    return above;
  }

  /** A place in the text that is read just now, as one in the file. */
  Place place(Mark mark) {
    return new Place(file, above + mark.getLine() + 1, mark.getColumn() + 1);
  }

  void whole(DiagnosticId id, String message, String suggestion) {
    at(Place.whole(file), id, message, suggestion);
  }

  void at(Place place, DiagnosticId id, String message, String suggestion) {
    add(place, id, Severity.ERROR, message, suggestion);
  }

  void warn(Site site, DiagnosticId id, String message, String suggestion) {
    add(site.place(), id, Severity.WARNING, message, suggestion);
  }

  private void add(
      Place place, DiagnosticId id, Severity severity, String message, String suggestion) {
    places.add(place);
    found.add(new Diagnostic(place, id, severity, cut(message), cut(suggestion)));
  }

  /** Messages quote the file, whose values may be of any length. */
  private static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + " ...";
  }

  /** Something that cannot be read. One place gets one such problem: the rest would repeat it. */
  void unreadable(Site site, DiagnosticId id, String message, String suggestion) {
    unreadable(site.place(), id, message, suggestion);
  }

  void unreadable(Place place, DiagnosticId id, String message, String suggestion) {
    if (!places.contains(place)) {
      at(place, id, message, suggestion);
    }
  }

  /** From here on problems are about meaning; those found so far explain what is missing. */
  void everythingIsRead() {
    found.stream().filter(Diagnostic::isError).map(Diagnostic::place).forEach(unreadable::add);
  }

  /** Whether all of a part of the file could be read. */
  boolean readable(Site site) {
    var first = unreadable.ceiling(site.keyPlace());
    return first == null || !site.contains(first);
  }

  /** A key that is not known, and that somebody probably meant for this one. */
  void misspelt(Site map, String meant) {
    misspelt.computeIfAbsent(map.keyPlace(), place -> new HashSet<>()).add(meant);
  }

  /**
   * Whether what a part says under these keys could be read, or is really not said; whatever else
   * is wrong with that part.
   */
  boolean readable(Site map, List<String> keys) {
    var meant = misspelt.getOrDefault(map.keyPlace(), Set.of());
    return map.isMap()
        && keys.stream()
            .noneMatch(
                key -> meant.contains(key) || map.get(key).filter(s -> !readable(s)).isPresent());
  }

  /** Something that can be read and makes no sense, unless a part that was unreadable causes it. */
  void senseless(Site site, DiagnosticId id, String message, String suggestion) {
    if (readable(site)) {
      at(site.place(), id, message, suggestion);
    }
  }

  /** The same of a part as a whole, where it follows from what stands under these keys alone. */
  void senseless(Site map, List<String> keys, DiagnosticId id, String message, String suggestion) {
    if (readable(map, keys)) {
      at(map.place(), id, message, suggestion);
    }
  }

  int count() {
    return found.size();
  }

  boolean any() {
    return found.stream().anyMatch(Diagnostic::isError);
  }

  List<Diagnostic> sorted() {
    return new ArrayList<>(found);
  }
}
