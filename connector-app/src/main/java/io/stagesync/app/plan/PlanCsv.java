package io.stagesync.app.plan;

import io.stagesync.engine.Plan;
import io.stagesync.engine.PlanRow;
import io.stagesync.net.Redaction;
import io.stagesync.vocabulary.RawValue;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** A plan for a spreadsheet. No cell begins like a formula. */
public final class PlanCsv {
  private static final List<String> COLUMNS =
      List.of(
          "lead",
          "contact",
          "track",
          "system",
          "field",
          "now",
          "becomes",
          "from label",
          "to label",
          "reason",
          "why");
  private static final String FORMULA = "=+-@\t\r\n\0\uFF1D\uFF0B\uFF0D\uFF20";

  private PlanCsv() {}

  /**
   * Writes the file as a whole.
   *
   * @throws PlanFileException when it cannot be written
   */
  public static void write(Plan plan, Path file) {
    WholeFile.write(
        file,
        out -> {
          var text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
          line(text, COLUMNS);
          try {
            plan.rows(row -> unchecked(text, row));
          } catch (UncheckedIOException e) {
            throw e.getCause();
          }
          text.flush();
        });
  }

  private static void unchecked(Writer text, PlanRow row) {
    try {
      line(
          text,
          List.of(
              row.lead().text(),
              row.contact().text(),
              row.track().name(),
              row.write().side().displayName(),
              row.write().field().path(),
              row.write().expected().map(RawValue::text).orElse(""),
              row.write().value().map(RawValue::text).orElse(""),
              row.from(),
              row.to(),
              row.reason().name(),
              Redaction.maskEmails(row.why())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void line(Writer text, List<String> cells) throws IOException {
    text.write(cells.stream().map(PlanCsv::cell).collect(Collectors.joining(",")) + "\r\n");
  }

  /** A cell that a spreadsheet shows as the text that it is. */
  static String cell(String text) {
    var first = text.stripLeading();
    boolean formula =
        !text.isEmpty()
            && (FORMULA.indexOf(text.charAt(0)) >= 0
                || (!first.isEmpty() && FORMULA.indexOf(first.charAt(0)) >= 0));
    return "\"" + (formula ? "'" : "") + text.replace("\"", "\"\"") + "\"";
  }
}
