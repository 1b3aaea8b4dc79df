package io.stagesync.mapping.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.example.Example;
import io.stagesync.mapping.Diagnostic.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written of a test is read again as the same test. */
class CasesTextTest {
  @TempDir Path folder = Path.of("");

  static Stream<LoadedMapping> files() throws IOException {
    try (Stream<Path> good = Files.list(Path.of("src/test/resources/good"))) {
      return Stream.concat(
              MappingFile.PRESETS.stream().map(MappingFile::preset),
              good
                  .filter(f -> f.toString().endsWith(".yaml"))
                  .sorted()
                  .map(MappingFile::load)
                  .toList()
                  .stream())
          .filter(loaded -> !loaded.tests().isEmpty());
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void aWrittenTestIsReadAsTheSame(LoadedMapping loaded) throws IOException {
    var mapping = loaded.mapping().orElseThrow();
    var text = new CasesText(mapping);
    var written = loaded.tests().stream().map(text::yaml).collect(Collectors.joining());
    var file = Files.writeString(folder.resolve("cases.yaml"), written);
    List<Example> read = new ArrayList<>();
    assertThat(CasesFile.read(file, mapping, read::add)).as(written).isEmpty();
    assertThat(placeless(read)).as(written).isEqualTo(placeless(loaded.tests()));
  }

  private static List<Example> placeless(List<Example> tests) {
    var nowhere = Place.whole("");
    return tests.stream()
        .map(t -> new Example(t.name(), t.because(), t.given(), t.expected(), nowhere))
        .toList();
  }
}
