package io.stagesync.mapping.yaml;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The bytes of a file as they were at one moment: what is read counts only when it reads the same
 * once more, so that nobody gets the first half of one version and the second half of another.
 */
final class FileBytes {
  /** Enough for a file that is being saved; one that never rests is somebody's log. */
  private static final int TRIES = 3;

  private final Source source;

  FileBytes(Path path) {
    this(() -> Files.newInputStream(path));
  }

  FileBytes(Source source) {
    this.source = source;
  }

  /** Where the bytes come from, from the beginning each time. */
  interface Source {
    InputStream open() throws IOException;
  }

  /**
   * At most so many bytes; empty where the file changes all the time.
   *
   * @throws IOException when it cannot be read
   */
  Optional<byte[]> read(int most) throws IOException {
    for (int i = 0; i < TRIES; i++) {
      byte[] bytes;
      try (var in = source.open()) {
        bytes = in.readNBytes(most);
      }
      if (bytes.length == most || same(bytes)) {
        return Optional.of(bytes);
      }
    }
    return Optional.empty();
  }

  private boolean same(byte[] bytes) throws IOException {
    try (var in = new BufferedInputStream(source.open())) {
      for (byte b : bytes) {
        if (in.read() != Byte.toUnsignedInt(b)) {
          return false;
        }
      }
      return in.read() < 0;
    }
  }
}
