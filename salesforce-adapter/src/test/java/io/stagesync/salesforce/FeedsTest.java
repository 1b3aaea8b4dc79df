package io.stagesync.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stagesync.port.CallCount.Purpose;
import io.stagesync.port.CrmException;
import io.stagesync.port.CrmRecord;
import io.stagesync.port.Cursor;
import io.stagesync.salesforce.simulator.SimulatorSettings;
import io.stagesync.vocabulary.Evidence;
import io.stagesync.vocabulary.RecordId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FeedsTest extends SimulatedTest {

  @Override
  SimulatorSettings simulatorSettings() {
    return SimulatorSettings.of(clock).withPageSize(10);
  }

  @Test
  void aFeedBeginsNowAndHandsNothingOn() {
    lead("anna@example.org");
    passes(Duration.ofHours(1));

    assertThat(changes(SalesforceCrm.LEADS, fromNowOn(SalesforceCrm.LEADS))).isEmpty();
  }

  @Test
  void anIdleRunCostsTwoCalls() {
    crm.catalog(false);
    var leads = fromNowOn(SalesforceCrm.LEADS);
    var opportunities = fromNowOn(SalesforceCrm.OPPORTUNITIES);
    var converted = lead("converted@example.org");
    org.convert(converted, "Closed - Converted", Optional.of("Prospecting"));
    changes(SalesforceCrm.LEADS, leads);
    leads = next;
    changes(SalesforceCrm.OPPORTUNITIES, opportunities);
    opportunities = next;
    var before = crm.calls();

    changes(SalesforceCrm.LEADS, leads);
    changes(SalesforceCrm.OPPORTUNITIES, opportunities);

    assertThat(crm.calls().since(before).total()).isEqualTo(2);
    assertThat(crm.calls().since(before).of(Purpose.FEED)).isEqualTo(2);
  }

  @Test
  void anEditIsSeenAndSeenAgainWithinTheOverlapOnly() {
    var id = lead("anna@example.org");
    passes(Duration.ofHours(1));
    var start = fromNowOn(SalesforceCrm.LEADS);
    passes(Duration.ofMinutes(1));
    org.edit(id, "Lead_Stage__c", "Opportunity", "Nina");

    assertThat(changes(SalesforceCrm.LEADS, start))
        .extracting(CrmRecord::id)
        .containsExactly(new RecordId(id));
    assertThat(changes(SalesforceCrm.LEADS, next)).hasSize(1);

    passes(Duration.ofMinutes(20));
    var other = lead("other@example.org");
    changes(SalesforceCrm.LEADS, next);
    assertThat(changes(SalesforceCrm.LEADS, next))
        .extracting(CrmRecord::id)
        .containsExactly(new RecordId(other));
  }

  @Test
  void aChangeThatIsCommittedTenMinutesAfterItsStampIsSeen() {
    var late = lead("late@example.org");
    var other = lead("other@example.org");
    passes(Duration.ofHours(1));
    var start = fromNowOn(SalesforceCrm.LEADS);
    passes(Duration.ofMinutes(12));
    org.edit(other, "Lead_Stage__c", "Opportunity", "Nina");
    changes(SalesforceCrm.LEADS, start);

    org.editStampedEarlier(late, "Lead_Stage__c", "Customer", "Nina", Duration.ofMinutes(10));

    assertThat(changes(SalesforceCrm.LEADS, next))
        .extracting(CrmRecord::id)
        .contains(new RecordId(late));
  }

  @Test
  void twentyFiveLeadsOfOneStampComeOverPageBoundaries() {
    var start = fromNowOn(SalesforceCrm.LEADS);
    for (int i = 0; i < 25; i++) {
      lead("p" + i + "@example.org");
    }

    assertThat(changes(SalesforceCrm.LEADS, start))
        .extracting(CrmRecord::id)
        .hasSize(25)
        .doesNotHaveDuplicates();
  }

  @Test
  void deletedAndMergedLeadsAreAmongTheChanges() {
    var kept = lead("kept@example.org");
    var merged = lead("merged@example.org");
    var deleted = lead("deleted@example.org");
    passes(Duration.ofHours(1));
    var start = fromNowOn(SalesforceCrm.LEADS);
    org.merge(kept, merged);
    org.delete("Lead", deleted);

    var records = changes(SalesforceCrm.LEADS, start);

    assertThat(records)
        .contains(
            CrmRecord.gone(new RecordId(merged), Optional.of(new RecordId(kept))),
            CrmRecord.gone(new RecordId(deleted), Optional.empty()))
        .hasSize(3);
  }

  @Test
  void anOpportunityThatMovesMakesANewVersionOfItsLead() {
    var id = lead("anna@example.org");
    var became = org.convert(id, "Closed - Converted", Optional.of("Prospecting"));
    passes(Duration.ofHours(1));
    var start = fromNowOn(SalesforceCrm.OPPORTUNITIES);
    passes(Duration.ofMinutes(1));
    org.moveOpportunity(became.opportunity().orElseThrow(), "Closed Won");

    var records = changes(SalesforceCrm.OPPORTUNITIES, start);

    assertThat(records).extracting(CrmRecord::id).containsExactly(new RecordId(id));
    assertThat(records.get(0).conversion().orElseThrow().evidence()).isEqualTo(Evidence.WON);
    assertThat(records.get(0).modified()).isEqualTo("2026-11-22T04:01:00Z");
  }

  @Test
  void aLaterOpportunityOfTheContactReachesTheLeadToo() {
    var id = lead("anna@example.org");
    var became = org.convert(id, "Closed - Converted", Optional.of("Closed Lost"));
    passes(Duration.ofHours(1));
    var start = fromNowOn(SalesforceCrm.OPPORTUNITIES);
    org.createOpportunity(became.contact(), "Prospecting");

    var records = changes(SalesforceCrm.OPPORTUNITIES, start);

    assertThat(records).extracting(CrmRecord::id).containsExactly(new RecordId(id));
    assertThat(records.get(0).conversion().orElseThrow().evidence()).isEqualTo(Evidence.OPEN);
  }

  @Test
  void aLostOpportunityStaysLostWhenTheOverlapListsItsLeadAgain() {
    var id = lead("anna@example.org");
    var start = fromNowOn(SalesforceCrm.LEADS);
    var opportunities = fromNowOn(SalesforceCrm.OPPORTUNITIES);
    var became = org.convert(id, "Closed - Converted", Optional.of("Prospecting"));
    assertThat(evidence(changes(SalesforceCrm.LEADS, start))).isEqualTo(Evidence.OPEN);
    passes(Duration.ofMinutes(1));
    org.moveOpportunity(became.opportunity().orElseThrow(), "Closed Lost");

    assertThat(evidence(changes(SalesforceCrm.OPPORTUNITIES, opportunities)))
        .isEqualTo(Evidence.LOST);
    assertThat(evidence(changes(SalesforceCrm.LEADS, start))).isEqualTo(Evidence.LOST);
  }

  private static Evidence evidence(List<CrmRecord> records) {
    return records.get(0).conversion().orElseThrow().evidence();
  }

  @Test
  void anOpportunityIsHandedOnAgainWhereTheCursorWasLost() {
    var id = lead("anna@example.org");
    var became = org.convert(id, "Closed - Converted", Optional.of("Prospecting"));
    var start = fromNowOn(SalesforceCrm.OPPORTUNITIES);
    org.moveOpportunity(became.opportunity().orElseThrow(), "Closed Won");
    assertThat(changes(SalesforceCrm.OPPORTUNITIES, start)).hasSize(1);
    var kept = next;

    assertThat(changes(SalesforceCrm.OPPORTUNITIES, kept)).isEmpty();
    assertThat(changes(SalesforceCrm.OPPORTUNITIES, start)).hasSize(1);
  }

  @Test
  void anOrgWithoutAccessToOpportunitiesLosesThatFeedOnly() {
    lead("anna@example.org");
    org.setup().readableObject("Opportunity", false);
    var start = fromNowOn(SalesforceCrm.OPPORTUNITIES);

    assertThat(changes(SalesforceCrm.OPPORTUNITIES, start)).isEmpty();
    assertThat(sweep()).hasSize(1);
  }

  @Test
  void aCursorOfSomebodyElseIsRefusedInWords() {
    assertThatThrownBy(() -> changes(SalesforceCrm.LEADS, new Cursor("12345")))
        .isInstanceOf(CrmException.class)
        .hasMessageContaining("\"12345\" is none of Salesforce's feeds");
  }
}
