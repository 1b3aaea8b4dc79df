package io.stagesync.app.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.stagesync.engine.PlanHeader;
import io.stagesync.engine.PlanRow;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * A plan that was saved, opened after its digest was found to hold. Its rows are read as they are
 * asked for.
 */
public final class SavedPlan implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path file;
  private final BufferedReader lines;
  private final PlanHeader header;
  private final long count;

  private SavedPlan(Path file, BufferedReader lines, PlanHeader header, long count) {
    this.file = file;
    this.lines = lines;
    this.header = header;
    this.count = count;
  }

  /**
   * Opens a file.
   *
   * @throws PlanFileException when it cannot be read, is no saved plan, was cut off or edited
   */
  public static SavedPlan open(Path file) {
    if (Files.isDirectory(file)) {
      throw new PlanFileException(
          file + " is a folder. Name the file that `stagesync plan --out FILE` saved.");
    }
    if (!Files.isRegularFile(file)) {
      throw new PlanFileException(
          "There is no plan " + file + ". Save one with `stagesync plan --out " + file + "`.");
    }
    try {
      long rows = verified(file);
      var lines = Files.newBufferedReader(file);
      try {
        var first = JSON.readTree(lines.readLine());
        if (first.path("stagesync-plan").asInt() != PlanWriter.FORM) {
          throw new PlanFileException(file + " has a form that this version does not read.");
        }
        return new SavedPlan(file, lines, HeaderJson.header(first), rows);
      } catch (IOException | RuntimeException e) {
        lines.close();
        throw e;
      }
    } catch (IOException | IllegalArgumentException | DateTimeException e) {
      throw broken(file, "it is no saved plan", e);
    }
  }

  /** What the plan says before its rows. */
  public PlanHeader header() {
    return header;
  }

  /** Its rows, once. */
  public Iterator<PlanRow> rows() {
    return new Iterator<>() {
      private long handed;

      @Override
      public boolean hasNext() {
        return handed < count;
      }

      @Override
      public PlanRow next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        handed++;
        return read();
      }
    };
  }

  private PlanRow read() {
    try {
      return RowJson.row(JSON.readTree(lines.readLine()));
    } catch (IOException | IllegalArgumentException e) {
      throw broken(file, "one of its rows cannot be understood", e);
    }
  }

  @Override
  public void close() {
    try {
      lines.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads the whole file once and compares; how many rows it has. */
  private static long verified(Path file) throws IOException {
    var digest = Sha256.start();
    long lines = 0;
    String last = null;
    boolean plan = false;
    try (var reader = Files.newBufferedReader(file)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (last == null) {
          plan = line.startsWith("{\"stagesync-plan\"");
        } else {
          digest.update((last + "\n").getBytes(StandardCharsets.UTF_8));
          lines++;
        }
        last = line;
      }
    }
    if (!plan) {
      throw broken(file, "it is no saved plan", null);
    }
    var end = end(last == null ? "" : last);
    if (end.path("sha256").isMissingNode()) {
      throw broken(file, "its last line is missing, so it was cut off", null);
    }
    boolean same =
        HexFormat.of().formatHex(digest.digest()).equals(end.path("sha256").asText())
            && end.path("rows").asLong(-1) == lines - 1;
    if (!same) {
      throw broken(file, "it was changed since it was saved", null);
    }
    return lines - 1;
  }

  private static JsonNode end(String line) {
    try {
      return JSON.readTree(line);
    } catch (JsonProcessingException e) {
      return JSON.createObjectNode();
    }
  }

  private static PlanFileException broken(
      Path file, String why, @org.jspecify.annotations.Nullable Throwable cause) {
    var message =
        file
            + " is not applied: "
            + why
            + ". Nothing was written. Make a new one with `stagesync plan --out FILE`.";
    return cause == null ? new PlanFileException(message) : new PlanFileException(message, cause);
  }
}
