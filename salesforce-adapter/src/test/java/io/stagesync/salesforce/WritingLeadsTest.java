package io.stagesync.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.port.CallCount.Purpose;
import io.stagesync.port.Reading;
import io.stagesync.port.WriteResult;
import io.stagesync.port.WriteResult.Kind;
import io.stagesync.salesforce.simulator.CallKind;
import io.stagesync.salesforce.simulator.HistoryEntry;
import io.stagesync.salesforce.simulator.LeadDraft;
import io.stagesync.salesforce.simulator.SimulatedFault;
import io.stagesync.vocabulary.RawValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WritingLeadsTest extends SimulatedTest {

  @Test
  void aWrittenStageIsStoredUnderOurOwnName() {
    var id = lead("anna@example.org");

    assertThat(writeOne(id, STAGE, "Customer").kind()).isEqualTo(Kind.WRITTEN);

    assertThat(org.lead(id, "Lead_Stage__c")).contains("Customer");
    assertThat(org.history(id))
        .extracting(HistoryEntry::user)
        .containsExactly(org.integrationUser());
    assertThat(sweep().get(0).modifiedBy().map(a -> a.ours())).contains(true);
  }

  @Test
  void aFieldIsClearedWhereItMayBeBlankAndRefusedWhereNot() {
    var id = lead("anna@example.org");

    assertThat(writeOne(id, STAGE, "").kind()).isEqualTo(Kind.WRITTEN);
    assertThat(writeOne(id, STATUS, "").kind()).isEqualTo(Kind.REJECTED);

    assertThat(org.lead(id, "Lead_Stage__c")).isEmpty();
    assertThat(org.lead(id, "Status")).contains("Open - Not Contacted");
  }

  @Test
  void resultsBelongToTheirRowsByPlaceAndOneFailureTouchesNoOther() {
    var good = lead("good@example.org");
    var converted = lead("converted@example.org");
    var deleted = lead("deleted@example.org");
    var bad = lead("bad@example.org");
    var last = lead("last@example.org");
    org.convert(converted, "Closed - Converted", Optional.empty());
    org.delete("Lead", deleted);

    var results =
        crm.write(
            List.of(
                write(good, STAGE, "Customer"),
                write(converted, STAGE, "Customer"),
                write(deleted, STAGE, "Customer"),
                write(bad, STAGE, "No such stage"),
                write("00Q000000009999EAA", STAGE, "Customer"),
                write(last, STAGE, "Opportunity")));

    assertThat(kinds(results))
        .containsExactly(
            Kind.WRITTEN, Kind.CONVERTED, Kind.GONE, Kind.REJECTED, Kind.REJECTED, Kind.WRITTEN);
    assertThat(results.get(3).code()).isEqualTo("INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST");
    assertThat(org.lead(last, "Lead_Stage__c")).contains("Opportunity");
    assertThat(org.writesToConvertedLeads()).isEmpty();
  }

  @Test
  void aLeadThatIsConvertedBetweenOurReadAndOurWriteIsReportedAsConverted() {
    var id = lead("anna@example.org");
    simulator
        .faults()
        .beforeCommit(lead -> org.convert(lead, "Closed - Converted", Optional.empty()));

    assertThat(writeOne(id, STAGE, "Customer").kind()).isEqualTo(Kind.CONVERTED);
    assertThat(org.lead(id, "Lead_Stage__c")).contains("Lead");
    assertThat(crm.calls().of(Purpose.WRITE)).isEqualTo(1);
    assertThat(crm.calls().of(Purpose.RETRY)).isZero();
  }

  @Test
  void aStatusThatTheOrgDoesNotListIsNeverSent() {
    var id = lead("anna@example.org");

    var result = writeOne(id, STATUS, "Working");

    assertThat(result.kind()).isEqualTo(Kind.REJECTED);
    assertThat(result.message()).contains("\"Working\" is not in the org's list of Lead Status");
    assertThat(simulator.calls()).doesNotContainKey(CallKind.UPDATE);
    assertThat(org.lead(id, "Status")).contains("Open - Not Contacted");
  }

  @Test
  void aConvertedStatusIsNeverSent() {
    var id = lead("anna@example.org");

    assertThat(writeOne(id, STATUS, "Closed - Converted").code()).isEqualTo("CONVERTED_STATUS");
    assertThat(simulator.calls()).doesNotContainKey(CallKind.UPDATE);
  }

  @Test
  void aFieldThatOurUserMayNotWriteIsNotSent() {
    var id = lead("anna@example.org");
    org.setup().writable("Lead_Stage__c", false);

    assertThat(writeOne(id, STAGE, "Customer").kind()).isEqualTo(Kind.REJECTED);
    assertThat(simulator.calls()).doesNotContainKey(CallKind.UPDATE);
  }

  @Test
  void aFieldThatVanishedMeanwhileIsRefusedAndTheOtherRowsAreWritten() {
    var stage = lead("stage@example.org");
    var status = lead("status@example.org");
    crm.catalog(false);
    org.setup().readable("Lead", "Lead_Stage__c", false);

    var results =
        crm.write(
            List.of(write(stage, STAGE, "Customer"), write(status, STATUS, "Working - Contacted")));

    assertThat(kinds(results)).containsExactly(Kind.REJECTED, Kind.WRITTEN);
    assertThat(org.lead(status, "Status")).contains("Working - Contacted");
  }

  @Test
  void aRefusedPicklistValueMakesTheCatalogBeReadAgain() {
    var id = lead("anna@example.org");
    crm.catalog(false);
    org.setup().picklist("Lead_Stage__c", true, List.of("Lead", "Buyer"));

    assertThat(writeOne(id, STAGE, "Customer").kind()).isEqualTo(Kind.REJECTED);
    assertThat(crm.catalog(false).field(STAGE).orElseThrow().values())
        .extracting(v -> v.text())
        .containsExactly("Lead", "Buyer");
  }

  @Test
  void aValidationRulesOwnWordsReachTheReader() {
    var id = lead("anna@example.org");
    simulator
        .faults()
        .validationRule((lead, fields) -> Optional.of("Ask nina@example.org for a reason first."));

    var result = writeOne(id, STAGE, "Customer");

    assertThat(result.kind()).isEqualTo(Kind.REJECTED);
    assertThat(result.code()).isEqualTo("FIELD_CUSTOM_VALIDATION_EXCEPTION");
    assertThat(result.message()).isEqualTo("Ask n***@example.org for a reason first.");
  }

  @Test
  void aRowThatSomebodyElseHoldsIsTriedAgainAndWritten() {
    var held = lead("held@example.org");
    var free = lead("free@example.org");
    simulator.faults().lock(held, 2);

    var results =
        crm.write(List.of(write(held, STAGE, "Customer"), write(free, STAGE, "Customer")));

    assertThat(kinds(results)).containsExactly(Kind.WRITTEN, Kind.WRITTEN);
    assertThat(org.writesOf(free)).isEqualTo(1);
    assertThat(pauses).hasSize(2);
  }

  @Test
  void aRowThatSomebodyElseHoldsTooLongIsLeftForLater() {
    var held = lead("held@example.org");
    simulator.faults().lock(held, 100);

    var result = writeOne(held, STAGE, "Customer");

    assertThat(result.kind()).isEqualTo(Kind.LATER);
    assertThat(result.code()).isEqualTo("UNABLE_TO_LOCK_ROW");
    assertThat(simulator.calls()).containsEntry(CallKind.UPDATE, 4L);
  }

  @Test
  void twoHundredLeadsTravelInOneRequest() {
    var ids = new ArrayList<String>();
    for (int i = 0; i < 200; i++) {
      ids.add(lead("p" + i + "@example.org"));
    }

    var results = crm.write(ids.stream().map(id -> write(id, STAGE, "Customer")).toList());

    assertThat(results).extracting(WriteResult::kind).containsOnly(Kind.WRITTEN).hasSize(200);
    assertThat(simulator.calls()).containsEntry(CallKind.UPDATE, 1L);
  }

  @Test
  void aWriteThatWasCarriedOutButNotAnsweredIsOfUnknownOutcomeAndNotSentAgain() {
    var id = lead("anna@example.org");
    crm.catalog(false);
    simulator.faults().next(CallKind.UPDATE, SimulatedFault.DROP_AFTER);

    assertThat(writeOne(id, STAGE, "Customer").kind()).isEqualTo(Kind.UNKNOWN);
    assertThat(org.writesOf(id)).isEqualTo(1);
    assertThat(simulator.calls()).containsEntry(CallKind.UPDATE, 1L);
  }

  @Test
  void everyOtherAnswerToAWriteThatSaysNothingIsOfUnknownOutcomeToo() {
    var id = lead("anna@example.org");
    for (var fault :
        List.of(
            SimulatedFault.DROP_BEFORE,
            SimulatedFault.CUT_AFTER,
            SimulatedFault.WEB_PAGE_503,
            SimulatedFault.SERVER_UNAVAILABLE,
            SimulatedFault.UNHEARD_OF_STATUS)) {
      simulator.faults().next(CallKind.UPDATE, fault);

      assertThat(writeOne(id, STAGE, "Customer").kind()).as("%s", fault).isEqualTo(Kind.UNKNOWN);
    }
    assertThat(simulator.calls()).containsEntry(CallKind.UPDATE, 5L);
  }

  @Test
  void whatAFlowMakesOfOurValueShowsWithTheNextRead() {
    var id = org.createLead(LeadDraft.of("anna@example.org").stage("Lead"));
    simulator.faults().flow("Lead_Stage__c", "Customer", "Opportunity");

    assertThat(writeOne(id, STAGE, "Customer").kind()).isEqualTo(Kind.WRITTEN);
    assertThat(sweep().get(0).fields())
        .containsEntry(STAGE, Reading.of(new RawValue("Opportunity")));
  }

  @Test
  void aPermissiveOrgWouldTakeAWriteToAConvertedLeadWhichTheSimulatorTells() {
    var id = lead("anna@example.org");
    org.convert(id, "Closed - Converted", Optional.empty());
    org.setup().editsConvertedLeads(true);

    assertThat(writeOne(id, STAGE, "Customer").kind()).isEqualTo(Kind.WRITTEN);
    assertThat(org.writesToConvertedLeads()).hasSize(1);
  }
}
