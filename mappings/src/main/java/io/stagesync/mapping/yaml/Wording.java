package io.stagesync.mapping.yaml;

import java.util.Locale;

/** How a message names a part of the file. */
final class Wording {
  private Wording() {}

  /** The subject of a sentence. */
  static String of(Site site) {
    return site.name().isEmpty() ? "this" : "`" + site.name() + "`";
  }

  /** Where something is missing. */
  static String in(Site site) {
    return site.name().isEmpty() ? "" : " in `" + site.name() + "`";
  }

  /** {@code FURTHEST_WINS} as the file writes it. */
  static String key(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
