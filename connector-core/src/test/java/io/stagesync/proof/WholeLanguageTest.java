package io.stagesync.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.mapping.yaml.MappingFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The files that say everything that the language can say keep every law. */
class WholeLanguageTest {
  private static final Path FOLDER = Path.of("../mappings/src/test/resources/good");

  @TestFactory
  Stream<DynamicTest> everyGoodFileKeepsEveryLaw() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList().stream()
          .map(f -> DynamicTest.dynamicTest(f.getFileName().toString(), () -> keeps(f)));
    }
  }

  private static void keeps(Path file) {
    var mapping = MappingFile.load(file).mapping().orElseThrow();
    assertThat(Proof.of(mapping).counterexample().map(Counterexample::told))
        .as(file.toString())
        .isEmpty();
  }
}
