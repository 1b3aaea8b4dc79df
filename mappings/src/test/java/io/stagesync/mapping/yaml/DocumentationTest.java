package io.stagesync.mapping.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.mapping.DiagnosticId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/mapping-file.md explains what the loader says and what it reads. */
class DocumentationTest {
  private final String page;

  DocumentationTest() throws IOException {
    page = Files.readString(Path.of("../docs/mapping-file.md"));
  }

  @Test
  void everyIdIsExplainedOnceAndNoneIsMadeUp() {
    var rows =
        Pattern.compile("^\\| `([A-Z_]+)` \\|", Pattern.MULTILINE)
            .matcher(page)
            .results()
            .map(row -> row.group(1))
            .toList();
    assertThat(rows)
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(DiagnosticId.values()).map(DiagnosticId::name).toList());
  }

  @Test
  void everyKeyThatIsReadIsNamed() {
    for (var keys :
        List.of(
            MappingReader.KEYS,
            TrackReader.KEYS,
            LabelReader.KEYS,
            ExampleReader.KEYS,
            GivenReader.KEYS,
            GivenReader.LEAD,
            GivenReader.BASE,
            MemoryReader.KEYS,
            TermsReader.LEAD_KEYS,
            ShownReader.KEYS,
            InPilotReader.KEYS,
            ExpectedReader.KEYS,
            ExpectedReader.WRITE)) {
      assertThat(keys)
          .allSatisfy(key -> assertThat(page).containsPattern("`?" + Pattern.quote(key) + "(`|:)"));
    }
  }

  @Test
  void theOrderOfTheIdsIsTheOrderOfTheLoader() {
    assertThat(Stream.of(DiagnosticId.values()).map(id -> page.indexOf("| `" + id + "`")))
        .isSorted();
  }
}
