package io.stagesync.engine;

import static io.stagesync.engine.TestBed.LIFECYCLE;
import static io.stagesync.engine.TestBed.STAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.stagesync.engine.TestBed.Person;
import io.stagesync.mapping.Limits;
import io.stagesync.mapping.yaml.MappingFile;
import io.stagesync.port.CallCount.Purpose;
import io.stagesync.reconcile.Reason;
import io.stagesync.vocabulary.FieldCatalog;
import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Runs in which not everybody takes part. */
class PilotTest extends OnTestBed {
  static final FieldName REGION = new FieldName(Side.SALESFORCE, "Lead", "Region__c");
  private static final Track LEAD_STAGE = new Track("lead-stage");
  private static final String STANDARD =
      MappingFile.presetText("standard").replace("  # scope: { not-below: mql }", "  # ");

  @BeforeEach
  void begin() {
    addRegions(bed);
  }

  static void addRegions(TestBed bed) {
    bed.salesforce.offers(
        REGION,
        new FieldCatalog(
            false, true, true, false, TestBed.words("EMEA", "AMER"), Map.of(), Map.of()));
  }

  /** The standard mapping file with a pilot. */
  static String pilot(String said) {
    return STANDARD.replace(
        "  by: [hubspot.salesforceleadid, email]",
        "  by: [hubspot.salesforceleadid, email]\n  scope: { pilot: " + said + " }");
  }

  private void goesOnWith(String said) {
    bed.goesOnWith(pilot(said));
  }

  private Person differing(String email, String region) {
    var p = bed.person(email, "", "Lead", "", "marketingqualifiedlead");
    if (!region.isBlank()) {
      bed.edit(p.lead(), REGION, region);
    }
    return p;
  }

  private String stage(Person p) {
    return bed.value(p.lead(), STAGE);
  }

  @Test
  void whoDoesNotShowWhatThePilotAsksForIsLeftAlone() {
    goesOnWith("{ salesforce: { Lead.Region__c: [EMEA] } }");
    var inside = differing("in@x.io", "EMEA");
    var outside = differing("out@x.io", "AMER");
    var blank = differing("blank@x.io", "");
    var report = bed.sync();
    assertThat(stage(inside)).isEqualTo("Marketing qualified lead");
    assertThat(List.of(stage(outside), stage(blank))).containsOnly("Lead");
    assertThat(report.at(Reason.OUTSIDE_PILOT)).isEqualTo(4);
    var why =
        new Explain(bed.store, bed.surroundings().emailKey())
            .who("out@x.io")
            .orElseThrow()
            .decisions()
            .values();
    assertThat(why)
        .extracting(d -> d.why())
        .containsOnly(
            "Outside of the pilot: Salesforce Lead.Region__c shows \"AMER\", and those who take"
                + " part show \"EMEA\".");
  }

  @Test
  void ofSomebodyOutsideNothingIsJudged() {
    goesOnWith("{ salesforce: { Lead.Region__c: [EMEA] } }");
    var p = bed.person("a@x.io", "Legal Review", "Lead", "NEW", "lead");
    var report = bed.sync();
    assertThat(report.at(Reason.UNMAPPED_VALUE)).isZero();
    assertThat(report.at(Reason.OUTSIDE_PILOT)).isEqualTo(2);
    bed.edit(p.lead(), REGION, "EMEA");
    assertThat(bed.sync().at(Reason.UNMAPPED_VALUE)).isEqualTo(1);
  }

  @Test
  void whoEntersTakesPartFromThenOnAndWhoLeavesIsNotWrittenAnyMore() {
    goesOnWith("{ salesforce: { Lead.Region__c: [EMEA] } }");
    var p = differing("a@x.io", "AMER");
    bed.sync();
    assertThat(stage(p)).isEqualTo("Lead");
    bed.edit(p.lead(), REGION, "EMEA");
    bed.sync();
    assertThat(stage(p)).isEqualTo("Marketing qualified lead");

    bed.edit(p.lead(), REGION, "AMER");
    bed.edit(p.contact(), LIFECYCLE, "salesqualifiedlead");
    assertThat(bed.sync().writes()).isZero();
    assertThat(stage(p)).isEqualTo("Marketing qualified lead");

    bed.edit(p.lead(), REGION, "EMEA");
    bed.sync();
    assertThat(stage(p)).isEqualTo("Sales qualified lead");
    assertThat(bed.sync().writes()).isZero();
  }

