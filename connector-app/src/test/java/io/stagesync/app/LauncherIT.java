package io.stagesync.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher as a process of its own, from a folder that is not the project's. */
class LauncherIT {
  @TempDir Path elsewhere = Path.of("");

  private record Ended(int code, String text) {}

  private Ended start(Path launcher, String... arguments) throws Exception {
    var command = Stream.concat(Stream.of(launcher.toString()), Stream.of(arguments)).toList();
    var output = elsewhere.resolve("output.txt");
    var process =
        new ProcessBuilder(command)
            .directory(elsewhere.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    if (!process.waitFor(300, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
    return new Ended(process.exitValue(), Files.readString(output));
  }

  @Test
  void itStartsFromAnyFolderAndThroughALink() throws Exception {
    var launcher = House.root().resolve("stagesync");
    assertThat(start(launcher, "--version").text()).contains("stagesync 0.");
    var link = Files.createSymbolicLink(elsewhere.resolve("sync"), launcher);
    var version = start(link, "--version");
    assertThat(version.code()).isZero();
    assertThat(version.text()).contains("stagesync 0.").doesNotContain("WARN");
  }

  @Test
  void badInputEndsWithOneAndASentence() throws Exception {
    var ended = start(House.root().resolve("stagesync"), "sync");
    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.text()).contains("stagesync.yaml: FILE_MISSING").doesNotContain("\tat ");
  }

  @Test
  void aMappingFileOfTheProjectIsCheckedInAProcessOfItsOwn() throws Exception {
    var standard = House.root().resolve("mappings/definitions/standard.yaml");
    var ended = start(House.root().resolve("stagesync"), "check", standard.toString());
    assertThat(ended.text()).contains("is fine");
    assertThat(ended.code()).isZero();
  }

  @Test
  void anOldJavaIsRefusedWithASentence() throws IOException, InterruptedException {
    var home = Files.createDirectories(elsewhere.resolve("old/bin"));
    var java = home.resolve("java");
    Files.writeString(java, "#!/bin/sh\necho 'openjdk version \"11.0.2\"' >&2\n");
    assertThat(java.toFile().setExecutable(true)).isTrue();
    var builder =
        new ProcessBuilder(List.of(House.root().resolve("stagesync").toString(), "--version"))
            .redirectErrorStream(true);
    builder.environment().put("JAVA_HOME", elsewhere.resolve("old").toString());
    var process = builder.start();
    var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isEqualTo(1);
    assertThat(text).contains("Java 17 or newer", "version 11");
  }
}
