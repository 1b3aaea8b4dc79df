package io.stagesync.engine;

import static io.stagesync.engine.TestBed.HUBSPOT_STATUS;
import static io.stagesync.engine.TestBed.LIFECYCLE;
import static io.stagesync.engine.TestBed.STAGE;
import static io.stagesync.engine.TestBed.STATUS;
import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.reconcile.Reason;
import io.stagesync.vocabulary.Evidence;
import io.stagesync.vocabulary.FieldCatalog;
import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Whole runs for orgs that lack what most have: conversions, a status, a field on one side. */
class OrgsOfOtherKindsTest extends OnTestBed {
  private static final Track LEAD_STAGE = new Track("lead-stage");

  private static final String NEVER_CONVERTED =
      """
      version: 1
      tracks:
        lead-stage:
          salesforce: Lead.Lead_Stage__c
          hubspot: contact.lifecyclestage
          conflict: furthest-wins
          first-sync: furthest-wins
          labels:
            lead: { rank: 10, salesforce: Lead, hubspot: lead }
            mql: { rank: 20, salesforce: Marketing qualified lead, hubspot: marketingqualifiedlead }
            customer: { rank: 30, salesforce: Customer, hubspot: customer }
      conversion: never
      """;

  /** HubSpot has no field for how far sales has come. */
  private static final String STATUS_ALONE =
      """
      version: 1
      tracks:
        lead-status:
          salesforce: Lead.Status
          hubspot: none
          labels:
            open: { salesforce: Open - Not Contacted }
            working: { salesforce: Working - Contacted }
            unqualified: { salesforce: Closed - Not Converted }
            converted: { salesforce: { converted-status: any } }
      """;

  private Explain explain() {
    return new Explain(bed.store, bed.surroundings().emailKey());
  }

  @Test
  void aConvertedLeadInAnOrgThatNeverConvertsIsHeldAndNamed() {
    bed.goesOnWith(NEVER_CONVERTED);
    var p = bed.person("a@x.io", "", "Lead", "", "lead");
    assertThat(bed.sync().at(Reason.AGREED)).isEqualTo(1);
    bed.salesforce.convert(p.lead(), Evidence.UNREADABLE);
    var agreeing = bed.sync();
    assertThat(agreeing.findings()).containsEntry("CONVERTED_UNEXPECTED", 1L);
    assertThat(agreeing.at(Reason.AGREED)).isEqualTo(1);

    bed.edit(p.contact(), LIFECYCLE, "marketingqualifiedlead");
    var report = bed.sync();
    assertThat(report.at(Reason.CONVERTED_UNEXPECTED)).isEqualTo(1);
    assertThat(report.writes()).isZero();
    assertThat(bed.salesforce.offered).isEmpty();
    var decisions = explain().who("a@x.io").orElseThrow().decisions();
    var decision = Optional.ofNullable(decisions.get(LEAD_STAGE)).orElseThrow();
    assertThat(decision.why())
        .contains("The lead is converted, and test.yaml says that leads never are");
    assertThat(decision.release()).contains("Say under `conversion` in test.yaml");

    bed.edit(p.contact(), LIFECYCLE, "lead");
    assertThat(bed.sync().at(Reason.AGREED)).isEqualTo(1);
  }

  @Test
  void theHoldEndsOnceTheFileSaysWhatAConversionMeans() {
    bed.goesOnWith(NEVER_CONVERTED);
    var p = bed.person("a@x.io", "", "Lead", "", "marketingqualifiedlead");
    bed.salesforce.convert(p.lead(), Evidence.WON);
    assertThat(bed.sync().at(Reason.CONVERTED_UNEXPECTED)).isEqualTo(1);
    bed.goesOnWith(NEVER_CONVERTED.replace("conversion: never", "conversion: { won: customer }"));
    assertThat(bed.sync().at(Reason.CONVERTED_UNEXPECTED)).isZero();
  }

  @Test
  void aShopWithStagesOnlyRunsWithoutAStatus() {
    bed.goesOnWith(NEVER_CONVERTED);
    var p = bed.person("a@x.io", "Legal Review", "Lead", "BAD_TIMING", "marketingqualifiedlead");
    var report = bed.sync();
    assertThat(report.standing()).containsOnlyKeys(LEAD_STAGE);
    assertThat(bed.value(p.lead(), STAGE)).isEqualTo("Marketing qualified lead");
    assertThat(bed.value(p.lead(), STATUS)).isEqualTo("Legal Review");
    assertThat(bed.value(p.contact(), HUBSPOT_STATUS)).isEqualTo("BAD_TIMING");
    assertThat(bed.sync().writes()).isZero();
  }

