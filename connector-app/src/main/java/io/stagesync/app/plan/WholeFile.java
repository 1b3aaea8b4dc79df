package io.stagesync.app.plan;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file that appears as a whole or not at all. */
final class WholeFile {
  /** Writes the content. */
  interface Content {
    void to(OutputStream out) throws IOException;
  }

  private WholeFile() {}

  /**
   * Writes beside the file, then moves into its place.
   *
   * @throws PlanFileException when it cannot be written
   */
  static void write(Path file, Content content) {
    var target = file.toAbsolutePath();
    var folder = target.getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new PlanFileException(
          "There is no folder " + folder + " to write " + file + " to. Make it, or name another.");
    }
    try {
      var beside = Files.createTempFile(folder, "." + target.getFileName(), ".part");
      try {
        try (var out = Files.newOutputStream(beside)) {
          content.to(out);
        }
        Files.move(
            beside, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(beside);
      }
    } catch (IOException e) {
      throw new PlanFileException(
          file + " cannot be written: " + e.getMessage() + ". Check its folder and the disk.", e);
    }
  }
}
