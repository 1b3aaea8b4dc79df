package io.stagesync.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.stagesync.vocabulary.RawValue;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an admin sees of a changed file before it is used. */
class PreviewCommandTest {
  private static final String WORDS = "[IN_PROGRESS, ATTEMPTED_TO_CONTACT, CONNECTED]";

  @TempDir Path folder = Path.of("");
  private Desk desk = new Desk(folder);

  @BeforeEach
  void sitDown() {
    desk = Desk.ready(folder);
    for (int i = 0; i < 4; i++) {
      person("p" + i + "@acme.com", i < 3 ? "CONNECTED" : "IN_PROGRESS");
    }
    assertThat(desk.run("sync")).as(desk.err).isZero();
  }

  private void person(String email, String status) {
    var lead = desk.person(email, "Lead", "lead");
    desk.salesforce.edit(
        lead, Desk.STATUS, Optional.of(new RawValue("Working - Contacted")), "somebody");
    var contacts = desk.hubspot.ids();
    desk.hubspot.edit(
        contacts.get(contacts.size() - 1),
        Desk.HS_STATUS,
        Optional.of(new RawValue(status)),
        "somebody");
  }

  /** The mapping file with CONNECTED read as open. */
  private String changed() {
    desk.write(
        "new.yaml",
        desk.text("mapping.yaml")
            .replace(WORDS, "[IN_PROGRESS, ATTEMPTED_TO_CONTACT]")
            .replace("hubspot: [NEW, OPEN]", "hubspot: [NEW, OPEN, CONNECTED]"));
    return desk.file("new.yaml");
  }

  @Test
  void aMatrixFromValueToValueWithTheFirstPeopleAndNothingIsAskedOrWritten() {
    int before = desk.hubspot.written.size() + desk.salesforce.written.size();
    var file = changed();
    desk.salesforce.closed = true;
    desk.hubspot.closed = true;
    assertThat(desk.run("preview", "--mapping", file, "--rows", "1")).as(desk.err).isZero();
    assertThat(desk.out)
        .contains(
            "on 4 pairs, as the store knows them (read by run 1); no CRM was asked.",
            "Would be written: 3 fields",
            "3  Salesforce  lead-status  \"Working - Contacted\" -> \"Open - Not Contacted\"",
            "~ 00Q",
            "lead-status  now 4, then 1",
            "Calls to carry it out: Salesforce ~2, HubSpot ~1",
            "3 of these wait (MAPPING_CHANGED)",
            "Nothing written.");
    assertThat(desk.out.lines().filter(l -> l.contains("~ 00Q"))).hasSize(1);
    assertThat(desk.hubspot.written.size() + desk.salesforce.written.size()).isEqualTo(before);
    assertThat(desk.run("preview", "--mapping", desk.file("mapping.yaml"))).isZero();
    assertThat(desk.out)
        .contains(
            "The file means the same as the one that the last run used.",
            "Nothing would be written.",
            "Everybody would stand where they stand.");
  }

  @Test
  void aProgramReadsTheSame() throws Exception {
    assertThat(desk.run("preview", "--mapping", changed(), "--json")).as(desk.err).isZero();
    var json = new ObjectMapper().readTree(desk.out);
    assertThat(json.path("pairs").asLong()).isEqualTo(4);
    assertThat(json.path("writes").asLong()).isEqualTo(3);
    assertThat(json.path("for-approval").asLong()).isEqualTo(3);
    assertThat(json.path("moves").path(0).path("was").asText()).isEqualTo("Working - Contacted");
    assertThat(json.path("moves").path(0).path("first")).hasSize(3);
    assertThat(json.path("standings").isArray()).isTrue();
    assertThat(json.path("calls").path("salesforce").asLong()).isEqualTo(2);
    assertThat(json.path("limit").path("sentence").asText()).contains("MAPPING_CHANGED");
  }

  @Test
  void liveReadsBothCrmsAndLeavesTheStoreAlone() throws Exception {
    person("new@acme.com", "CONNECTED");
    assertThat(desk.run("preview", "--mapping", changed(), "--live", "--json"))
        .as(desk.err)
        .isZero();
    var json = new ObjectMapper().readTree(desk.out);
    assertThat(json.path("live").asBoolean()).isTrue();
    assertThat(json.path("pairs").asLong()).isEqualTo(5);
    assertThat(desk.run("preview", "--mapping", changed(), "--json")).isZero();
    assertThat(new ObjectMapper().readTree(desk.out).path("pairs").asLong()).isEqualTo(4);
  }

  @Test
  void theFileBecomesTrueOnlyByItsPlanApprovedOnce() {
    var file = changed();
    desk.run("preview", "--mapping", file);
    assertThat(desk.out).contains("Would be written: 3 fields");
    desk.write("mapping.yaml", desk.text("new.yaml"));
    assertThat(desk.run("sync")).as(desk.err).isZero();
    assertThat(desk.out).contains("MAPPING_CHANGED 3", "written   nothing");
    assertThat(desk.run("plan", "--out", desk.file("plan.json"))).isZero();
    assertThat(desk.out).contains("Plan: 3 to change");
    assertThat(desk.run("apply", desk.file("plan.json"))).isEqualTo(ExitCode.LIMITED);
    assertThat(desk.run("apply", desk.file("plan.json"), "--approve")).as(desk.err).isZero();
    assertThat(desk.out).contains("The plan has 3 rows: 3 were still right");
    assertThat(desk.run("preview", "--mapping", file)).isZero();
    assertThat(desk.out).contains("means the same", "Nothing would be written.");
  }

  @Test
  void aFileWithProblemsIsRefusedWithAllOfThem() {
    desk.write(
        "bad.yaml",
        desk.text("mapping.yaml")
            .replace("conflict: latest-wins", "conflict: last-wins")
            .replace("clears: refill", "clears: never"));
    assertThat(desk.run("preview", "--mapping", desk.file("bad.yaml"))).isEqualTo(ExitCode.FAILED);
    assertThat(desk.err).contains("last-wins", "never", "bad.yaml:");
    assertThat(desk.run("preview")).isEqualTo(ExitCode.FAILED);
    assertThat(desk.err).contains("--mapping");
  }

  @Test
  void aTrackThatTheStoreNeverSawIsSaidToBeUnread() {
    desk.write(
        "new.yaml",
        desk.text("mapping.yaml")
            .replace("salesforce: Lead.Lead_Stage__c", "salesforce: Lead.Stage__c"));
    assertThat(desk.run("preview", "--mapping", desk.file("new.yaml"))).as(desk.err).isZero();
    assertThat(desk.out)
        .contains(
            "! unread  lead-stage: no run has looked at Salesforce Lead.Stage__c yet",
            "--live reads it");
  }
}
