package io.stagesync.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.mapping.yaml.MappingFile;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class UnsaidTest {
  private static String unsaid(String text) {
    var loaded = MappingFile.parse("m.yaml", text);
    var mapping = loaded.mapping().orElseThrow(() -> new AssertionError(loaded.render()));
    return Unsaid.check(mapping).stream().map(Diagnostic::render).collect(Collectors.joining("\n"));
  }

  @Test
  void everyLabelIsAskedForItsMeaningItsTriggerItsOwnerAndItsNextAction() {
    assertThat(
            unsaid(
                """
                version: 1
                tracks:
                  lead-stage:
                    salesforce: Lead.Lead_Stage__c
                    hubspot: contact.lifecyclestage
                    labels:
                      lead: { rank: 10, salesforce: Lead, hubspot: lead }
                      mql: { rank: 20, salesforce: MQL, hubspot: marketingqualifiedlead, owner: marketing,
                             means: Ready, entered-when: " ", next-action: Call }
                """))
        .isEqualTo(
            """
            m.yaml:7:13: UNSAID_MEANING `lead` does not say what it means
              help: write `means`, once the teams agree on it
            m.yaml:7:13: UNSAID_TRIGGER `lead` does not say what makes a person enter it
              help: write `entered-when`, once the teams agree on it
            m.yaml:7:13: UNSAID_OWNER warning: `lead` does not say who brings people to it
              help: write `owner`, or leave it out where either side may
            m.yaml:7:13: UNSAID_NEXT_ACTION `lead` does not say what to do next with a person who is here
              help: write `next-action`, once the teams agree on it
            m.yaml:8:12: UNSAID_TRIGGER `mql` does not say what makes a person enter it
              help: write `entered-when`, once the teams agree on it""");
  }

  @Test
  void anOwnerIsAskedForWhereAPersonHandsPeopleOver() {
    var said = ", means: M, entered-when: E, next-action: N }";
    var found =
        unsaid(
            """
            version: 1
            tracks:
              lead-stage:
                salesforce: Lead.Lead_Stage__c
                hubspot: contact.lifecyclestage
                labels:
                  subscriber: { rank: 5, salesforce: none, hubspot: subscriber%1$s
                  lead: { rank: 10, salesforce: Lead, hubspot: lead%1$s
                  sal: { rank: 15, salesforce: SAL, hubspot: { shares: lead }%1$s
                  opportunity: { rank: 20, salesforce: Opportunity, hubspot: opportunity, from: opportunity%1$s
              lead-status:
                salesforce: Lead.Status
                hubspot: contact.hs_lead_status
                labels:
                  open: { salesforce: Open, hubspot: OPEN%1$s
                  closed: { salesforce: Closed, hubspot: CLOSED, requires: reason%1$s
              reason:
                salesforce: Lead.Reason__c
                hubspot: contact.reason
                labels:
                  budget: { rank: 1, salesforce: Budget, hubspot: budget%1$s
                  time: { rank: 2, salesforce: Time, hubspot: time%1$s
              follower:
                salesforce: Lead.Follower__c
                hubspot: contact.follower
                direction: to-salesforce
                labels:
                  one: { rank: 1, salesforce: One, hubspot: { shares: two }%1$s
                  two: { rank: 2, salesforce: Two, hubspot: two%1$s
            conversion: { open: opportunity }
            """
                .formatted(said));
    assertThat(List.of(found.split("\n")))
        .filteredOn(line -> line.contains("UNSAID"))
        .extracting(line -> line.replaceAll(".*(UNSAID_[A-Z]+ warning: `[a-z]+`).*", "$1"))
        .containsExactly(
            "UNSAID_OWNER warning: `subscriber`",
            "UNSAID_OWNER warning: `lead`",
            "UNSAID_OWNER warning: `sal`",
            "UNSAID_OWNER warning: `two`");
  }

  @Test
  void shippedFilesSayAllButTheOwners() {
    for (var name : MappingFile.PRESETS) {
      assertThat(Unsaid.check(MappingFile.preset(name).mapping().orElseThrow()))
          .as(name)
          .allMatch(d -> d.id() == DiagnosticId.UNSAID_OWNER);
    }
  }
}
