package io.stagesync.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.stagesync.vocabulary.FieldCatalog;
import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.RecordId;
import io.stagesync.vocabulary.Side;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What users see of attributes and of a pilot. */
class AttributesAndPilotsTest {
  private static final FieldName ORIGIN = new FieldName(Side.HUBSPOT, "contact", "origin");

  @TempDir Path folder;
  private Desk desk;

  @BeforeEach
  void sitDown() {
    desk = Desk.ready(folder);
    desk.hubspot.offers(
        ORIGIN, new FieldCatalog(false, true, true, false, List.of(), Map.of(), Map.of()));
  }

  private void edit(String value) {
    desk.hubspot.edit(
        desk.hubspot.ids().get(0), ORIGIN, Optional.of(new RawValue(value)), "somebody");
    assertThat(desk.run("sync")).as(desk.err).isZero();
  }

  @Test
  void explainShowsTheFirstTouchForEverAndWhatStandsThereNow() throws Exception {
    desk.write(
        "mapping.yaml",
        desk.text("mapping.yaml")
            + "\nattributes:\n  lso: { kind: first-touch, hubspot: contact.origin }\n"
            + "  tsm: { kind: segment, hubspot: contact.origin }\n");
    desk.person("carla@orion.de", "Lead", "lead");
    edit("Webinar");
    assertThat(desk.run("explain", "carla@orion.de")).isZero();
    assertThat(desk.out)
        .contains("Attribute  tsm (segment): HubSpot \"Webinar\"")
        .containsPattern(
            "Attribute  lso \\(first touch\\): \"Webinar\", first seen \\S+ in HubSpot\n");

    edit("Paid search");
    assertThat(desk.out).contains("noted     FIRST_TOUCH_CHANGED 1");
    assertThat(desk.run("explain", "carla@orion.de")).isZero();
    assertThat(desk.out)
        .containsPattern(
            "lso .*\"Webinar\", first seen .* in HubSpot; now HubSpot \"Paid search\"");
    assertThat(desk.run("explain", "carla@orion.de", "--json")).isZero();
    var lso = new ObjectMapper().readTree(desk.out).path("attributes").path("lso");
    assertThat(lso.path("kind").asText()).isEqualTo("first-touch");
    assertThat(lso.path("hubspot").asText()).isEqualTo("Paid search");
    assertThat(lso.path("first").path("value").asText()).isEqualTo("Webinar");
  }

  @Test
  void everyBadLineOfAFileOfIdsIsNamedAtItsPlace() {
    desk.write(
        "mapping.yaml",
        desk.text("mapping.yaml")
            .replace("  # scope: { not-below: mql }", "  scope: { pilot: { ids: pilot.txt } } #"));
    desk.write("pilot.txt", "33451\ncarla@orion.de\n003Ab00000XyZaB\n");
    assertThat(desk.run("sync")).isEqualTo(ExitCode.FAILED);
    assertThat(desk.err)
        .contains("pilot.txt:2:1: PILOT_ID an e-mail address is neither")
        .contains("pilot.txt:3:1: PILOT_ID `003Ab00000XyZaB`")
        .doesNotContain("carla@orion.de");
  }

  @Test
  void whoIsOutsideOfThePilotIsCountedAndToldWhy() {
    desk.write(
        "mapping.yaml",
        desk.text("mapping.yaml")
            .replace("  # scope: { not-below: mql }", "  scope: { pilot: { ids: pilot.txt } } #"));
    desk.write("pilot.txt", "4711\n");
    desk.person("carla@orion.de", "Marketing qualified lead", "lead");
    assertThat(desk.run("sync")).as(desk.err).isZero();
    assertThat(desk.out).contains("skipped   2: OUTSIDE_PILOT 2", "written   nothing");
    assertThat(desk.run("explain", "carla@orion.de")).isZero();
    assertThat(desk.out)
        .contains("Outside of the pilot: none of the person's ids stands in pilot.txt.");
  }

  @Test
  void theDoctorLooksIntoTheListOfAPilot() {
    desk.write(
        "mapping.yaml",
        desk.text("mapping.yaml")
            .replace(
                "  # scope: { not-below: mql }", "  scope: { pilot: { hubspot-list: 1234 } } #"));
    assertThat(desk.run("doctor")).as(desk.out).isZero();
    assertThat(desk.out).contains("pilot: the HubSpot list 1234 is empty, so nobody takes part");
    desk.listed = Set.of(new RecordId("1"), new RecordId("2"));
    assertThat(desk.run("doctor")).as(desk.out).isZero();
    assertThat(desk.out).contains("pilot: 2 contacts are in the HubSpot list 1234");
  }
}
