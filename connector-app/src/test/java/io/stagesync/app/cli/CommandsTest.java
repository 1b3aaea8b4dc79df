package io.stagesync.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.stagesync.port.Access;
import io.stagesync.vocabulary.FieldCatalog;
import io.stagesync.vocabulary.RawValue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsTest {
  @TempDir Path folder = Path.of("");
  private Desk desk = new Desk(folder);

  @BeforeEach
  void sitDown() {
    desk = Desk.ready(folder);
  }

  private JsonNode json() throws JsonProcessingException {
    assertThat(desk.out.lines()).as(desk.out + desk.err).hasSize(1);
    return new ObjectMapper().readTree(desk.out);
  }

  @Test
  void aSyncBringsBothSidesTogetherAndTheNextOneWritesNothing() throws Exception {
    desk.person("carla@orion.de", "Marketing qualified lead", "lead");
    assertThat(desk.run("sync", "--json")).isZero();
    var first = json();
    assertThat(first.path("run").asLong()).isPositive();
    assertThat(first.path("pairs").asLong()).isEqualTo(1);
    assertThat(first.path("written").path("hubspot").path("lead-stage").asLong()).isEqualTo(1);
    assertThat(first.path("calls").path("hubspot").path("total").isNumber()).isTrue();
    assertThat(desk.hubspot.value(desk.hubspot.ids().get(0), Desk.LIFECYCLE))
        .contains(new RawValue("marketingqualifiedlead"));

    assertThat(desk.run("sync", "--json")).isZero();
    var second = json();
    assertThat(second.path("written").path("hubspot")).isEmpty();
    assertThat(second.path("written").path("salesforce")).isEmpty();
    assertThat(second.path("agreed-by-track").path("lead-stage").asLong()).isEqualTo(1);
  }

  @Test
  void aSyncForPeopleSaysWhatWasWrittenAndWhoIsAlone() {
    desk.person("carla@orion.de", "Marketing qualified lead", "lead");
    desk.salesforce.create("dora@volt.fr", java.util.Map.of());
    assertThat(desk.run("sync")).isZero();
    assertThat(desk.out)
        .contains("1 pair, done", "written   1 to HubSpot (lead-stage)", "1 in Salesforce only");
  }

  @Test
  void aPlanShowsWhyAndWritesNothingAnywhere() {
    desk.person("carla@orion.de", "Marketing qualified lead", "lead");
    assertThat(desk.run("plan")).isZero();
    assertThat(desk.out)
        .contains("HubSpot", "lead-stage", "lead -> mql", "why  FIRST_SIGHT", "Nothing written.");
    assertThat(desk.hubspot.written).isEmpty();
    assertThat(desk.run("plan", "--exit-code", "-q")).isEqualTo(ExitCode.CHANGES);
    assertThat(desk.run("status", "--json")).isEqualTo(ExitCode.FAILED);
    assertThat(desk.out).contains("\"runs\":[]");
  }

  @Test
  void aPlanNeverTakesThePlaceOfWhatWasRead() {
    for (var read : List.of("stagesync.yaml", "mapping.yaml")) {
      for (var option : List.of("--out", "--csv")) {
        var before = desk.text(read);
        assertThat(desk.run("plan", option, desk.file(read))).isEqualTo(ExitCode.FAILED);
        assertThat(desk.err).contains("itself. Nothing was written");
        assertThat(desk.text(read)).isEqualTo(before);
      }
    }
    var both = desk.file("plan.json");
    assertThat(desk.run("plan", "--out", both, "--csv", both)).isEqualTo(ExitCode.FAILED);
    assertThat(desk.err).contains("cannot be the same file");
  }

  @Test
  void aSavedPlanIsWrittenExactlyAndWhatMovedSinceIsLeftOut() throws Exception {
    desk.person("carla@orion.de", "Marketing qualified lead", "lead");
    var moved = desk.person("emil@nova.it", "Marketing qualified lead", "lead");
    assertThat(desk.run("plan", "--out", desk.file("plan.json"), "-q")).isZero();
    assertThat(desk.text("plan.json")).contains("\"sha256\"").doesNotContain("@");
    desk.salesforce.edit(
        moved, Desk.STAGE, Optional.of(new RawValue("Sales qualified lead")), "somebody");
    assertThat(desk.run("apply", desk.file("plan.json"), "--json")).as(desk.err).isZero();
    var applied = json();
    assertThat(applied.path("rows").asLong()).isEqualTo(4);
    assertThat(applied.path("fit").asLong()).isEqualTo(2);
    assertThat(applied.path("moved").asLong()).isEqualTo(2);
    assertThat(desk.hubspot.value(desk.hubspot.ids().get(1), Desk.LIFECYCLE))
        .contains(new RawValue("lead"));
  }

  @Test
  void anEditedOrTornPlanIsRefusedAndNothingIsWritten() {
    desk.person("carla@orion.de", "Marketing qualified lead", "lead");
    desk.run("plan", "--out", desk.file("plan.json"), "-q");
    var text = desk.text("plan.json");
    desk.write("edited.json", text.replace("marketingqualifiedlead", "customer"));
    assertThat(desk.run("apply", desk.file("edited.json"))).isEqualTo(ExitCode.FAILED);
    assertThat(desk.err).contains("it was changed since it was saved", "Nothing was written");
    desk.write("torn.json", text.substring(0, text.lastIndexOf("{\"rows\"")));
    assertThat(desk.run("apply", desk.file("torn.json"))).isEqualTo(ExitCode.FAILED);
    assertThat(desk.err).contains("it was cut off");
    assertThat(desk.hubspot.written).isEmpty();
  }

  @Test
  void aMassChangeStopsBeforeTheFirstWriteUntilItsPlanIsApproved() {
    for (int i = 0; i < 210; i++) {
      desk.person("p" + i + "@acme.com", "Marketing qualified lead", "lead");
    }
    assertThat(desk.run("sync")).isEqualTo(ExitCode.LIMITED);
    assertThat(desk.out).contains("stopped by a limit, nothing written");
    assertThat(desk.hubspot.written).isEmpty();
    assertThat(desk.run("plan", "--out", desk.file("plan.json"), "--rows", "0")).isZero();
    assertThat(desk.out).contains("plan.json --approve` writes").doesNotContain("more alike");
    assertThat(desk.run("apply", desk.file("plan.json"))).isEqualTo(ExitCode.LIMITED);
    assertThat(desk.run("apply", desk.file("plan.json"), "--approve")).as(desk.err).isZero();
    assertThat(desk.hubspot.written).hasSizeGreaterThanOrEqualTo(210);
  }

  @Test
  void oneStoryOfAPersonIsFoundByAddressAndShowsItMasked() {
    desk.person("carla@orion.de", "Marketing qualified lead", "lead");
    desk.run("sync");
    assertThat(desk.run("explain", "Carla@orion.de")).as(desk.err).isZero();
    assertThat(desk.out)
        .contains("Identity", "matched by email", "marketingqualifiedlead", "Decision")
        .doesNotContain("carla@orion.de");
    assertThat(desk.run("explain", "nobody@orion.de")).isEqualTo(ExitCode.FAILED);
    assertThat(desk.err).contains("n***@orion.de").doesNotContain("nobody@orion.de");
  }

  @Test
  void statusIsAHealthProbe() {
    desk.person("carla@orion.de", "Lead", "lead");
    assertThat(desk.run("status")).isEqualTo(ExitCode.FAILED);
    desk.run("sync");
    assertThat(desk.run("status")).as(desk.out).isZero();
    assertThat(desk.out).contains("incremental", "last 2026-11-22 ", "next ");
    desk.now = desk.now.plus(Duration.ofMinutes(3));
    assertThat(desk.run("status")).isEqualTo(ExitCode.FAILED);
    assertThat(desk.out).contains("OVERDUE");
  }

  @Test
  void whoCallsSyncByOtherMeansIsNotAskedForJobsThatNeverRan() {
    desk.run("sync");
    desk.now = desk.now.plus(Duration.ofDays(3));
    desk.run("sync");
    assertThat(desk.run("status")).as(desk.out).isZero();
    assertThat(desk.out).contains("full-sweep", "last never").doesNotContain("OVERDUE");
  }

  @Test
  void theDoctorSaysWhatIsWellAndWhatIsMissing() {
    assertThat(desk.run("doctor")).as(desk.out).isZero();
    assertThat(desk.out).contains("Salesforce: reached org", "HubSpot: reached account", "Ready");
    desk.salesforce.accepts(java.util.Map.of(), java.util.Set.of());
    assertThat(desk.run("doctor")).isEqualTo(ExitCode.FAILED);
    assertThat(desk.out)
        .contains("Salesforce Lead.Lead_Stage__c: does not exist", "Object Manager", "Not ready");
  }

  @Test
  void theDoctorSaysWhatOurUsersMayDoTooMuchAndTooLittle() {
    assertThat(desk.run("doctor")).isZero();
    assertThat(desk.out).contains("our user may do what is needed, and no more");
    desk.salesforce.access =
        new Access(true, List.of("Modify All Data"), List.of(), List.of("Campaign Member"));
    desk.hubspot.access = new Access(false, List.of(), List.of(), List.of());
    assertThat(desk.run("doctor")).as("notes stop nobody").isZero();
    assertThat(desk.out)
        .contains(
            "Salesforce: our user may do more than StageSync ever needs: Modify All Data",
            "our user may not read Campaign Member: its report stays empty",
            "HubSpot: does not say what our key may do");
    desk.hubspot.access =
        new Access(true, List.of(), List.of("crm.objects.contacts.write"), List.of());
    assertThat(desk.run("doctor")).isEqualTo(ExitCode.FAILED);
    assertThat(desk.out).contains("our key lacks crm.objects.contacts.write");
  }

  @Test
  void doctorSaysWhereNobodyCanSeeWhoChangedAField() {
    desk.write(
        "mapping.yaml",
        desk.text("mapping.yaml")
            .replace(
                "    hubspot: contact.lifecyclestage\n",
                "    hubspot: contact.lifecyclestage\n"
                    + "    writers: { salesforce: [0058d000001AbCdAAA] }\n"));
    var was = desk.salesforce.catalog(true);
    var fields = new HashMap<>(was.fields());
    fields.computeIfPresent(
        Desk.STAGE,
        (name, f) ->
            new FieldCatalog(
                f.writable(),
                f.clearable(),
                false,
                f.forwardOnly(),
                f.values(),
                f.offered(),
                f.displayLabels()));
    desk.salesforce.accepts(fields, was.convertedStatuses());
    desk.run("doctor");
    assertThat(desk.out)
        .contains("overwritten unseen, and nobody can see whether its `writers` alone change it");
  }

  @Test
  void aMappingFileIsCheckedWithoutConfigAndStore() {
    desk.write("bad.yaml", "version: 1\nname: Bad\ntraks: {}\n");
    assertThat(desk.run("check", desk.file("bad.yaml"))).isEqualTo(ExitCode.FAILED);
    assertThat(desk.out).contains("bad.yaml:3:1: UNKNOWN_KEY", "did you mean `tracks`?");
    assertThat(desk.run("check", desk.file("mapping.yaml"))).as(desk.out).isZero();
    assertThat(desk.run("check", "--live")).as(desk.out).isZero();
    assertThat(desk.out).contains("fits both CRMs");
    desk.write(
        "agreed.yaml",
        desk.text("mapping.yaml")
            .replace("version: 1\n", "version: 1\napproved: { by: Ann, on: 2026-03-01 }\n"));
    assertThat(desk.run("check", desk.file("agreed.yaml"))).as(desk.out).isZero();
    assertThat(desk.out)
        .containsPattern(
            " Agreed on by Ann on 2026-03-01, as the file says; with `meaning: [0-9a-f]{16}` beside it a"
                + " changed file waits.\n$");
    desk.run("check", desk.file("agreed.yaml"), "--json");
    assertThat(desk.out)
        .contains("\"approved\":{\"by\":\"Ann\",\"on\":\"2026-03-01\",\"meaning\":\"");
  }

  @Test
  void aBackupIsAStoreThatCanBeGoneBackTo() throws Exception {
    desk.person("carla@orion.de", "Lead", "lead");
    desk.run("sync");
    assertThat(desk.run("backup", desk.file("copy.db"))).isZero();
    assertThat(desk.run("backup", desk.file("copy.db"))).isEqualTo(ExitCode.FAILED);
    Files.delete(folder.resolve("stagesync.db"));
    Files.move(folder.resolve("copy.db"), folder.resolve("stagesync.db"));
    assertThat(desk.run("explain", "pair-1")).as(desk.err).isZero();
  }

  @Test
  void servingEndsWhenAskedTo() {
    desk.stop.ask();
    assertThat(desk.run("serve")).isZero();
    assertThat(desk.err).contains("incremental runs next at", "ended");
  }

  @Test
  void logsCanBeJsonAndNoOutputShowsASecret() throws Exception {
    desk.person("carla@orion.de", "Lead", "lead");
    desk.stop.ask();
    desk.run("serve", "--log-json");
    for (var line : desk.err.lines().toList()) {
      assertThat(new ObjectMapper().readTree(line).path("message").isTextual()).isTrue();
    }
    desk.run("sync", "-v");
    for (var secret : Desk.secrets()) {
      assertThat(desk.out + desk.err).doesNotContain(secret);
    }
  }
}
