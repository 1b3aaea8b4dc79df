package io.stagesync.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo in a process of its own, as the launcher starts it. */
class DemoIT {
  private static final Pattern SIMULATOR = Pattern.compile("127\\.0\\.0\\.1 \\(process (\\d+)\\)");

  @TempDir Path folder;

  @Test
  void theDemoEndsByItselfWithEveryPairAgreeingOrHeldWithAReason() throws Exception {
    var out = folder.resolve("out.txt");

    var process = start(out, "demo", "--once", "--people", "200");

    assertThat(process.waitFor(4, TimeUnit.MINUTES)).as("it ends").isTrue();
    var lines = Files.readAllLines(out);
    assertThat(process.exitValue()).as(String.join("\n", lines)).isZero();
    assertThat(lines.get(lines.size() - 2))
        .isEqualTo("The last sync wrote nothing, no edit was lost, no converted lead was written.");
    assertThat(lines.get(lines.size() - 1))
        .matches("Every pair agrees or is held with a reason: \\d+ agree, \\d+ are held\\.");
    assertThat(lines).contains("written   nothing");
    assertThat(String.join("\n", lines)).doesNotContain("@acme.example", "simulated-secret");
    assertThat(simulator(lines)).as("no simulator is left").isEmpty();
  }

  @Test
  void theSimulatorEndsWhenTheDemoIsKilled() throws Exception {
    var out = folder.resolve("out.txt");
    var process = start(out, "demo", "--people", "50");
    try {
      assertThat(waitFor(() -> text(out).contains("4. People"))).as("the demo runs").isTrue();
      var simulator = simulator(Files.readAllLines(out));
      assertThat(simulator).isPresent();

      process.destroyForcibly().waitFor();

      assertThat(simulator.get().onExit().get(30, TimeUnit.SECONDS).isAlive()).isFalse();
    } finally {
      process.destroyForcibly();
    }
  }

  private Process start(Path out, String... arguments) throws IOException {
    var command =
        new java.util.ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "io.stagesync.app.Main"));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(out.toFile())
        .start();
  }

  private static java.util.Optional<ProcessHandle> simulator(List<String> lines) {
    var matcher = SIMULATOR.matcher(String.join("\n", lines));
    assertThat(matcher.find()).isTrue();
    return ProcessHandle.of(Long.parseLong(matcher.group(1))).filter(ProcessHandle::isAlive);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return "";
    }
  }

  private static boolean waitFor(java.util.function.BooleanSupplier condition)
      throws InterruptedException {
    for (int i = 0; i < 1200; i++) {
      if (condition.getAsBoolean()) {
        return true;
      }
      new java.util.concurrent.CountDownLatch(1).await(100, TimeUnit.MILLISECONDS);
    }
    return false;
  }
}
