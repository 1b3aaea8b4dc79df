package io.stagesync.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.port.CallCount.Purpose;
import io.stagesync.port.Conversion;
import io.stagesync.port.Reading;
import io.stagesync.salesforce.SalesforceSettings.Conversions;
import io.stagesync.salesforce.simulator.LeadDraft;
import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.RecordId;
import io.stagesync.vocabulary.Side;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a mapping speaks of is read, and nothing else is asked for. */
class WhatIsReadTest extends SimulatedTest {
  private SalesforceCrm reading(Set<FieldName> fields, boolean opportunities) {
    var usual = settings();
    return new SalesforceCrm(
        new SalesforceSettings(
            usual.loginUrl(),
            usual.credentials(),
            fields,
            usual.workers(),
            usual.connect(),
            usual.deadline(),
            usual.dailyShare(),
            usual.conditionalWrites(),
            new Conversions(opportunities, Optional.empty())),
        clock,
        pause);
  }

  @Test
  void anOrgThatNeverConvertsLeadsIsAskedForNoOpportunity() {
    crm = reading(Set.of(STATUS, STAGE), false);
    var id = lead("anna@example.org");
    assertThat(crm.feeds()).containsExactly(SalesforceCrm.LEADS);
    var start = fromNowOn(SalesforceCrm.LEADS);
    org.convert(id, "Closed - Converted", Optional.of("Prospecting"));
    var before = crm.calls();

    assertThat(changes(SalesforceCrm.LEADS, start))
        .singleElement()
        .satisfies(lead -> assertThat(lead.conversion().map(Conversion::converted)).contains(true));
    assertThat(sweep()).hasSize(1);
    assertThat(crm.fetch(List.of(new RecordId(id)))).hasSize(1);
    assertThat(crm.calls().since(before).of(Purpose.OPPORTUNITIES)).isZero();
    assertThat(crm.calls().since(before).of(Purpose.FEED)).isEqualTo(1);
  }

  @Test
  void whereTheStatusIsNotMappedItIsNeitherReadNorItsListAskedFor() {
    lead("anna@example.org");
    crm.catalog(true);
    var withStatus = crm.calls().of(Purpose.METADATA);

    crm = reading(Set.of(STAGE), true);
    assertThat(crm.catalog(true).fields()).containsOnlyKeys(STAGE);
    assertThat(crm.calls().of(Purpose.METADATA)).isEqualTo(withStatus - 1);
    assertThat(sweep())
        .singleElement()
        .satisfies(lead -> assertThat(lead.fields()).containsOnlyKeys(STAGE));
  }

  @Test
  void fieldsThatAreOnlyReadComeWithTheLeadAndAreDescribed() {
    var region = new FieldName(Side.SALESFORCE, "Lead", "Region__c");
    var pilot = new FieldName(Side.SALESFORCE, "Lead", "In_Pilot__c");
    org.setup()
        .picklist("Region__c", true, List.of("EMEA", "AMER"))
        .ofType("In_Pilot__c", "boolean");
    org.createLead(
        LeadDraft.of("anna@example.org").with("Region__c", "EMEA").with("In_Pilot__c", "true"));
    crm = reading(Set.of(STATUS, STAGE, region, pilot), true);
    var catalog = crm.catalog(true);
    assertThat(catalog.field(pilot).orElseThrow().shape().type()).isEqualTo("boolean");
    assertThat(catalog.field(region).orElseThrow().values()).hasSize(2);
    var before = crm.calls();
    assertThat(sweep())
        .singleElement()
        .satisfies(
            lead ->
                assertThat(lead.fields())
                    .containsEntry(region, Reading.of(new RawValue("EMEA")))
                    .containsEntry(pilot, Reading.of(new RawValue("true"))));
    assertThat(crm.calls().since(before).total()).isEqualTo(1);
  }
}