  @Test
  void aStepBackThatLeavingInterruptsIsFinishedAllTheSame() {
    goesOnWith("{ salesforce: { Lead.Region__c: [EMEA] } }");
    var p = bed.person("a@x.io", "", "Sales qualified lead", "", "salesqualifiedlead");
    bed.edit(p.lead(), REGION, "EMEA");
    bed.sync();
    bed.edit(p.lead(), STAGE, "Lead");
    bed.hubspot.afterNextWrite(TestBed::dies);
    assertThatThrownBy(() -> bed.sync()).hasMessageContaining("killed");
    assertThat(bed.value(p.contact(), LIFECYCLE)).isEmpty();
    bed.edit(p.lead(), REGION, "AMER");
    bed.sync();
    bed.sync();
    assertThat(bed.value(p.contact(), LIFECYCLE)).isEqualTo("salesqualifiedlead");
    assertThat(bed.sync().writes()).isZero();
  }

  @Test
  void peopleCanBeNamedByTheIdOfEitherRecord() throws IOException {
    var file = folder.resolve("pilot.txt");
    var one = differing("one@x.io", "");
    var two = differing("two@x.io", "");
    Files.writeString(file, "# the first\n" + one.contact() + "\n");
    goesOnWith("{ ids: " + file + " }");
    bed.sync();
    assertThat(stage(one)).isEqualTo("Marketing qualified lead");
    assertThat(stage(two)).isEqualTo("Lead");
  }

  @Test
  void everythingThatIsSaidHasToHold() throws IOException {
    var file = folder.resolve("pilot.txt");
    var named = differing("named@x.io", "AMER");
    Files.writeString(file, named.contact() + "\n");
    goesOnWith("{ ids: " + file + ", salesforce: { Lead.Region__c: EMEA } }");
    assertThat(bed.sync().at(Reason.OUTSIDE_PILOT)).isEqualTo(2);
    bed.edit(named.lead(), REGION, "EMEA");
    bed.sync();
    assertThat(stage(named)).isEqualTo("Marketing qualified lead");
  }

  @Test
  void toWidenAPilotIsToChangeTheMappingAndItsPlanIsApprovedOnce() {
    goesOnWith("{ salesforce: { Lead.Region__c: [EMEA] } }");
    var p = differing("a@x.io", "AMER");
    bed.sync();
    goesOnWith("{ salesforce: { Lead.Region__c: [EMEA, AMER] } }");
    var report = bed.sync();
    assertThat(report.at(Reason.MAPPING_CHANGED)).isEqualTo(1);
    assertThat(stage(p)).isEqualTo("Lead");

    try (Plan plan = plan()) {
      var rows = rows(plan);
      bed.engine().apply(plan.header(), rows.iterator(), true);
    }
    assertThat(stage(p)).isEqualTo("Marketing qualified lead");
  }

  @Test
  void aFieldThatWasNotReadBeforeIsReadOnceForEverybody() {
    var p = differing("a@x.io", "EMEA");
    bed.sync();
    assertThat(stage(p)).isEqualTo("Marketing qualified lead");
    var sweeps = bed.salesforce.calls().of(Purpose.SWEEP);
    goesOnWith("{ salesforce: { Lead.Region__c: [EMEA] } }");
    assertThat(bed.sync().at(Reason.UNREADABLE)).isZero();
    assertThat(bed.salesforce.calls().of(Purpose.SWEEP)).isEqualTo(sweeps + 1);
    bed.sync();
    bed.goesOnWith(STANDARD);
    bed.sync();
    assertThat(bed.salesforce.calls().of(Purpose.SWEEP)).isEqualTo(sweeps + 1);
  }

