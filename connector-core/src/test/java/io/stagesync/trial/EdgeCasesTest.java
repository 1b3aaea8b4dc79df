package io.stagesync.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.example.Example;
import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.yaml.CasesFile;
import io.stagesync.mapping.yaml.CasesText;
import io.stagesync.mapping.yaml.MappingFile;
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

/** The examples that the program makes from a mapping file by itself. */
class EdgeCasesTest {
  @TempDir Path folder = Path.of("");

  /** The shipped files, and those that hold everything that the language can say. */
  static Stream<Mapping> mappings() throws IOException {
    List<Mapping> mappings = new ArrayList<>();
    MappingFile.PRESETS.forEach(
        name -> mappings.add(MappingFile.preset(name).mapping().orElseThrow()));
    try (Stream<Path> files = Files.list(Path.of("../mappings/src/test/resources/good"))) {
      files
          .filter(file -> file.toString().endsWith(".yaml"))
          .sorted()
          .forEach(file -> mappings.add(MappingFile.load(file).mapping().orElseThrow()));
    }
    return mappings.stream();
  }

  private static List<Tried> edges(Mapping mapping) {
    List<Tried> edges = new ArrayList<>();
    new EdgeCases(mapping).forEach(edges::add);
    return edges;
  }

  @ParameterizedTest
  @MethodSource("presets")
  void aShippedFileKeepsItsOwnTests(String preset) {
    var loaded = MappingFile.preset(preset);
    Trial trial = new Trial(loaded.mapping().orElseThrow());
    assertThat(loaded.tests()).hasSizeGreaterThan(2);
    for (Example example : loaded.tests()) {
      assertThat(Codes.check(example)).isEmpty();
      assertThat(trial.put(example).differences()).as(example.name()).isEmpty();
    }
  }

  static List<String> presets() {
    return MappingFile.PRESETS;
  }

  @ParameterizedTest
  @MethodSource("mappings")
  void noEdgeCaseBreaksALaw(Mapping mapping) {
    List<Tried> edges = edges(mapping);
    assertThat(edges).hasSizeGreaterThan(50);
    assertThat(edges.stream().filter(e -> !e.passed()).map(EdgeCasesTest::told)).isEmpty();
  }

  private static String told(Tried tried) {
    return tried.example().name()
        + "\n"
        + tried.differences()
        + "\n"
        + tried.given()
        + "\n"
        + tried.why();
  }

  @ParameterizedTest
  @MethodSource("mappings")
  void edgeCasesAreAFileOfTestsThatPass(Mapping mapping) throws IOException {
    CasesText text = new CasesText(mapping);
    List<Example> made = edges(mapping).stream().map(Tried::example).toList();
    Path file = folder.resolve("edges.yaml");
    Files.writeString(file, made.stream().map(text::yaml).collect(Collectors.joining()));
    List<Example> read = new ArrayList<>();
    assertThat(CasesFile.read(file, mapping, read::add)).isEmpty();
    assertThat(read).extracting(Example::name).isEqualTo(made.stream().map(Example::name).toList());
    Trial trial = new Trial(mapping);
    for (int i = 0; i < made.size(); i++) {
      Scene before = trial.scene(made.get(i));
      Scene after = trial.scene(read.get(i));
      assertThat(after.pair()).as(text.yaml(made.get(i))).isEqualTo(before.pair());
      assertThat(after.catalogs()).isEqualTo(before.catalogs());
      assertThat(trial.put(read.get(i)).differences()).as(text.yaml(made.get(i))).isEmpty();
    }
  }
}
