package io.stagesync.mapping.yaml;

import io.stagesync.mapping.DiagnosticId;
import java.util.Optional;

/** Reads a part of the file that is one key with one value, {@code { lead-status: qualified }}. */
final class Entry {
  private Entry() {}

  static Optional<Site> single(Site site, Problems problems, String example) {
    var entries = site.entries();
    if (entries.size() == 1) {
      return Optional.of(entries.get(0));
    }
    problems.unreadable(
        site,
        DiagnosticId.WRONG_TYPE,
        Wording.of(site) + " has to be one key with one value",
        "write it like `" + example + "`");
    return Optional.empty();
  }
}
