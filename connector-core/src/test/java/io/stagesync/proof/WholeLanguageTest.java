package io.stagesync.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.mapping.yaml.MappingFile;
import io.stagesync.trial.Tally;
import io.stagesync.trial.Trial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

  /** Forms of the funnel that are known beyond one company; the shipped files speak of one each. */
  @ParameterizedTest
  @ValueSource(strings = {"waterfall-of-2002", "waterfall-of-2012", "nine-statuses"})
  void whatOthersPublishedCanBeSaidAndIsDecidedAsTheyMeanIt(String name) {
    var loaded = MappingFile.load(FOLDER.resolve(name + ".yaml"));
    var tally = new Tally(new Trial(loaded.mapping().orElseThrow()));
    loaded.tests().forEach(tally::put);
    assertThat(loaded.diagnostics()).isEmpty();
    assertThat(tally.problems()).isEmpty();
    assertThat(tally.results()).isNotEmpty().allMatch(Tally.Result::passed);
  }
}
