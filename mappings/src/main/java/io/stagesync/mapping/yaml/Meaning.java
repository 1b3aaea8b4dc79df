package io.stagesync.mapping.yaml;

/** Checks that a file which can be read also makes sense. */
final class Meaning {
  private Meaning() {}

  static void check(Draft draft) {}
}
