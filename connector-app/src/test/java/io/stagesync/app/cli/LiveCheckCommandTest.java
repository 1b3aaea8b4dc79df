package io.stagesync.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an admin sees who holds a mapping against both CRMs. */
class LiveCheckCommandTest {
  @TempDir Path folder = Path.of("");
  private Desk desk = new Desk(folder);

  @BeforeEach
  void sitDown() {
    desk = Desk.ready(folder);
  }

  private void takeAway() {
    desk.salesforce.lacks(Desk.STAGE);
  }

  @Test
  void whatWasComparedIsToldForEveryField() throws Exception {
    assertThat(desk.run("check", "--live")).as(desk.out).isZero();
    assertThat(desk.out)
        .contains("lead-stage, Salesforce Lead.Lead_Stage__c: ", "5 values: 5 mapped, 0 ignored")
        .contains("lead-stage, HubSpot contact.lifecyclestage: ", "8 values: 6 mapped, 2 ignored");
    desk.run("check", "--live", "--json");
    var fields = new ObjectMapper().readTree(desk.out).path("fields");
    assertThat(fields).hasSize(4);
    assertThat(fields.get(0).path("mapped").asInt()).isEqualTo(5);
  }

  @Test
  void aProblemStandsAtItsLineAndARunNamesItToo() {
    takeAway();
    assertThat(desk.run("check", "--live")).isEqualTo(ExitCode.FAILED);
    assertThat(desk.out).containsPattern("mapping.yaml:\\d+:17: LIVE_FIELD_MISSING");
    desk.person("carla@orion.de", "Lead", "lead");
    desk.run("sync");
    assertThat(desk.out)
        .containsPattern(
            "! paused +lead-stage: Salesforce has no field .*\\[mapping.yaml:\\d+:17\\]");
    desk.run("doctor");
    assertThat(desk.out).contains("`stagesync check --live` says which", "--write-fixes");
  }

  @Test
  void valuesThatMeanNothingYetAreOneLineForPeopleAndOneProblemEachForPrograms() throws Exception {
    desk.write(
        "mapping.yaml",
        desk.text("mapping.yaml")
            .replace("[evangelist, other]", "[]")
            .replaceFirst("(?s)\ntests:.*", "\n"));
    assertThat(desk.run("check", "--live")).as(desk.out).isZero();
    assertThat(desk.out)
        .contains("LIVE_UNMAPPED warning: track `lead-stage`: HubSpot offers `evangelist`, `other`")
        .contains("2 tracks, 1 warning.");
    desk.run("check", "--live", "--json");
    var problems = new ObjectMapper().readTree(desk.out).path("problems");
    assertThat(problems).hasSize(2);
    assertThat(problems.get(1).path("message").asText()).contains("offers `other`,");
    desk.run("doctor");
    assertThat(desk.out).contains("it fits what both CRMs have, with 1 warning");
  }

  @Test
  void fixesAreWrittenWithAPageAndNeverOverWhatIsThere() throws Exception {
    takeAway();
    var dir = desk.file("fixes");
    assertThat(desk.run("check", "--write-fixes", dir)).isEqualTo(ExitCode.FAILED);
    assertThat(desk.out).contains("README.md and 3 more files", "Nothing was applied.");
    var field =
        folder.resolve(
            "fixes/salesforce/force-app/main/default/objects/Lead/fields/Lead_Stage__c.field-meta.xml");
    assertThat(field).content().contains("<fullName>Marketing qualified lead</fullName>");

    Files.writeString(field, "mine");
    assertThat(desk.run("check", "--write-fixes", dir)).isEqualTo(ExitCode.FAILED);
    assertThat(desk.out).contains("No fix was written", field.toString(), "--force");
    assertThat(field).hasContent("mine");
    desk.run("check", "--write-fixes", dir, "--force", "--json");
    assertThat(new ObjectMapper().readTree(desk.out).path("fixes")).hasSize(4);
    assertThat(field).content().contains("<CustomField");
  }
}
