package io.stagesync.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.mapping.yaml.MappingFile;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShippedFilesTest {
  @TempDir Path folder;

  static List<String> presets() {
    return MappingFile.PRESETS;
  }

  @ParameterizedTest
  @MethodSource("presets")
  void aShippedFileIsProvenAndItsOwnTestsPass(String preset) {
    var desk = new Desk(folder);
    desk.write("mapping.yaml", MappingFile.presetText(preset));
    assertThat(desk.run("check", desk.file("mapping.yaml"))).as(desk.out).isZero();
    assertThat(desk.out).contains("Proven in", "is fine");
    assertThat(desk.run("test", desk.file("mapping.yaml"))).as(desk.out).isZero();
    assertThat(desk.out).containsPattern("^[1-9][0-9]* tests passed");
  }
}
