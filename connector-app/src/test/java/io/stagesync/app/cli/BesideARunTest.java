package io.stagesync.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.state.Store;
import io.stagesync.state.jdbc.OpenMode;
import io.stagesync.state.jdbc.Stores;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What other commands do while a run goes on in the same store. */
class BesideARunTest {
  @TempDir static Path folder = Path.of("");
  private final Desk desk = Desk.ready(folder);
  private final Store running =
      Stores.open(
          "jdbc:sqlite:" + folder.resolve("stagesync.db"),
          new Properties(),
          OpenMode.EXISTING,
          new SplittableRandom(1));

  @BeforeEach
  void aRunBegins() {
    assertThat(
            running.acquire(
                "elsewhere, process 7, \"serve\"", desk.now, desk.now.plus(Duration.ofMinutes(5))))
        .isPresent();
  }

  @AfterEach
  void theRunEnds() {
    running.holder().ifPresent(running::release);
    running.close();
  }

  @Test
  void aPlanIsMadeAndTheRunKeepsItsPlace() {
    desk.person("carla@orion.de", "Marketing qualified lead", "lead");
    assertThat(desk.run("plan")).as(desk.err).isZero();
    assertThat(desk.out).contains("lead -> mql", "Nothing written.");
    assertThat(running.holder()).isPresent();
  }

  @Test
  void aSyncThatIsAskedToEndHasNotDoneItsJob() {
    running.holder().ifPresent(running::release);
    desk.person("carla@orion.de", "Marketing qualified lead", "lead");
    desk.stop.ask();
    assertThat(desk.run("sync")).as(desk.out + desk.err).isEqualTo(ExitCode.FAILED);
    assertThat(desk.out).contains("asked to end; the next run goes on from here");
  }

  @Test
  void aSyncSaysWhoRunsAndWritesNothing() {
    desk.person("carla@orion.de", "Marketing qualified lead", "lead");
    assertThat(desk.run("sync")).isEqualTo(ExitCode.FAILED);
    assertThat(desk.err).contains("elsewhere, process 7", "Nothing was written");
    assertThat(desk.hubspot.written).isEmpty();
  }
}