  @Test
  void withoutThePilotsFieldNothingIsDone() {
    differing("a@x.io", "");
    goesOnWith("{ salesforce: { Lead.Territory__c: [EMEA] } }");
    var refused = catchThrowable(() -> bed.sync());
    assertThat(refused)
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("pilot: Salesforce has no field `Lead.Territory__c`")
        .hasMessageContaining("Nothing was written");
  }

  @Test
  void aPairThatIsGoneIsGoneAndNotOutside() {
    goesOnWith("{ salesforce: { Lead.Region__c: [EMEA] } }");
    var p = differing("a@x.io", "EMEA");
    bed.sync();
    bed.salesforce.delete(p.lead());
    bed.sync();
    var decisions =
        new Explain(bed.store, bed.surroundings().emailKey())
            .who(p.contact().text())
            .orElseThrow()
            .decisions();
    assertThat(Optional.ofNullable(decisions.get(LEAD_STAGE)).orElseThrow().reason())
        .isEqualTo(Reason.GONE);
  }

  @Test
  void whoJoinsOrLeavesTheListIsDecidedAnewThoughNobodyTouchedTheContact() {
    var one = differing("one@x.io", "");
    var two = differing("two@x.io", "");
    bed.lists.put("1234", Set.of(one.contact()));
    goesOnWith("{ hubspot-list: 1234 }");
    var report = bed.sync();
    assertThat(stage(one)).isEqualTo("Marketing qualified lead");
    assertThat(stage(two)).isEqualTo("Lead");
    assertThat(report.at(Reason.OUTSIDE_PILOT)).isEqualTo(2);

    bed.lists.put("1234", Set.of(one.contact(), two.contact()));
    assertThat(bed.sync().at(Reason.OUTSIDE_PILOT)).isZero();
    assertThat(stage(two)).isEqualTo("Marketing qualified lead");

    bed.lists.put("1234", Set.of(two.contact()));
    assertThat(bed.sync().at(Reason.OUTSIDE_PILOT)).isEqualTo(2);
    bed.edit(one.contact(), LIFECYCLE, "salesqualifiedlead");
    assertThat(bed.sync().writes()).isZero();
    assertThat(stage(one)).isEqualTo("Marketing qualified lead");
    var why =
        new Explain(bed.store, bed.surroundings().emailKey())
            .who("one@x.io")
            .orElseThrow()
            .decisions()
            .values();
    assertThat(why)
        .extracting(d -> d.why())
        .containsOnly("Outside of the pilot: the contact is not in HubSpot's list 1234.");
  }

  @Test
  void whatAPreviewForeseesOfAListIsWhatARunLastSawOfIt() {
    var one = differing("one@x.io", "");
    var two = differing("two@x.io", "");
    bed.lists.put("1234", Set.of(one.contact()));
    goesOnWith("{ hubspot-list: 1234 }");
    bed.read();
    var known = bed.store.read(session -> PilotList.known(session, bed.mapping));
    assertThat(known).contains(Set.of(one.contact()));
    assertThat(known.orElseThrow()).doesNotContain(two.contact());
    goesOnWith("{ hubspot-list: 99 }");
    var ofAnother = bed.store.read(session -> PilotList.known(session, bed.mapping));
    assertThat(ofAnother).isEmpty();
  }

  @Test
  void theShareThatALimitAllowsIsOneOfThoseWhoTakePart() {
    bed.close();
    bed = new TestBed(TestStores.create(folder.resolve("limited.db")), new Limits(1, 50, 100));
    addRegions(bed);
    goesOnWith("{ salesforce: { Lead.Region__c: [EMEA] } }");
    for (int i = 0; i < 20; i++) {
      differing("out" + i + "@x.io", "AMER");
    }
    for (int i = 0; i < 4; i++) {
      differing("in" + i + "@x.io", "EMEA");
    }
    var report = bed.sync();
    assertThat(report.pairs()).isEqualTo(24);
    assertThat(report.limit().orElseThrow().sentence())
        .contains("4 changes wait, and one run may make 2 (4 pairs)");
  }
}
