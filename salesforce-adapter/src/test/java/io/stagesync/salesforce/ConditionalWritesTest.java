package io.stagesync.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.port.WriteResult.Kind;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConditionalWritesTest extends SimulatedTest {

  @Override
  SalesforceSettings settings() {
    var usual = super.settings();
    return new SalesforceSettings(
        usual.loginUrl(),
        usual.credentials(),
        usual.fields(),
        1,
        usual.connect(),
        usual.deadline(),
        usual.dailyShare(),
        true);
  }

  @Test
  void aLeadThatAPersonEditsAfterOurReadIsNotOverwritten() {
    var moved = lead("moved@example.org");
    var still = lead("still@example.org");
    passes(Duration.ofMinutes(1));
    org.edit(moved, "Lead_Stage__c", "Opportunity", "Nina");

    var results =
        crm.write(List.of(write(moved, STAGE, "Customer"), write(still, STAGE, "Customer")));

    assertThat(kinds(results)).containsExactly(Kind.MOVED, Kind.WRITTEN);
    assertThat(org.lead(moved, "Lead_Stage__c")).contains("Opportunity");
  }

  @Test
  void theBoundOfOneWriteDoesNotLeakIntoTheNext() {
    var id = lead("anna@example.org");
    assertThat(writeOne(id, STAGE, "Customer").kind()).isEqualTo(Kind.WRITTEN);
    passes(Duration.ofMinutes(1));
    org.edit(id, "Lead_Stage__c", "Opportunity", "Nina");

    assertThat(sweep()).hasSize(1);
    assertThat(writeOne(id, STAGE, "Customer").kind()).isEqualTo(Kind.MOVED);
  }
}
