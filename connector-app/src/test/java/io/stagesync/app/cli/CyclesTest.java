package io.stagesync.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.vocabulary.RawValue;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person who enters again, as {@code explain} tells it. */
class CyclesTest {
  @TempDir Path folder;

  @Test
  void explainSaysInWhichCycleAPersonIs() {
    var desk = Desk.ready(folder);
    desk.write(
        "mapping.yaml",
        desk.text("mapping.yaml")
            .replace(
                "    backward:\n",
                "    backward:\n      - { from: lead, to: mql, cycle: next, because: Again }\n"));
    var lead = desk.person("carla@orion.de", "Lead", "lead");
    assertThat(desk.run("sync")).as(desk.out + desk.err).isZero();
    assertThat(desk.run("explain", "carla@orion.de")).isZero();
    assertThat(desk.out).contains("lead-stage: AGREED lead\n").doesNotContain("(cycle");

    desk.salesforce.edit(
        lead, Desk.STAGE, Optional.of(new RawValue("Marketing qualified lead")), "somebody");
    assertThat(desk.run("sync")).as(desk.err).isZero();
    assertThat(desk.run("explain", "carla@orion.de")).isZero();
    assertThat(desk.out).contains("lead-stage: AGREED mql (cycle 2)");
    assertThat(desk.run("explain", "carla@orion.de", "--json")).isZero();
    assertThat(desk.out).contains("\"cycle\":2", "\"cycle\":1");
  }
}
