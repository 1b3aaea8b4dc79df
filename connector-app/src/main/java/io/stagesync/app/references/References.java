package io.stagesync.app.references;

import java.util.List;

/**
 * What a search found.
 *
 * @param wanted the words that were looked for
 * @param found in order
 * @param files how many files were read
 * @param skipped what was not read, and why
 * @param cutOff whether there is more than could be kept
 */
public record References(
    List<Wanted> wanted, List<Reference> found, long files, List<Skipped> skipped, boolean cutOff) {
  public References {
    wanted = List.copyOf(wanted);
    found = List.copyOf(found);
    skipped = List.copyOf(skipped);
  }

  /**
   * A file that was not read.
   *
   * @param file from the folder that was searched
   * @param why as the end of a sentence: "is a link"
   */
  public record Skipped(String file, String why) {}
}
