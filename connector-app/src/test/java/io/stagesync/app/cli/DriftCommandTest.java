package io.stagesync.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.stagesync.state.Store;
import io.stagesync.state.jdbc.OpenMode;
import io.stagesync.state.jdbc.Stores;
import io.stagesync.vocabulary.FieldCatalog;
import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.FieldShape;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.Side;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people are told when a picklist changes. */
class DriftCommandTest {
  @TempDir Path folder = Path.of("");
  private Desk desk = new Desk(folder);

  @BeforeEach
  void sitDown() {
    desk = Desk.ready(folder);
  }

  private void edit(FieldName field, Consumer<List<RawValue>> values, Map<String, String> labels) {
    var crm = field.side() == Desk.STATUS.side() ? desk.salesforce : desk.hubspot;
    var was = crm.catalog(true);
    var fields = new HashMap<>(was.fields());
    var old = was.field(field).orElseThrow();
    var now = new ArrayList<>(old.values());
    values.accept(now);
    var shown = new HashMap<RawValue, String>();
    labels.forEach((value, label) -> shown.put(new RawValue(value), label));
    fields.put(
        field,
        new FieldCatalog(
            old.writable(),
            old.clearable(),
            old.keepsHistory(),
            old.forwardOnly(),
            now,
            old.offered(),
            shown,
            new FieldShape("picklist", false, Optional.empty(), Set.of())));
    crm.accepts(fields, was.convertedStatuses());
  }

  private void rename() {
    edit(
        Desk.STATUS,
        values ->
            values.replaceAll(
                v -> v.text().equals("Working - Contacted") ? new RawValue("Contacted") : v),
        Map.of());
  }

  @Test
  void beforeTheFirstRunNothingWasApproved() {
    assertThat(desk.run("drift")).as(desk.err).isZero();
    assertThat(desk.out).contains("Nothing was approved yet", "No track is paused.");
    desk.run("sync");
    assertThat(desk.run("drift")).isZero();
    assertThat(desk.out)
        .contains("Nothing changed since both CRMs' words were approved (last by run 1");
  }

  @Test
  void aRenamedWordIsNamedWithWhomItConcernsAndTheOtherTrackGoesOn() {
    desk.person("carla@orion.de", "Marketing qualified lead", "lead");
    var second = desk.person("emil@nova.it", "Lead", "lead");
    desk.salesforce.edit(
        second, Desk.STATUS, Optional.of(new RawValue("Working - Contacted")), "somebody");
    desk.run("sync");
    rename();
    edit(Desk.LIFECYCLE, values -> {}, Map.of("customer", "Client"));
    assertThat(desk.run("sync")).isEqualTo(ExitCode.SOME_FAILED);
    assertThat(desk.out)
        .contains(
            "! paused  lead-status: Salesforce Lead.Status: API name \"Working - Contacted\" ->"
                + " \"Contacted\"",
            "`stagesync drift` says what changed");
    assertThat(desk.run("drift")).as(desk.err).isZero();
    assertThat(desk.out)
        .contains(
            "! BREAKING  Salesforce Lead.Status  API name \"Working - Contacted\" -> \"Contacted\""
                + " (label also changed), as it seems: it stands in the same place",
            "used by mapping.yaml line 109; 1 lead holds \"Working - Contacted\", 0 \"Contacted\"",
            "In mapping.yaml, line 109 write `Contacted` in place of `Working - Contacted`, and under"
                + " `changed-labels`:",
            "- { track: lead-status, salesforce: Working - Contacted, now: Contacted }",
            "`stagesync apply plan.json --approve` writes it once",
            "i HARMLESS  HubSpot contact.lifecyclestage  label \"customer\" -> \"Client\""
                + " (internal value \"customer\" unchanged)",
            "Paused: track lead-status. Track lead-stage goes on.");
    assertThat(desk.run("status")).as(desk.out).isZero();
    assertThat(desk.out).contains("! paused  lead-status since 2026-11-22 12:00:00");
    assertThat(desk.run("plan")).isZero();
    assertThat(desk.out).contains("! paused  lead-status: Salesforce Lead.Status");
  }

