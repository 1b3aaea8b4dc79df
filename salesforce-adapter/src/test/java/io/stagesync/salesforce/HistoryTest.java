package io.stagesync.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.port.Author;
import io.stagesync.port.FieldChange;
import io.stagesync.port.Reading;
import io.stagesync.salesforce.simulator.CallKind;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.RecordId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryTest extends SimulatedTest {

  @Test
  void historyTellsNewestFirstWhoChangedWhatAndWhichChangesAreOurs() {
    var id = lead("anna@example.org");
    org.edit(id, "Lead_Stage__c", "Opportunity", "Nina");
    passes(Duration.ofMinutes(1));
    writeOne(id, STAGE, "Customer");
    passes(Duration.ofMinutes(1));
    org.edit(id, "Lead_Stage__c", null, "Nina");

    var history =
        crm.history(List.of(new RecordId(id)), Instant.EPOCH)
            .getOrDefault(new RecordId(id), List.of());

    assertThat(history)
        .extracting(FieldChange::to)
        .containsExactly(
            Reading.BLANK,
            Reading.of(new RawValue("Customer")),
            Reading.of(new RawValue("Opportunity")));
    assertThat(history)
        .extracting(FieldChange::by)
        .containsExactly(
            new Author(org.user("Nina"), false),
            new Author(org.integrationUser(), true),
            new Author(org.user("Nina"), false));
    assertThat(history.get(0).at()).isEqualTo("2026-11-22T03:02:00.400Z");
  }

  @Test
  void changesBeforeAMomentAreLeftOut() {
    var id = lead("anna@example.org");
    org.edit(id, "Lead_Stage__c", "Opportunity", "Nina");
    passes(Duration.ofMinutes(5));
    org.edit(id, "Lead_Stage__c", "Customer", "Nina");

    assertThat(crm.history(List.of(new RecordId(id)), now.minusSeconds(60)).get(new RecordId(id)))
        .hasSize(1);
  }

  @Test
  void aFieldWithoutHistoryIsNotAskedFor() {
    var id = lead("anna@example.org");
    org.setup().history("Lead_Stage__c", false).history("Status", false);
    crm.catalog(false);
    var before = simulator.calls();

    assertThat(crm.history(List.of(new RecordId(id)), Instant.EPOCH))
        .containsEntry(new RecordId(id), List.of());
    assertThat(simulator.calls()).isEqualTo(before).containsKey(CallKind.QUERY);
  }
}
