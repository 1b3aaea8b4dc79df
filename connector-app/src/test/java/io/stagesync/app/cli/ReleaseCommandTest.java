package io.stagesync.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.RecordId;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person whose stage something sets back each time, from the hold to its release. */
class ReleaseCommandTest {
  @TempDir Path folder;

  @Test
  void whatGoesBackAndForthIsToldAndReleasedByAPerson() {
    var desk = Desk.ready(folder);
    desk.write(
        "mapping.yaml",
        desk.text("mapping.yaml")
            .replaceFirst("refused-edits: hold", "refused-edits: correct")
            .replaceFirst("(?s)    backward:.*?\n\n", "\n"));
    var lead = desk.person("carla@orion.de", "Opportunity", "opportunity");
    assertThat(desk.run("sync")).as(desk.out + desk.err).isZero();
    assertThat(desk.run("release", "carla@orion.de")).isZero();
    assertThat(desk.out)
        .isEqualTo("Nothing of this person goes back and forth, so there is nothing to release.\n");

    flow(desk, lead);
    flow(desk, lead);
    assertThat(flow(desk, lead)).contains("BOUNCING");
    assertThat(desk.run("status")).isZero();
    assertThat(desk.out).contains("BOUNCING");
    assertThat(desk.run("plan")).isZero();
    assertThat(desk.out).contains("BOUNCING");
    assertThat(desk.run("explain", "carla@orion.de")).isZero();
    assertThat(desk.out)
        .contains(
            "Salesforce Lead.Lead_Stage__c goes back and forth between opportunity, which StageSync wrote"
                + " twice within 24 hours, and lead (\"Lead\"), set by a flow.",
            "`stagesync release`");

    assertThat(desk.run("release", "nobody@orion.de")).isEqualTo(ExitCode.FAILED);
    assertThat(desk.err).contains("Nobody known by");
    assertThat(desk.run("release", "carla@orion.de", "--json")).isZero();
    assertThat(desk.out).isEqualTo("{\"pair\":\"pair-1\",\"released\":[\"lead-stage\"]}\n");
    assertThat(desk.run("sync")).isZero();
    assertThat(desk.run("explain", "carla@orion.de")).isZero();
    assertThat(desk.out)
        .contains("lead-stage: AGREED opportunity", "a person, with `stagesync release`");
  }

  private static String flow(Desk desk, RecordId lead) {
    desk.salesforce.edit(lead, Desk.STAGE, Optional.of(new RawValue("Lead")), "a flow");
    assertThat(desk.run("sync")).as(desk.out + desk.err).isZero();
    return desk.out;
  }
}
