package io.stagesync.mapping.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.mapping.Diagnostic;
import io.stagesync.mapping.DiagnosticId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The folder {@code bad} specifies what the loader refuses, and with which words. */
class BadFilesTest {
  private static final Path FOLDER = Path.of("src/test/resources/bad");

  /**
   * Kinds that a text in a folder cannot have: MappingFileTest, CasesFileTest, UnsaidTest,
   * ChangesFileTest and LiveCheckTest. A file that people agreed on before it was changed may be
   * looked at, see AgreementTest. A law is broken by what the decisions make of a file, which the
   * loader does not know; see ProofTest.
   */
  private static final EnumSet<DiagnosticId> ELSEWHERE =
      EnumSet.of(
          DiagnosticId.FILE_UNREADABLE,
          DiagnosticId.FILE_TOO_LARGE,
          DiagnosticId.FILE_CHANGES,
          DiagnosticId.LABEL_DISAPPEARED,
          DiagnosticId.TOO_MANY_PROBLEMS,
          DiagnosticId.APPROVAL_OUTDATED,
          DiagnosticId.LAW_BROKEN,
          DiagnosticId.TEST_FAILED);

  static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void aBadFileIsRefusedWithTheExpectedWords(Path file) throws IOException {
    var loaded = MappingFile.load(file);
    var expected = Path.of(file.toString().replace(".yaml", ".expected"));
    assertThat(loaded.render().replace(FOLDER + "/", "") + "\n")
        .isEqualTo(Files.readString(expected));
    assertThat(loaded.mapping()).isEmpty();
    assertThat(loaded.diagnostics()).isSorted().anyMatch(Diagnostic::isError);
  }

  @Test
  void everyKindOfProblemHasABadFileThatShowsIt() throws IOException {
    var shown = EnumSet.noneOf(DiagnosticId.class);
    for (var file : files()) {
      MappingFile.load(file).diagnostics().forEach(diagnostic -> shown.add(diagnostic.id()));
    }
    var missing = EnumSet.complementOf(shown);
    missing.removeAll(ELSEWHERE);
    missing.removeIf(id -> id.name().startsWith("LIVE_") || id.name().startsWith("UNSAID_"));
    assertThat(missing).isEmpty();
  }
}
