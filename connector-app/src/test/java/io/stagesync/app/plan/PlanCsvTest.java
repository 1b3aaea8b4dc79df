package io.stagesync.app.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PlanCsvTest {
  private static final String TRIGGERS = "=+-@\t\r\n\0＝＋－＠ ";

  @Test
  void aCellThatLooksLikeAFormulaIsShownAsText() {
    assertThat(PlanCsv.cell("=HYPERLINK(\"x\")")).isEqualTo("\"'=HYPERLINK(\"\"x\"\")\"");
    assertThat(PlanCsv.cell("Open - Not Contacted")).isEqualTo("\"Open - Not Contacted\"");
    assertThat(PlanCsv.cell("")).isEqualTo("\"\"");
  }

  @Test
  void noCellBeginsWithATriggerWhateverItsText() {
    long seed = 20261122L;
    var random = new SplittableRandom(seed);
    for (int i = 0; i < 20_000; i++) {
      var text = new StringBuilder();
      for (int c = random.nextInt(6); c > 0; c--) {
        text.append(
            random.nextBoolean()
                ? TRIGGERS.charAt(random.nextInt(TRIGGERS.length()))
                : (char) ('!' + random.nextInt(90)));
      }
      var cell = PlanCsv.cell(text.toString());
      assertThat(cell).as("seed " + seed + ", round " + i).startsWith("\"").endsWith("\"");
      var shown = cell.substring(1, cell.length() - 1).stripLeading();
      if (!shown.isEmpty()) {
        assertThat("=+-@＝＋－＠\0".indexOf(shown.charAt(0)))
            .as("seed " + seed + ", round " + i + ": " + cell)
            .isNegative();
      }
    }
  }
}
