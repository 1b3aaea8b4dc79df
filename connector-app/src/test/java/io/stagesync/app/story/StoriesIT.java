package io.stagesync.app.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.app.story.StoryBed.Person;
import io.stagesync.engine.PlanRow;
import io.stagesync.engine.RunRequest.Reads;
import io.stagesync.hubspot.simulator.Endpoint;
import io.stagesync.hubspot.simulator.Trouble;
import io.stagesync.mapping.yaml.MappingFile;
import io.stagesync.port.CallCount.Purpose;
import io.stagesync.reconcile.Reason;
import io.stagesync.salesforce.simulator.CallKind;
import io.stagesync.salesforce.simulator.SimulatedFault;
import io.stagesync.vocabulary.CampaignMemberStatus;
import io.stagesync.vocabulary.Side;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people see happen, from one end to the other. */
class StoriesIT {
  @TempDir Path folder;
  private StoryBed bed;

  @BeforeEach
  void open() {
    bed = new StoryBed(folder, MappingFile.preset("standard").mapping().orElseThrow());
  }

  @AfterEach
  void close() {
    bed.close();
  }

  private Person agreed(String email) {
    var person = bed.person(email, "Open - Not Contacted", "Lead", "NEW", "lead");
    bed.sync();
    return person;
  }

  /** Once it is quiet there is nothing left to write. */
  private void comesToRest() {
    bed.sync();
    assertThat(bed.sync().writes()).isZero();
    assertThat(bed.salesforce.org().writesToConvertedLeads()).isEmpty();
  }

  @Test
  void aLeadWorkedInSalesforceMovesForwardInHubSpot() {
    var person = agreed("ada@example.com");
    bed.inSalesforce(person, "Status", "Working - Contacted");
    bed.inSalesforce(person, "Lead_Stage__c", "Sales qualified lead");
    bed.sync();
    assertThat(bed.leadStatus(person)).isEqualTo("IN_PROGRESS");
    assertThat(bed.lifecycle(person)).isEqualTo("salesqualifiedlead");
    comesToRest();
  }

  @Test
  void anMqlOfHubSpotReachesSalesforce() {
    var person = agreed("ada@example.com");
    bed.inHubSpot(person, "lifecyclestage", "marketingqualifiedlead");
    bed.sync();
    assertThat(bed.stage(person)).isEqualTo("Marketing qualified lead");
    comesToRest();
  }

  @Test
  void aConvertedLeadIsNeverWrittenAndItsPersonFollowsTheOpportunity() {
    bed.salesforce.org().setup().editsConvertedLeads(true);
    var person = agreed("ada@example.com");
    var became =
        bed.salesforce
            .org()
            .convert(person.lead(), "Closed - Converted", Optional.of("Prospecting"));
    bed.sync();
    assertThat(bed.lifecycle(person)).isEqualTo("opportunity");
    bed.inHubSpot(person, "lifecyclestage", "salesqualifiedlead");
    bed.sync();
    assertThat(bed.lifecycle(person)).isEqualTo("opportunity");
    bed.salesforce.org().moveOpportunity(became.opportunity().orElseThrow(), "Closed Won");
    bed.sync();
    assertThat(bed.lifecycle(person)).isEqualTo("customer");
    comesToRest();
  }

  @Test
  void aLeadThatIsConvertedBetweenOurReadAndOurWriteIsLeftAlone() {
    var person = agreed("ada@example.com");
    bed.inHubSpot(person, "lifecyclestage", "marketingqualifiedlead");
    var once = new ArrayList<String>();
    bed.salesforce
        .faults()
        .beforeCommit(
            lead -> {
              if (once.isEmpty()) {
                once.add(lead);
                bed.salesforce
                    .org()
                    .convert(lead, "Closed - Converted", Optional.of("Prospecting"));
              }
            });
    bed.sync();
    assertThat(once).containsExactly(person.lead());
    comesToRest();
    assertThat(bed.lifecycle(person)).isEqualTo("opportunity");
    assertThat(bed.stage(person)).isEqualTo("Lead");
  }

