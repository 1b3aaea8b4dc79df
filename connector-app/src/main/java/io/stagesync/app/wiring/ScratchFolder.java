package io.stagesync.app.wiring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder of our own for throw-away files; it goes with everything in it. */
final class ScratchFolder implements AutoCloseable {
  private final Path folder;

  ScratchFolder() {
    try {
      folder = Files.createTempDirectory("stagesync-");
    } catch (IOException e) {
      throw new UncheckedIOException("no temporary folder can be made", e);
    }
  }

  Path file(String name) {
    return folder.resolve(name);
  }

  @Override
  public void close() {
    try (var files = Files.list(folder)) {
      for (var file : files.toList()) {
        Files.deleteIfExists(file);
      }
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("a temporary folder stays behind: " + folder, e);
    }
  }
}
