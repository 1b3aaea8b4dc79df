package io.stagesync.mapping.yaml;

import io.stagesync.mapping.DiagnosticId;
import io.stagesync.mapping.Nearest;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A part of the file that has keys of which the language knows every one. */
final class Keys {
  /** Keys that the language will have, with what to do until then. */
  private static final Map<String, String> PLANNED =
      Map.of("account-stage", "delete it; people are kept in agreement, accounts are not");

  private final Site site;
  private final Problems problems;
  private final Set<String> meant = new HashSet<>();

  Keys(Site site, Problems problems, String example, List<String> known) {
    this.site = site;
    this.problems = problems;
    if (!site.isMap()) {
      problems.unreadable(
          site,
          DiagnosticId.WRONG_TYPE,
          Wording.of(site) + " has to be keys with values",
          "write it like `" + example + "`");
      return;
    }
    for (var entry : site.entries()) {
      if (!known.contains(entry.name())) {
        refuse(entry, Nearest.of(known));
      }
    }
  }

  /** The value of a key; empty where the file does not say it, or says it and then nothing. */
  Optional<Site> get(String key) {
    var found = site.get(key);
    if (found.isPresent() && found.get().isNothing()) {
      problems.unreadable(
          found.get(),
          DiagnosticId.EMPTY_VALUE,
          "nothing stands behind `" + key + "`",
          "write a value, or delete the key");
      return Optional.empty();
    }
    return found;
  }

  /** The same for a key that nobody may leave out. */
  Optional<Site> required(String key, String suggestion) {
    var found = get(key);
    if (site.isMap() && !site.has(key) && !meant.contains(key)) {
      problems.at(
          site.place(),
          DiagnosticId.MISSING_KEY,
          "`" + key + "` is missing" + Wording.in(site),
          suggestion);
    }
    return found;
  }

  private void refuse(Site entry, Nearest known) {
    var key = entry.name();
    var planned = PLANNED.get(key);
    if (planned != null) {
      problems.unreadable(
          entry.keyPlace(),
          DiagnosticId.NOT_YET,
          "`" + key + "` is planned; this version does not carry it out, so it refuses it",
          planned);
      return;
    }
    known
        .to(key)
        .ifPresent(
            other -> {
              meant.add(other);
              problems.misspelt(site, other);
            });
    problems.unreadable(
        entry.keyPlace(),
        DiagnosticId.UNKNOWN_KEY,
        "`" + key + "` is no key here",
        known.advice(key, "known here: " + known.list()));
  }
}
