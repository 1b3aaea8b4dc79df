package io.stagesync.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Several calls of the launcher on a clone that was never built. Maven and Java are stood in for by
 * scripts: the one says where two builds overlap, the other where what was built is not whole.
 */
class LauncherLockTest {
  /** What the launcher calls; the flock of the machine comes beside it where a test wants it. */
  private static final List<String> TOOLS =
      List.of(
          "bash",
          "cat",
          "dirname",
          "find",
          "head",
          "ln",
          "mkdir",
          "mv",
          "ps",
          "readlink",
          "rm",
          "rmdir",
          "sed",
          "sleep",
          "tail",
          "touch");

  private static final String MAVEN =
      """
      #!/usr/bin/env bash
      cd "$(dirname "$0")/.."
      echo build >>builds.txt
      mkdir building || { echo "two builds at once" >&2; exit 1; }
      mkdir -p connector-app/target/classes
      sleep 1
      mkdir -p connector-app/target/lib
      echo whole >connector-app/target/lib/app.jar
      rmdir building
      [ ! -f broken ] || { echo "[ERROR] does not compile" >&2; exit 1; }
      """;

  private static final String JAVA =
      """
      #!/usr/bin/env bash
      if [ "$1" = -version ]; then echo 'openjdk version "17.0.1"' >&2; exit; fi
      cat "$(dirname "$0")/../connector-app/target/lib/app.jar"
      """;

  @TempDir Path clone = Path.of("");

  private record Call(Process process, Path output) {
    String text() throws IOException {
      return Files.readString(output);
    }
  }

  @BeforeEach
  void aCloneThatWasNeverBuilt() throws IOException {
    Files.copy(House.root().resolve("stagesync"), clone.resolve("stagesync"));
    Files.createFile(clone.resolve("pom.xml"));
    Files.createDirectories(clone.resolve("connector-app/src/main"));
    for (String folder : List.of("mappings/definitions", "mappings/schema", "bin")) {
      Files.createDirectories(clone.resolve(folder));
    }
    script("mvn", MAVEN);
    script("java", JAVA);
    for (String tool : TOOLS) {
      lend(tool);
    }
  }

  private void script(String name, String text) throws IOException {
    var file = Files.writeString(clone.resolve("bin").resolve(name), text);
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private void lend(String tool) throws IOException {
    script(tool, "#!/bin/sh\nexec " + onThePath(tool) + " \"$@\"\n");
  }

  private static Path onThePath(String tool) {
    for (String folder : System.getenv("PATH").split(":")) {
      if (Files.isExecutable(Path.of(folder, tool))) {
        return Path.of(folder, tool);
      }
    }
    throw new IllegalStateException("no " + tool + " on the PATH");
  }

  private Call start(int number) throws IOException {
    var output = clone.resolve("output-" + number + ".txt");
    var builder =
        new ProcessBuilder(clone.resolve("stagesync").toString(), "--version")
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().put("PATH", clone.resolve("bin").toString());
    builder.environment().remove("JAVA_HOME");
    return new Call(builder.start(), output);
  }

  private List<Call> startAtOnce(int count) throws IOException, InterruptedException {
    var calls = new ArrayList<Call>();
    for (int i = 0; i < count; i++) {
      calls.add(start(i));
    }
    for (Call call : calls) {
      assertThat(call.process().waitFor(60, TimeUnit.SECONDS)).isTrue();
    }
    return calls;
  }

  private List<String> builds() throws IOException {
    return Files.readAllLines(clone.resolve("builds.txt"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void ofSeveralCallsOneBuildsAndTheOthersWaitForIt(boolean withFlock) throws Exception {
    if (withFlock) {
      lend("flock");
    }
    var calls = startAtOnce(4);
    int waited = 0;
    for (Call call : calls) {
      assertThat(call.process().exitValue()).as(call.text()).isZero();
      assertThat(call.text()).endsWith("whole\n");
      waited += call.text().contains("Another call is building StageSync in this folder") ? 1 : 0;
    }
    assertThat(builds()).hasSize(1);
    assertThat(waited).isEqualTo(3);
  }

  @Test
  void whereTheFileSystemKnowsNoLocksItIsBuiltAllTheSame() throws Exception {
    script("flock", "#!/usr/bin/env bash\necho 'flock: 9: No locks available' >&2\nexit 71\n");
    var call = startAtOnce(1).get(0);
    assertThat(call.process().exitValue()).isZero();
    assertThat(call.text()).contains("No locks available").endsWith("whole\n");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whereTheBuildFailsNobodyStartsWhatIsNotWhole(boolean withFlock) throws Exception {
    if (withFlock) {
      lend("flock");
    }
    Files.createFile(clone.resolve("broken"));
    for (Call call : startAtOnce(2)) {
      assertThat(call.process().exitValue()).isEqualTo(1);
      assertThat(call.text())
          .contains("does not compile", "The build failed")
          .doesNotContain("two builds at once", "whole");
    }
  }

  @Test
  void aLockWhoseProcessHasEndedStopsNobody() throws Exception {
    var ended = new ProcessBuilder("true").start();
    ended.waitFor();
    var target = Files.createDirectories(clone.resolve("connector-app/target"));
    Files.createSymbolicLink(
        target.resolve("launcher.lock.pid"), Path.of(Long.toString(ended.pid())));
    for (Call call : startAtOnce(3)) {
      assertThat(call.text()).endsWith("whole\n");
    }
    assertThat(builds()).hasSize(1);
    try (var left = Files.list(target)) {
      assertThat(left.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("classes", "lib", "launcher.stamp", "launcher-build.log");
    }
  }

  @Test
  void aLockWhoseProcessLivesIsWaitedForAndSaysHowToGoOnWithoutIt() throws Exception {
    var target = Files.createDirectories(clone.resolve("connector-app/target"));
    var lock = target.resolve("launcher.lock.pid");
    Files.createSymbolicLink(lock, Path.of(Long.toString(ProcessHandle.current().pid())));
    var call = start(0);
    String text = "";
    while (!text.contains("remove ") && call.process().isAlive()) {
      call.process().waitFor(100, TimeUnit.MILLISECONDS);
      text = call.text();
    }
    assertThat(text).contains("waiting until it is done", "(If none is, remove " + lock + ")");
    Files.delete(lock);
    assertThat(call.process().waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(call.text()).endsWith("whole\n");
  }
}