  @Test
  void aLostOpportunitySpeaksOnceAndThePersonCanReenter() {
    var person = agreed("ada@example.com");
    var became =
        bed.salesforce
            .org()
            .convert(person.lead(), "Closed - Converted", Optional.of("Prospecting"));
    bed.sync();
    bed.salesforce.org().moveOpportunity(became.opportunity().orElseThrow(), "Closed Lost");
    bed.sync();
    assertThat(bed.lifecycle(person)).isEqualTo("lead");
    bed.inHubSpot(person, "lifecyclestage", "marketingqualifiedlead");
    comesToRest();
    assertThat(bed.lifecycle(person)).isEqualTo("marketingqualifiedlead");
  }

  @Test
  void aRecycledLeadGoesBackThroughClearThenSet() {
    var person =
        bed.person(
            "ada@example.com",
            "Working - Contacted",
            "Sales qualified lead",
            "IN_PROGRESS",
            "salesqualifiedlead");
    bed.sync();
    bed.inSalesforce(person, "Lead_Stage__c", "Lead");
    bed.sync();
    assertThat(bed.lifecycle(person)).isEqualTo("lead");
    var history =
        bed.hubspot.portal().history(person.contact(), "lifecyclestage").stream()
            .map(h -> h.value())
            .toList();
    assertThat(history).startsWith("lead", "", "salesqualifiedlead");
    comesToRest();
  }

  @Test
  void aSalThatHubSpotHasNoWordForStaysASal() {
    bed.close();
    var text = read("/story/waterfall.yaml");
    var loaded = MappingFile.parse("waterfall.yaml", text);
    assertThat(loaded.diagnostics()).isEmpty();
    bed = new StoryBed(folder.resolve("sal"), loaded.mapping().orElseThrow());
    bed.salesforce
        .org()
        .setup()
        .picklist(
            "Lead_Stage__c",
            true,
            List.of(
                "Lead",
                "Marketing qualified lead",
                "Sales accepted lead",
                "Sales qualified lead",
                "Opportunity",
                "Customer"));
    var person =
        bed.person(
            "ada@example.com", "Open - Not Contacted", "Lead", "NEW", "marketingqualifiedlead");
    bed.sync();
    assertThat(bed.stage(person)).isEqualTo("Marketing qualified lead");
    bed.inSalesforce(person, "Lead_Stage__c", "Sales accepted lead");
    comesToRest();
    assertThat(bed.stage(person)).isEqualTo("Sales accepted lead");
    assertThat(bed.lifecycle(person)).isEqualTo("marketingqualifiedlead");
    bed.inHubSpot(person, "lifecyclestage", "salesqualifiedlead");
    comesToRest();
    assertThat(bed.stage(person)).isEqualTo("Sales qualified lead");
  }