  @Test
  void anOrgWithoutALeadStageLeadsTheLifecycleStageByRules() {
    bed.goesOnWith(
        STATUS_ALONE
            + """
          lead-stage:
            salesforce: none
            hubspot: contact.lifecyclestage
            labels:
              lead: { rank: 10, hubspot: lead }
              mql: { rank: 20, hubspot: marketingqualifiedlead }
              sql: { rank: 30, hubspot: salesqualifiedlead }
              customer: { rank: 40, hubspot: customer }
        rules:
          - { when: { lead-status: working }, then: { lead-stage: sql } }
        conversion: { won: customer }
        """);
    var p = bed.person("a@x.io", "Open - Not Contacted", "", "", "lead");
    var first = bed.sync();
    assertThat(first.at(Reason.AGREED)).isEqualTo(2);
    assertThat(first.writes()).isZero();

    bed.edit(p.lead(), STATUS, "Working - Contacted");
    bed.sync();
    assertThat(bed.value(p.contact(), LIFECYCLE)).isEqualTo("salesqualifiedlead");
    assertThat(bed.sync().writes()).isZero();

    bed.edit(p.contact(), LIFECYCLE, "");
    bed.sync();
    bed.sync();
    assertThat(bed.value(p.contact(), LIFECYCLE)).isEmpty();

    bed.salesforce.convert(p.lead(), Evidence.WON);
    bed.sync();
    assertThat(bed.value(p.contact(), LIFECYCLE)).isEqualTo("customer");
    assertThat(bed.salesforce.offered).isEmpty();
    assertThat(bed.sync().writes()).isZero();
  }

  @Test
  void aTrackThatHubSpotLacksStandsInTheCountsAndWritesNothing() {
    bed.goesOnWith(STATUS_ALONE);
    var p = bed.person("a@x.io", "Working - Contacted", "", "", "");
    bed.person("b@x.io", "Legal Review", "", "", "");
    var report = bed.sync();
    assertThat(report.at(Reason.AGREED)).isEqualTo(1);
    assertThat(report.at(Reason.UNMAPPED_VALUE)).isEqualTo(1);
    assertThat(report.labels())
        .extracting(c -> c.label() + " " + c.people())
        .containsExactly("working 1");
    bed.edit(p.lead(), STATUS, "Closed - Not Converted");
    assertThat(bed.sync().writes()).isZero();
    assertThat(bed.hubspot.offered).isEmpty();
  }

  private TestBed.Person converted(Evidence evidence) {
    bed.says("  won: customer\n", "  won: customer\n  existing-customer-account: customer\n");
    bed.salesforce.offers(
        new FieldName(Side.SALESFORCE, "Account", "Type"),
        new FieldCatalog(
            false,
            true,
            false,
            false,
            TestBed.words("Prospect", "Customer - Direct"),
            Map.of(),
            Map.of()));
    var p = bed.person("a@x.io", "Working - Contacted", "Lead", "IN_PROGRESS", "lead");
    bed.sync();
    bed.salesforce.convert(p.lead(), evidence);
    bed.sync();
    return p;
  }

  @Test
  void aPersonOfACustomersAccountIsACustomerWhateverTheOpportunityIs() {
    var p = converted(Evidence.EXISTING_CUSTOMER_ACCOUNT);
    assertThat(bed.value(p.contact(), LIFECYCLE)).isEqualTo("customer");
    assertThat(bed.sync().writes()).isZero();
    var decision =
        explain().who("a@x.io").orElseThrow().decisions().values().stream()
            .map(d -> d.why())
            .filter(why -> why.contains("customer already"))
            .findFirst();
    assertThat(decision.orElseThrow()).contains("an account that is a customer already");
  }

  @Test
  void aCustomersAccountSpeaksAllTheTime() {
    var p = converted(Evidence.EXISTING_CUSTOMER_ACCOUNT);
    bed.edit(p.contact(), LIFECYCLE, "marketingqualifiedlead");
    bed.sync();
    assertThat(bed.value(p.contact(), LIFECYCLE)).isEqualTo("customer");
  }

  @Test
  void aPersonStaysACustomerWhenTheAccountIsNoneAnyMore() {
    var p = converted(Evidence.EXISTING_CUSTOMER_ACCOUNT);
    bed.salesforce.convert(p.lead(), Evidence.OPEN);
    assertThat(bed.sync().writes()).isZero();
    assertThat(bed.value(p.contact(), LIFECYCLE)).isEqualTo("customer");
  }

  @Test
  void anAccountThatBecomesACustomerLaterIsNews() {
    var p = converted(Evidence.OPEN);
    assertThat(bed.value(p.contact(), LIFECYCLE)).isEqualTo("opportunity");
    bed.salesforce.convert(p.lead(), Evidence.EXISTING_CUSTOMER_ACCOUNT);
    bed.sync();
    assertThat(bed.value(p.contact(), LIFECYCLE)).isEqualTo("customer");
  }
}
