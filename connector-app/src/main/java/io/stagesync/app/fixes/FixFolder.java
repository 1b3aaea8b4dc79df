package io.stagesync.app.fixes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * Writes fixes below a folder, all of them or none.
 *
 * @param folder is created where it is missing
 * @param force whether files that are there are written over
 */
public record FixFolder(Path folder, boolean force) {

  /** The files of these that are there already; nothing is written while there are any. */
  public List<Path> inTheWay(List<FixFile> files) {
    return force
        ? List.of()
        : files.stream()
            .map(file -> folder.resolve(file.path()))
            .filter(path -> Files.exists(path, LinkOption.NOFOLLOW_LINKS))
            .toList();
  }

  /** Writes them. */
  public void write(List<FixFile> files) {
    for (var file : files) {
      var path = folder.resolve(file.path());
      try {
        var parent = path.getParent();
        Files.createDirectories(parent == null ? folder : parent);
        Files.writeString(path, file.text(), how());
      } catch (IOException e) {
        throw new UncheckedIOException(path + " cannot be written", e);
      }
    }
  }

  private StandardOpenOption[] how() {
    return force
        ? new StandardOpenOption[] {
          StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE
        }
        : new StandardOpenOption[] {StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE};
  }
}