  private static String read(String resource) {
    try (var stream = StoriesIT.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalArgumentException("no resource " + resource);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void bothSidesMovedAndTheFurthestStageAndTheLatestStatusWin() {
    var person = agreed("ada@example.com");
    bed.inSalesforce(person, "Lead_Stage__c", "Sales qualified lead");
    bed.inHubSpot(person, "lifecyclestage", "marketingqualifiedlead");
    bed.inSalesforce(person, "Status", "Working - Contacted");
    bed.time.pass(Duration.ofMinutes(2));
    bed.inHubSpot(person, "hs_lead_status", "BAD_TIMING");
    bed.sync();
    assertThat(bed.lifecycle(person)).isEqualTo("salesqualifiedlead");
    assertThat(bed.status(person)).isEqualTo("Closed - Not Converted");
    assertThat(bed.leadStatus(person)).isEqualTo("BAD_TIMING");
    comesToRest();
  }

  @Test
  void editsCloserThanTheClocksCanTellAreHeldForAPerson() {
    var person = agreed("ada@example.com");
    bed.inSalesforce(person, "Status", "Working - Contacted");
    bed.time.pass(Duration.ofSeconds(2));
    bed.inHubSpot(person, "hs_lead_status", "BAD_TIMING");
    var report = bed.sync();
    assertThat(report.at(Reason.CONFLICT)).isEqualTo(1);
    assertThat(bed.status(person)).isEqualTo("Working - Contacted");
    assertThat(bed.leadStatus(person)).isEqualTo("BAD_TIMING");
  }

  @Test
  void anUnknownValueIsHeldAndNothingElseStops() {
    var odd = bed.person("ada@example.com", "Open - Not Contacted", "Lead", "NEW", "lead");
    var fine = bed.person("ben@example.com", "Working - Contacted", "Lead", "NEW", "lead");
    bed.inSalesforce(odd, "Status", "Legal Review");
    var report = bed.sync();
    assertThat(report.at(Reason.UNMAPPED_VALUE)).isEqualTo(1);
    assertThat(bed.leadStatus(odd)).isEqualTo("NEW");
    assertThat(bed.leadStatus(fine)).isEqualTo("IN_PROGRESS");
    var story = bed.explain("ada@example.com").orElseThrow();
    assertThat(story.decisions().values())
        .anySatisfy(d -> assertThat(d.why()).contains("\"Legal Review\""));
  }

  @Test
  void anAnswerThatGotLostIsLookedIntoAndNothingIsWrittenTwice() {
    var person = agreed("ada@example.com");
    bed.inSalesforce(person, "Status", "Working - Contacted");
    bed.hubspot.weather().next(Endpoint.BATCH_UPDATE, Trouble.cutAfter());
    bed.sync();
    comesToRest();
    assertThat(bed.leadStatus(person)).isEqualTo("IN_PROGRESS");
    assertThat(bed.hubspot.portal().writes(person.contact(), "hs_lead_status")).isEqualTo(1);
    bed.inHubSpot(person, "lifecyclestage", "marketingqualifiedlead");
    bed.salesforce.faults().next(CallKind.UPDATE, SimulatedFault.DROP_AFTER);
    bed.sync();
    comesToRest();
    assertThat(bed.stage(person)).isEqualTo("Marketing qualified lead");
    assertThat(bed.salesforce.org().writesOf(person.lead())).isEqualTo(1);
  }

  @Test
  void aRateLimitedAccountSlowsDownAndFinishes() {
    for (int i = 0; i < 250; i++) {
      bed.person("p" + i + "@example.com", "Working - Contacted", "Lead", "NEW", "lead");
    }
    bed.hubspot.weather().next(3, Endpoint.BATCH_UPDATE, Trouble.burstLimit());
    bed.hubspot.weather().next(2, Endpoint.LIST, Trouble.burstLimit());
    var approved = bed.run("sync", Reads.CHANGES, Set.of());
    assertThat(approved.pairs()).isEqualTo(250);
    writeAll();
    assertThat(bed.time.waited()).isPositive();
    var rest = bed.sync();
    assertThat(rest.writes()).isZero();
    assertThat(rest.at(Reason.AGREED)).isEqualTo(500);
  }

  /** Everything that waits goes beyond the limits of the mapping: a person approves it. */
  private void writeAll() {
    var rows = new ArrayList<PlanRow>();
    var copy = folder.resolve("plan.db");
    bed.store.copyTo(copy);
    try (var plan = bed.planOn(copy)) {
      plan.rows(rows::add);
      var applied = bed.engine().apply(plan.header(), rows.iterator(), true);
      assertThat(applied.fit()).isEqualTo(rows.size());
    }
  }

  @Test
  void aTokenThatExpiresHalfWayIsRenewedOnce() {
    var person = agreed("ada@example.com");
    bed.inSalesforce(person, "Status", "Working - Contacted");
    bed.inHubSpot(person, "lifecyclestage", "marketingqualifiedlead");
    bed.salesforce.expireTokens();
    var report = bed.sync();
    assertThat(report.calls().get(Side.SALESFORCE)).isNotNull();
    assertThat(bed.stage(person)).isEqualTo("Marketing qualified lead");
    assertThat(bed.salesforce.calls().get(CallKind.TOKEN)).isEqualTo(2);
    comesToRest();
  }

  @Test
  void aPushWindowWaitsUntilItsTime() {
    var person = agreed("ada@example.com");
    bed.inHubSpot(person, "lifecyclestage", "marketingqualifiedlead");
    bed.run("incremental", Reads.CHANGES, Set.of(Side.HUBSPOT));
    assertThat(bed.stage(person)).isEqualTo("Lead");
    assertThat(bed.store.<Long>read(s -> s.corrections().count(Side.SALESFORCE))).isEqualTo(1);
    bed.time.pass(Duration.ofHours(14));
    bed.run("push-to-salesforce", Reads.NOTHING, Set.of(Side.SALESFORCE));
    assertThat(bed.stage(person)).isEqualTo("Marketing qualified lead");
    comesToRest();
  }

  @Test
  void editsThatPeopleMakeWhileWeWriteAreNeverLost() {
    var people = new ArrayList<Person>();
    for (int i = 0; i < 45; i++) {
      people.add(
          bed.person("p" + i + "@example.com", "Open - Not Contacted", "Lead", "NEW", "lead"));
    }
    bed.sync();
    people.forEach(p -> bed.inSalesforce(p, "Status", "Working - Contacted"));
    bed.hubspot
        .weather()
        .before(
            Endpoint.BATCH_UPDATE,
            () -> people.forEach(p -> bed.inHubSpot(p, "hs_lead_status", "UNQUALIFIED")));
    bed.time.pass(Duration.ofMinutes(1));
    bed.sync();
    var second = bed.sync();
    assertThat(second.restored()).isPositive();
    comesToRest();
    assertThat(people).allSatisfy(p -> assertThat(bed.leadStatus(p)).isEqualTo("UNQUALIFIED"));
    assertThat(people)
        .allSatisfy(p -> assertThat(bed.status(p)).isEqualTo("Closed - Not Converted"));
  }

  @Test
  void campaignMemberStatusIsReportedAndMovesNothing() {
    var person = agreed("ada@example.com");
    var campaign = bed.salesforce.org().createCampaign("Spring fair");
    bed.salesforce.org().addMember(campaign, person.lead(), "Responded", true);
    var report = bed.engine().campaignMembers();
    assertThat(report.campaignMembers()).containsEntry("Responded", 1L);
    assertThat(bed.explain(person.lead()).orElseThrow().campaigns())
        .singleElement()
        .satisfies(m -> assertThat(m.status()).contains(new CampaignMemberStatus("Responded")));
    assertThat(bed.sync().writes()).isZero();
  }

  @Test
  void anOrgWhereCampaignMembersMayNotBeReadLosesThatReportAndNothingElse() {
    bed.salesforce.org().setup().readableObject("CampaignMember", false);
    var person = agreed("ada@example.com");
    var report = bed.engine().campaignMembers();
    assertThat(report.findings()).containsKey("CAMPAIGN_MEMBERS_NOT_READABLE");
    bed.inSalesforce(person, "Status", "Working - Contacted");
    bed.sync();
    assertThat(bed.leadStatus(person)).isEqualTo("IN_PROGRESS");
  }

  @Test
  void anIdleRunCostsTwoCallsInSalesforceAndOneInHubSpot() {
    agreed("ada@example.com");
    comesToRest();
    bed.sync();
    var calls = bed.sync().calls();
    assertThat(calls.get(Side.SALESFORCE)).satisfies(c -> assertThat(c.total()).isEqualTo(2));
    assertThat(calls.get(Side.HUBSPOT))
        .satisfies(c -> assertThat(c.total() - c.of(Purpose.METADATA)).isLessThanOrEqualTo(2));
  }
}
