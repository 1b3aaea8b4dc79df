package io.stagesync.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A label that people stand at is renamed, as an admin does it. */
class ChangedLabelsTest {
  @TempDir Path folder;

  @Test
  void aLabelThatDisappearedIsNamedByCheckAndByEveryRunUntilTheFileSaysWhatBecameOfIt() {
    var desk = Desk.ready(folder);
    desk.person("carla@orion.de", "Marketing qualified lead", "marketingqualifiedlead");
    assertThat(desk.run("sync")).as(desk.err).isZero();
    int written = desk.hubspot.written.size() + desk.salesforce.written.size();
    var renamed = desk.text("mapping.yaml").replaceAll("\\bmql\\b", "marketing-qualified");
    desk.write("mapping.yaml", renamed);

    assertThat(desk.run("check")).isEqualTo(ExitCode.FAILED);
    assertThat(desk.out)
        .contains(
            "LABEL_DISAPPEARED the track `lead-stage` has no label `mql` any more, on which 1")
        .contains("{ track: lead-stage, label: mql, now: ... }");
    assertThat(desk.run("check", desk.file("mapping.yaml")))
        .as("a file alone needs no store")
        .isZero();
    assertThat(desk.run("sync")).isEqualTo(ExitCode.FAILED);
    assertThat(desk.err).contains("LABEL_DISAPPEARED", "Nothing was read or written");

    desk.write(
        "mapping.yaml",
        renamed
            + "\nchanged-labels:\n"
            + "  - { track: lead-stage, label: mql, now: marketing-qualified, because: Plainer }\n");
    assertThat(desk.run("check", "--live")).as(desk.out).isZero();
    assertThat(desk.run("sync")).as(desk.err).isZero();
    assertThat(desk.hubspot.written.size() + desk.salesforce.written.size()).isEqualTo(written);
    desk.write("mapping.yaml", renamed);
    assertThat(desk.run("check")).as("the entry is carried out and may go").isZero();
  }
}
