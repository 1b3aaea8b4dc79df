package io.stagesync.app.dictionary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

/** What people agreed on beside the words themselves, and the note that they can send. */
class AgreedWordsTest {
  private static final String FILE =
      """
      version: 1
      name: The words of Acme
      approved: { by: Ann Reed and Kenji Ito, on: 2026-03-01 }
      external-writers: { call-flow: { salesforce: 0058d000001AbCdAAA, hubspot: [INTEGRATION 4471], means: Sets Contacted. } }
      tracks:
        lead-stage:
          salesforce: Lead.Lead_Stage__c
          hubspot: contact.lifecyclestage
          conflict: furthest-wins
          refused-edits: correct
          clears: propagate
          labels:
            lead: { rank: 20, salesforce: Lead, hubspot: lead, aliases: [Inquiry, raw lead] }
            mql: { rank: 30, salesforce: MQL, hubspot: mql, on-introduce: Everybody above 80 points became one. }
            opportunity: { rank: 50, salesforce: Opportunity, hubspot: opportunity, from: opportunity }
        lead-status:
          salesforce: Lead.Status
          hubspot: contact.hs_lead_status
          direction: to-hubspot
          writers: { salesforce: [call-flow, 0058d000001XyZwAAA] }
          labels:
            open: { salesforce: Open, hubspot: NEW }
            working: { salesforce: Working, hubspot: IN_PROGRESS }
      rules: [{ when: { lead-status: working }, then: { lead-stage: mql } }]
      conversion: { open: opportunity }
      """;

  private final List<Document> pages = Pages.both(Pages.mapping(FILE));

  @Test
  void thePageTellsOtherNamesWhatBecameOfPeopleAndWhoAgreed() {
    for (var page : pages) {
      assertThat(Pages.rows(page))
          .contains(
              "Label | Also called | Entered by | Salesforce | HubSpot",
              "lead | Inquiry, raw lead | anybody on either side | Lead | lead");
      assertThat(Pages.texts(page, "li"))
          .contains(
              "When mql was introduced: Everybody above 80 points became one.",
              "In Salesforce these may change it: call-flow (0058d000001AbCdAAA),"
                  + " 0058d000001XyZwAAA. A change by anybody else is reported, and not reverted.",
              "call-flow writes by itself, in Salesforce as 0058d000001AbCdAAA, in HubSpot as"
                  + " INTEGRATION 4471: Sets Contacted.");
      assertThat(Pages.texts(page, "p"))
          .anyMatch(p -> p.endsWith("Agreed on by Ann Reed and Kenji Ito on 2026-03-01."));
    }
  }

  @Test
  void theNoteSaysWhatCanHaveChangedAFieldInThisVeryFile() {
    for (var page : pages) {
      assertThat(Pages.texts(page, "h2")).endsWith("Why did my field change? A note");
      assertThat(Pages.texts(page, "li"))
          .contains(
              "Lead.Lead_Stage__c follows contact.lifecyclestage: somebody changed that one, or"
                  + " lead-status became working, which leads to mql. A move that is not allowed is"
                  + " set back.",
              "contact.lifecyclestage follows Lead.Lead_Stage__c: somebody changed that one, or"
                  + " lead-status became working, which leads to mql. A move that is not allowed is"
                  + " set back.",
              "contact.hs_lead_status follows Lead.Status: somebody changed that one. A value that"
                  + " was cleared comes back.",
              "The lead was converted: from then on lead-stage is what the opportunity says, and"
                  + " the lead itself is not written any more.")
          .noneMatch(item -> item.startsWith("Lead.Status follows"));
    }
  }
}
