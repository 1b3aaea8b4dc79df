package io.stagesync.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.app.show.DriftText;
import io.stagesync.app.show.Lines;
import io.stagesync.app.story.StoryBed.Person;
import io.stagesync.engine.Foresee;
import io.stagesync.engine.PlanRow;
import io.stagesync.engine.Preview;
import io.stagesync.engine.RunReport;
import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.yaml.MappingFile;
import io.stagesync.port.CallCount.Purpose;
import io.stagesync.reconcile.Reason;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A picklist value is renamed under a running sync, from the first warning to the last record. */
class RenamedWordIT {
  private static final Track LEAD_STATUS = new Track("lead-status");
  private static final Track LEAD_STAGE = new Track("lead-stage");

  @TempDir Path folder;
  private StoryBed bed;

  @BeforeEach
  void open() {
    bed = new StoryBed(folder, standard(""));
  }

  @AfterEach
  void close() {
    bed.close();
  }

  /** The standard file, or what became of it. */
  private static Mapping standard(String changedLabels) {
    var text = MappingFile.presetText("standard");
    if (!changedLabels.isEmpty()) {
      text =
          text.replace("salesforce: Working - Contacted", "salesforce: Contacted")
              + "\nchanged-labels:\n  "
              + changedLabels
              + "\n";
    }
    var loaded = MappingFile.parse("mapping.yaml", text);
    assertThat(loaded.render()).isEmpty();
    return loaded.mapping().orElseThrow();
  }

  /** What an admin reads. */
  private String drift() {
    var out = new ByteArrayOutputStream();
    new DriftText(bed.compare().now(), false, ZoneOffset.UTC)
        .to(new Lines(new PrintStream(out, true, StandardCharsets.UTF_8), false));
    return out.toString(StandardCharsets.UTF_8);
  }

  private static long sweeps(RunReport report) {
    return Optional.ofNullable(report.calls().get(Side.SALESFORCE))
        .map(n -> n.of(Purpose.SWEEP))
        .orElse(0L);
  }

  private static long at(RunReport report, Track track, Reason reason) {
    return report.standing().getOrDefault(track, Map.of()).getOrDefault(reason, 0L);
  }

  @Test
  void aValueIsRenamedAndEverybodyFollowsByAPlanThatWasApprovedOnce() {
    var working = new ArrayList<Person>();
    for (int i = 0; i < 3; i++) {
      working.add(
          bed.person(
              "w" + i + "@example.com", "Working - Contacted", "Lead", "IN_PROGRESS", "lead"));
    }
    var open = bed.person("o@example.com", "Open - Not Contacted", "Lead", "NEW", "lead");
    bed.sync();
    assertThat(bed.sync().writes()).isZero();
    assertThat(drift()).contains("Nothing changed", "No track is paused.");

    // An admin renames the value; leads that have the old one keep it. People go on working.
    bed.salesforce.org().setup().renamedStatus("Working - Contacted", "Contacted");
    bed.time.pass(Duration.ofMinutes(16));
    bed.inHubSpot(open, "hs_lead_status", "CONNECTED");
    bed.inHubSpot(open, "lifecyclestage", "marketingqualifiedlead");
    var paused = bed.sync();
    assertThat(paused.paused()).containsOnlyKeys(LEAD_STATUS);
    assertThat(bed.stage(open)).isEqualTo("Marketing qualified lead");
    assertThat(bed.status(open)).isEqualTo("Open - Not Contacted");
    assertThat(at(paused, LEAD_STATUS, Reason.TRACK_PAUSED)).isEqualTo(1);
    assertThat(at(paused, LEAD_STAGE, Reason.AGREED)).isEqualTo(4);

    // `drift` names it, whom it concerns, and the entry that mends it.
    var said = drift();
    assertThat(said)
        .contains(
            "! BREAKING  Salesforce Lead.Status  API name \"Working - Contacted\" -> \"Contacted\"",
            "3 leads hold \"Working - Contacted\", 0 \"Contacted\"",
            "Paused: track lead-status. Track lead-stage goes on.");
    var entry =
        said.lines().map(String::strip).filter(l -> l.startsWith("- {")).findFirst().orElseThrow();

    // The file gets it: the track goes on at once, and nobody is rewritten by that.
    bed.goesOnWith(standard(entry));
    Preview preview = Foresee.ofStored(bed.store, bed.mapping(), 3);
    var released = bed.sync();
    assertThat(released.paused()).isEmpty();
    assertThat(bed.status(open)).isEqualTo("Contacted");
    assertThat(at(released, LEAD_STATUS, Reason.MAPPING_CHANGED)).isEqualTo(3);
    assertThat(working).extracting(bed::status).containsOnly("Working - Contacted");

    // One plan, approved once, moves the records.
    assertThat(preview.forApproval()).isEqualTo(3);
    var copy = folder.resolve("plan.db");
    bed.store.copyTo(copy);
    List<PlanRow> rows = new ArrayList<>();
    try (var plan = bed.planOn(copy)) {
      plan.rows(rows::add);
      assertThat(plan.header().changes()).isEqualTo(3);
      var applied = bed.engine().apply(plan.header(), rows.iterator(), true);
      assertThat(applied.fit()).isEqualTo(3);
      var calls = new EnumMap<Side, Long>(Side.class);
      applied
          .report()
          .calls()
          .forEach((side, n) -> calls.put(side, n.of(Purpose.FETCH) + n.of(Purpose.WRITE)));
      assertThat(calls).isEqualTo(preview.calls());
    }
    assertThat(working).extracting(bed::status).containsOnly("Contacted");
    assertThat(working).extracting(bed::leadStatus).containsOnly("IN_PROGRESS");
    assertThat(bed.sync().writes()).isZero();
    assertThat(drift())
        .contains("Nothing changed", "with the plan that run", "No track is paused.");
    assertThat(bed.salesforce.org().writesToConvertedLeads()).isEmpty();
  }

