package io.stagesync.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.reconcile.PairDecision.Finding;
import io.stagesync.reconcile.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** docs/mapping-file.md names every code that a test can expect. */
class CodesDocumentedTest {
  @Test
  void everyReasonStandsBesideItsOutcomeAndEveryFindingIsExplained() throws IOException {
    var page = Files.readString(Path.of("../docs/mapping-file.md"));
    for (var reason : Codes.REASONS) {
      var outcome = Reason.valueOf(reason).outcome().name().toLowerCase(Locale.ROOT);
      assertThat(page.lines().filter(l -> l.startsWith("| `" + outcome + "` |")))
          .as(reason)
          .anyMatch(row -> row.contains("`" + reason + "`"));
    }
    for (var finding : Finding.Code.values()) {
      assertThat(page).contains("`" + finding + "`");
    }
    var refused = page.lines().filter(l -> l.startsWith("No test can expect")).findFirst();
    assertThat(Codes.OF_A_RUN.keySet())
        .allSatisfy(code -> assertThat(refused.orElseThrow()).contains("`" + code + "`"));
  }
}
