package io.stagesync.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.port.CallCount.Purpose;
import io.stagesync.port.CrmRecord;
import io.stagesync.port.Reading;
import io.stagesync.salesforce.simulator.CallKind;
import io.stagesync.salesforce.simulator.LeadDraft;
import io.stagesync.salesforce.simulator.SimulatedFault;
import io.stagesync.salesforce.simulator.SimulatorSettings;
import io.stagesync.vocabulary.Evidence;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.RecordId;
import io.stagesync.vocabulary.RecordType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReadingLeadsTest extends SimulatedTest {

  @Override
  SimulatorSettings simulatorSettings() {
    return SimulatorSettings.of(clock).withPageSize(10);
  }

  @Test
  void aLeadIsReadWithItsFieldsItsAddressAndItsStamp() {
    var id = org.createLead(LeadDraft.of("anna@example.org").status("Working - Contacted"));

    var lead = sweep().get(0);

    assertThat(lead.id()).isEqualTo(new RecordId(id));
    assertThat(lead.fields())
        .containsEntry(STATUS, Reading.of(new RawValue("Working - Contacted")))
        .containsEntry(STAGE, Reading.BLANK);
    assertThat(lead.email()).contains("anna@example.org");
    assertThat(lead.modified()).isEqualTo("2026-11-22T03:00:00Z");
    assertThat(lead.modifiedBy().map(a -> a.ours())).contains(false);
    assertThat(lead.conversion().map(c -> c.converted())).contains(false);
    assertThat(lead.toString()).doesNotContain("anna@");
  }

  @Test
  void everyLeadComesOnceAlthoughAllHaveOneStampAndPagesEndAmongThem() {
    for (int i = 0; i < 25; i++) {
      lead("p" + i + "@example.org");
    }

    assertThat(sweep()).extracting(CrmRecord::id).hasSize(25).doesNotHaveDuplicates();
    assertThat(crm.calls().of(Purpose.SWEEP)).isEqualTo(3);
  }

  @Test
  void aSweepGoesOnBehindTheLastRowWhenSalesforceForgotThePosition() {
    for (int i = 0; i < 25; i++) {
      lead("p" + i + "@example.org");
    }
    simulator.faults().next(CallKind.QUERY_MORE, SimulatedFault.LOCATOR_LOST);

    assertThat(sweep()).extracting(CrmRecord::id).hasSize(25).doesNotHaveDuplicates();
  }

  @Test
  void aFieldWithoutPermissionIsUnreadableAndNeverBlank() {
    lead("anna@example.org");
    org.setup().readable("Lead", "Lead_Stage__c", false);

    assertThat(sweep().get(0).fields()).containsEntry(STAGE, Reading.UNREADABLE);
    assertThat(crm.catalog(false).field(STAGE)).isEmpty();
  }

  @Test
  void aFieldThatLosesItsPermissionMeanwhileIsUnreadableFromTheNextReadOn() {
    lead("anna@example.org");
    assertThat(sweep().get(0).fields()).containsEntry(STAGE, Reading.of(new RawValue("Lead")));

    org.setup().readable("Lead", "Lead_Stage__c", false);

    assertThat(sweep().get(0).fields()).containsEntry(STAGE, Reading.UNREADABLE);
  }

  @Test
  void aRecordTypeIsReadWhereTheOrgHasOne() {
    org.setup().recordType("Partner", Map.of("Status", List.of("Open - Not Contacted")));
    org.createLead(LeadDraft.of("anna@example.org").recordType("Partner"));
    lead("ben@example.org");

    assertThat(sweep())
        .extracting(CrmRecord::recordType)
        .containsExactly(Optional.of(new RecordType("Partner")), Optional.empty());
  }

  @Test
  void whatAConvertedLeadsOpportunitySaysComesWithTheLead() {
    var won = lead("won@example.org");
    var lost = lead("lost@example.org");
    var open = lead("open@example.org");
    var none = lead("none@example.org");
    org.convert(won, "Closed - Converted", Optional.of("Closed Won"));
    org.convert(lost, "Closed - Converted", Optional.of("Closed Lost"));
    var opened = org.convert(open, "Closed - Converted", Optional.of("Prospecting"));
    org.convert(none, "Closed - Converted", Optional.empty());

    assertThat(crm.fetch(Stream.of(won, lost, open, none).map(RecordId::new).toList()))
        .extracting(r -> r.conversion().orElseThrow().evidence())
        .containsExactly(Evidence.WON, Evidence.LOST, Evidence.OPEN, Evidence.NONE);
    assertThat(crm.fetch(List.of(new RecordId(open))).get(0).conversion().orElseThrow().contact())
        .contains(new RecordId(opened.contact()));
  }

  @Test
  void theDayOfAConversionComesWithTheLead() {
    var first = lead("first@example.org");
    var second = lead("second@example.org");
    org.convert(first, "Closed - Converted", Optional.empty());
    passes(Duration.ofDays(3));
    org.convert(second, "Closed - Converted", Optional.empty());

    var days =
        crm.fetch(List.of(new RecordId(first), new RecordId(second))).stream()
            .map(r -> r.conversion().orElseThrow().on().orElseThrow())
            .toList();
    assertThat(days.get(1)).isEqualTo(days.get(0).plusDays(3));

    org.setup().withoutField("ConvertedDate");
    assertThat(
            new SalesforceCrm(settings(), clock, pause)
                .fetch(List.of(new RecordId(first)))
                .get(0)
                .conversion()
                .orElseThrow()
                .on())
        .isEmpty();
  }

  @Test
  void theFurthestOfSeveralOpportunitiesSpeaks() {
    var lost = lead("lost@example.org");
    var none = lead("none@example.org");
    var first = org.convert(lost, "Closed - Converted", Optional.of("Closed Lost"));
    var second = org.convert(none, "Closed - Converted", Optional.empty());
    var later = org.createOpportunity(first.contact(), "Closed Won");
    org.createOpportunity(second.contact(), "Prospecting");

    var records = sweep();

    assertThat(records)
        .extracting(r -> r.conversion().orElseThrow().evidence())
        .containsExactly(Evidence.WON, Evidence.OPEN);
    assertThat(records.get(0).conversion().orElseThrow().opportunity())
        .contains(new RecordId(later));
  }

  @Test
  void aSweepAsksForFurtherOpportunitiesByTheNumberOfConvertedLeadsAndNotByPages() {
    for (int i = 0; i < 30; i++) {
      org.convert(lead("p" + i + "@example.org"), "Closed - Converted", Optional.empty());
    }

    assertThat(sweep()).extracting(CrmRecord::id).hasSize(30).doesNotHaveDuplicates();
    assertThat(crm.calls().of(Purpose.OPPORTUNITIES)).isEqualTo(1);
  }

  @Test
  void anOpportunityThatIsHiddenIsUnreadableAndNeverNone() {
    var id = lead("anna@example.org");
    org.convert(id, "Closed - Converted", Optional.of("Prospecting"));
    org.setup().readableObject("Opportunity", false);

    assertThat(sweep().get(0).conversion().orElseThrow().evidence()).isEqualTo(Evidence.UNREADABLE);
  }

  @Test
  void aSweepTellsWhichKnownLeadsAreInTheRecycleBinAndNoOthers() {
    org.delete("Lead", lead("unknown@example.org"));
    var kept = lead("kept@example.org");
    var deleted = lead("deleted@example.org");
    var merged = lead("merged@example.org");
    var purged = lead("purged@example.org");
    org.delete("Lead", deleted);
    org.merge(kept, merged);
    org.purge("Lead", purged);

    var records = sweep(kept, deleted, merged, purged);

    assertThat(records)
        .containsExactlyInAnyOrder(
            records.get(0),
            CrmRecord.gone(new RecordId(deleted), Optional.empty()),
            CrmRecord.gone(new RecordId(merged), Optional.of(new RecordId(kept))));
    assertThat(records.get(0).id()).isEqualTo(new RecordId(kept));
    assertThat(crm.calls().of(Purpose.SWEEP)).isEqualTo(1);
  }

  @Test
  void everyIdThatIsFetchedIsAnswered() {
    var live = lead("live@example.org");
    var deleted = lead("deleted@example.org");
    org.delete("Lead", deleted);
    var asked =
        List.of(
            new RecordId(deleted),
            new RecordId(live.substring(0, 15)),
            new RecordId("00Q000000009999EAA"),
            new RecordId("no id' OR Id != '"));

    var records = crm.fetch(asked);

    assertThat(records)
        .extracting(CrmRecord::presence)
        .containsExactly(
            CrmRecord.Presence.GONE,
            CrmRecord.Presence.LIVE,
            CrmRecord.Presence.GONE,
            CrmRecord.Presence.GONE);
    assertThat(records.get(1).id()).isEqualTo(new RecordId(live));
  }

  @Test
  void leadsAreFetchedInTheOrderAskedForOverManyPages() {
    var ids = new ArrayList<String>();
    for (int i = 0; i < 300; i++) {
      ids.add(lead("p" + i + "@example.org"));
    }

    assertThat(crm.fetch(ids.stream().map(RecordId::new).toList()))
        .extracting(r -> r.id().text())
        .containsExactlyElementsOf(ids);
  }
}