  @Test
  void aProgramReadsTheSame() throws Exception {
    desk.person("carla@orion.de", "Lead", "lead");
    desk.run("sync");
    rename();
    assertThat(desk.run("sync", "--json")).isEqualTo(ExitCode.SOME_FAILED);
    assertThat(new ObjectMapper().readTree(desk.out).path("paused").path("lead-status").asText())
        .contains("Contacted");
    assertThat(desk.run("drift", "--json")).isZero();
    var json = new ObjectMapper().readTree(desk.out);
    var change = json.path("changes").path(0);
    assertThat(change.path("weight").asText()).isEqualTo("breaking");
    assertThat(change.path("kind").asText()).isEqualTo("RENAMED");
    assertThat(change.path("was").asText()).isEqualTo("Working - Contacted");
    assertThat(change.path("now").asText()).isEqualTo("Contacted");
    assertThat(change.path("guess").asText()).isNotBlank();
    assertThat(change.path("lines").path(0).asInt()).isEqualTo(109);
    assertThat(change.path("changed-labels").asText())
        .isEqualTo("- { track: lead-status, salesforce: Working - Contacted, now: Contacted }");
    assertThat(json.path("paused").has("lead-status")).isTrue();
    assertThat(json.path("going").path(0).asText()).isEqualTo("lead-stage");
    assertThat(json.path("approved").path("salesforce.Lead.Status").path("by").asText())
        .startsWith("run 1");
    assertThat(desk.run("status", "--json")).isZero();
    assertThat(new ObjectMapper().readTree(desk.out).path("paused").path(0).path("track").asText())
        .isEqualTo("lead-status");
  }

  @Test
  void whatIsAcceptedIsNotListedAgainAndWhatDoesNotFitStaysPaused() {
    desk.person("carla@orion.de", "Lead", "lead");
    desk.run("sync");
    rename();
    edit(Desk.LIFECYCLE, values -> {}, Map.of("customer", "Client"));
    assertThat(desk.run("drift", "--accept", "lead-stage")).as(desk.err).isZero();
    assertThat(desk.out).doesNotContain("Client").contains("Working - Contacted");
    assertThat(desk.run("drift", "--accept")).isZero();
    assertThat(desk.out)
        .contains("! BREAKING  ", "LIVE_VALUE_MISSING", "Paused: track lead-status.")
        .doesNotContain("->");
    assertThat(desk.run("sync")).isEqualTo(ExitCode.SOME_FAILED);
    assertThat(desk.run("drift", "--accept", "lead-statsu")).isEqualTo(ExitCode.FAILED);
    assertThat(desk.err).contains("no track \"lead-statsu\"", "lead-stage");
  }

  @Test
  void whatToLookForIsNotDroppedWithoutAPlaceToLook() {
    assertThat(desk.run("drift", "--mapping", "new.yaml")).isEqualTo(ExitCode.FAILED);
    assertThat(desk.err)
        .contains("stagesync preview --mapping FILE", "`stagesync drift --help` lists");
    assertThat(desk.run("drift", "--accept", "--value", "Working")).isEqualTo(ExitCode.FAILED);
    assertThat(desk.run("drift", "--accept", "--references", ".")).isEqualTo(ExitCode.FAILED);
  }

  @Test
  void aStoreOfAnotherOrgIsRefused() {
    try (var store = store()) {
      store.change(session -> session.belonging().bind(Side.SALESFORCE, "00D-another"));
    }
    assertThat(desk.run("drift")).isEqualTo(ExitCode.FAILED);
    assertThat(desk.err).contains("This store belongs to the Salesforce org");
  }

  @Test
  void driftAndPreviewAreAnsweredBesideARunAndWhatIsAcceptedIsKept() {
    desk.person("carla@orion.de", "Marketing qualified lead", "lead");
    desk.run("sync");
    try (var running = store()) {
      assertThat(running.acquire("elsewhere, process 7", desk.now, desk.now.plusSeconds(300)))
          .isPresent();
      assertThat(desk.run("drift")).as(desk.err).isZero();
      assertThat(desk.out).contains("Nothing changed");
      assertThat(desk.run("drift", "--accept")).as(desk.err).isZero();
      assertThat(desk.run("drift")).isZero();
      assertThat(desk.out).contains("last by a person, with `stagesync drift --accept`");
      var mapping = desk.file("mapping.yaml");
      assertThat(desk.run("preview", "--mapping", mapping)).as(desk.err).isZero();
      assertThat(desk.run("preview", "--mapping", mapping, "--live")).as(desk.err).isZero();
      assertThat(desk.out).contains("as both CRMs have them now.", "Nothing written.");
      assertThat(running.holder()).isPresent();
    }
  }

  private Store store() {
    return Stores.open(
        "jdbc:sqlite:" + folder.resolve("stagesync.db"),
        new Properties(),
        OpenMode.EXISTING,
        new SplittableRandom(1));
  }
}