  @Test
  void aFieldThatIsClosedToUsIsNoBlankAndItsTrackGoesOnWhenItIsOpenAgain() {
    var person = bed.person("a@example.com", "Open - Not Contacted", "Lead", "NEW", "lead");
    bed.sync();
    bed.salesforce.org().setup().readable("Lead", "Lead_Stage__c", false);
    bed.inSalesforce(person, "Status", "Working - Contacted");
    bed.inHubSpot(person, "lifecyclestage", "marketingqualifiedlead");
    bed.time.pass(Duration.ofMinutes(16));
    var report = bed.sync();
    assertThat(report.paused()).containsOnlyKeys(LEAD_STAGE);
    assertThat(bed.leadStatus(person)).isEqualTo("IN_PROGRESS");
    assertThat(bed.lifecycle(person)).isEqualTo("marketingqualifiedlead");
    assertThat(drift())
        .contains(
            "! BREAKING  Salesforce Lead.Lead_Stage__c  the field is gone, or our user may not see it"
                + " any more");

    bed.salesforce.org().setup().readable("Lead", "Lead_Stage__c", true);
    bed.time.pass(Duration.ofMinutes(16));
    var back = bed.sync();
    assertThat(back.paused()).isEmpty();
    assertThat(sweeps(back)).isPositive();
    assertThat(bed.stage(person)).isEqualTo("Marketing qualified lead");
    var quiet = bed.sync();
    assertThat(quiet.writes()).isZero();
    assertThat(sweeps(quiet)).isZero();
  }

  @Test
  void anOptionThatHubSpotLosesPausesItsTrackAndSalesforcesOtherWordsGoOn() {
    var person = bed.person("a@example.com", "Open - Not Contacted", "Lead", "NEW", "lead");
    bed.sync();
    var portal = bed.hubspot.portal();
    var whole = portal.options("lifecyclestage");
    portal.options(
        "lifecyclestage",
        whole.stream().filter(o -> !o.value().equals("salesqualifiedlead")).toList());
    bed.inSalesforce(person, "Lead_Stage__c", "Sales qualified lead");
    bed.inSalesforce(person, "Status", "Working - Contacted");
    bed.time.pass(Duration.ofMinutes(16));
    assertThat(bed.sync().paused()).containsOnlyKeys(LEAD_STAGE);
    assertThat(bed.lifecycle(person)).isEqualTo("lead");
    assertThat(bed.leadStatus(person)).isEqualTo("IN_PROGRESS");
    assertThat(drift())
        .contains(
            "HubSpot contact.lifecyclestage  \"salesqualifiedlead\" is not in the list any more",
            "now: THE NEW WORD }");

    portal.options("lifecyclestage", whole);
    bed.time.pass(Duration.ofMinutes(16));
    assertThat(bed.sync().paused()).isEmpty();
    assertThat(bed.lifecycle(person)).isEqualTo("salesqualifiedlead");
  }
}
