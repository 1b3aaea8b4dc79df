package io.stagesync.app.benchmark;

import io.stagesync.app.show.ProofText;
import io.stagesync.mapping.yaml.MappingFile;
import io.stagesync.proof.Proof;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.LongSupplier;

/** Measures how long a large mapping file takes to be read and proven. */
public final class LawsBenchmark {
  private final LargeMapping large;
  private final Path folder;
  private final LongSupplier nanoTime;

  /**
   * @param folder where the file is written; made where it is not there
   */
  public LawsBenchmark(LargeMapping large, Path folder, LongSupplier nanoTime) {
    this.large = large;
    this.folder = folder;
    this.nanoTime = nanoTime;
  }

  /**
   * Measures once, from the beginning of a process, as a command would do it.
   *
   * @throws UncheckedIOException when the file cannot be written
   */
  public LawsMeasured measure() {
    String text = large.text();
    Path file = written(text);
    long begun = nanoTime.getAsLong();
    var loaded = MappingFile.parse(file.toString(), text);
    var mapping = loaded.mapping().orElseThrow(() -> new IllegalStateException(loaded.render()));
    long read = nanoTime.getAsLong();
    var proven = Proof.of(mapping);
    long done = nanoTime.getAsLong();
    return new LawsMeasured(
        large,
        mapping.rules().size(),
        file,
        Duration.ofNanos(read - begun),
        new ProofText(proven, Duration.ofNanos(done - read)));
  }

  private Path written(String text) {
    Path file = folder.resolve("laws.yaml");
    try {
      Files.createDirectories(folder);
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be written", e);
    }
  }
}
