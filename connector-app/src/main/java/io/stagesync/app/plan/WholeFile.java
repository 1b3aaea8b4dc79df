package io.stagesync.app.plan;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file that appears as a whole or not at all. */
public final class WholeFile {
  /** Writes the content. */
  public interface Content {
    void to(OutputStream out) throws IOException;
  }

  private WholeFile() {}

  /**
   * Writes beside the file, then moves into its place.
   *
   * @throws PlanFileException when it cannot be written
   */
  public static void write(Path file, Content content) {
    write(file, content, folder -> Files.createTempFile(folder, "." + file.getFileName(), ".part"));
  }

  /** The same for a file that everybody may read whom the folder lets in. */
  public static void writeForAll(Path file, Content content) {
    write(file, content, folder -> folder.resolve("." + file.getFileName() + ".part"));
  }

  private interface Beside {
    Path in(Path folder) throws IOException;
  }

  private static void write(Path file, Content content, Beside place) {
    if (file.toString().isBlank()) {
      throw new PlanFileException("No file is named to write to: the name is empty. Name one.");
    }
    var target = file.toAbsolutePath();
    var folder = target.getParent();
    if (folder != null && !Files.isDirectory(folder)) {
      throw new PlanFileException(
          "There is no folder " + folder + " to write " + file + " to. Make it, or name another.");
    }
    if (folder == null || Files.exists(target) && !Files.isRegularFile(target)) {
      throw new PlanFileException(file + " is there and is no ordinary file. Name another.");
    }
    try {
      var beside = place.in(folder);
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
