package io.stagesync.app.plan;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stagesync.engine.Plan;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.util.HexFormat;

/**
 * Saves a plan: JSON lines, first what it says before its rows, then a line a row, last how many
 * rows there are and a digest over everything before.
 */
public final class PlanWriter {
  /** The form of the file; a program that does not know it refuses the file. */
  static final int FORM = 1;

  private PlanWriter() {}

  /**
   * Writes the file as a whole.
   *
   * @throws PlanFileException when it cannot be written
   */
  public static void write(Plan plan, Path file) {
    WholeFile.write(file, out -> write(plan, out));
  }

  private static void write(Plan plan, OutputStream out) throws IOException {
    var digest = Sha256.start();
    var lines = new java.io.BufferedOutputStream(new DigestOutputStream(out, digest), 1 << 16);
    var first = JsonNodeFactory.instance.objectNode();
    first.put("stagesync-plan", FORM);
    first.setAll(HeaderJson.of(plan.header()));
    line(lines, first);
    var rows = new long[1];
    try {
      plan.rows(
          row -> {
            rows[0]++;
            try {
              line(lines, RowJson.of(row));
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    lines.flush();
    var last = JsonNodeFactory.instance.objectNode();
    last.put("rows", rows[0]);
    last.put("sha256", HexFormat.of().formatHex(digest.digest()));
    line(lines, last);
    lines.flush();
  }

  private static void line(OutputStream out, ObjectNode json) throws IOException {
    out.write((json + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
