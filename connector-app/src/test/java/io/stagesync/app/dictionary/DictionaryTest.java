package io.stagesync.app.dictionary;

import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.mapping.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;

class DictionaryTest {
  private static final String FILE =
      """
      version: 1
      name: The words of Acme
      owners: { sales: salesforce, marketing: hubspot }
      pairs: { by: [hubspot.sf_id, email], scope: { not-below: { lead-stage: lead } } }
      tracks:
        lead-stage:
          salesforce: Lead.Lead_Stage__c
          hubspot: contact.lifecyclestage
          conflict: furthest-wins
          refused-edits: correct
          clears: propagate
          labels:
            subscriber: { rank: 10, salesforce: none, hubspot: subscriber }
            mql: { rank: 30, salesforce: MQL, hubspot: marketingqualifiedlead, owner: marketing,
                   means: Ready for sales, entered-when: Reaches the score, next-action: Call,
                   side-effects: { cap: 50, in: hubspot, because: Starts a workflow. } }
            lead: { rank: 20, salesforce: Lead, hubspot: lead }
            sal: { rank: 40, salesforce: SAL, hubspot: { shares: mql }, owner: sales }
            opportunity: { rank: 50, salesforce: Opportunity, hubspot: opportunity, from: opportunity }
            customer: { rank: 60, salesforce: Customer, hubspot: customer, from: opportunity }
          ignored: { hubspot: [other, evangelist] }
          backward:
            - { from: [sal, mql], to: lead, by: sales, because: "Recycled: not now" }
            - { from: sal, to: mql, because: Handed back }
        lead-status:
          salesforce: Lead.Status
          hubspot: contact.hs_lead_status
          direction: to-hubspot
          labels:
            open: { salesforce: [New, Open], hubspot: [NEW, OPEN] }
            working: { salesforce: Working, hubspot: IN_PROGRESS, for: { Partner: { salesforce: Partner Working } } }
            unqualified: { salesforce: Closed, hubspot: UNQUALIFIED, requires: { reason: no-budget } }
            converted: { salesforce: { converted-status: any }, hubspot: OPEN_DEAL }
        reason:
          salesforce: Lead.Reason__c
          hubspot: none
          labels: { no-budget: { salesforce: No budget } }
      conversion: { open: opportunity, won: customer, lost: lead, existing-customer-account: customer, hubspot-disagrees: correct }
      """;

  private static final List<String> HEAD =
      List.of(
          "Label",
          "Meaning",
          "Entered when",
          "Entered by",
          "What to do next",
          "Salesforce",
          "HubSpot");

  private final Dictionary dictionary = new Dictionary(Pages.mapping(FILE));

  private final List<Document> pages = Pages.both(Pages.mapping(FILE));

  @Test
  void theLabelsOfATrackStandInTheirOrderWithEverythingThatIsSaidOfThem() {
    for (var page : pages) {
      assertThat(Pages.texts(page, "h1")).containsExactly("The words of Acme");
      assertThat(Pages.texts(page, "h2")).startsWith("Lead stage", "Lead status", "Reason");
      assertThat(Pages.rows(page))
          .startsWith(
              String.join(" | ", HEAD),
              "subscriber |  |  | anybody in HubSpot |  | no word | subscriber",
              "lead |  |  | anybody on either side |  | Lead | lead",
              "mql | Ready for sales | Reaches the score | marketing, in HubSpot | Call | MQL"
                  + " | marketingqualifiedlead",
              "sal |  |  | sales, in Salesforce |  | SAL | as mql",
              "opportunity |  |  | the opportunity; while there is none, anybody in Salesforce | "
                  + " | Opportunity | opportunity");
    }
  }

  @Test
  void aColumnThatWouldBeEmptyIsLeftOutAndWordsSayWhichIsWritten() {
    for (var page : pages) {
      assertThat(Pages.rows(page))
          .containsSubsequence(
              "Label | Entered by | Salesforce | HubSpot",
              "open | anybody in Salesforce | New, Open | NEW (written), OPEN",
              "working | anybody in Salesforce | Working; for Partner Partner Working | IN_PROGRESS",
              "unqualified | anybody in Salesforce | Closed | UNQUALIFIED",
              "converted | whoever converts the lead, in Salesforce | any converted status; read,"
                  + " never written | OPEN_DEAL");
    }
  }

  @Test
  void theContractSaysWhereAPersonMayGoAndWhatBecomesOfAnyOtherMove() {
    for (var page : pages) {
      assertThat(Pages.texts(page, "li"))
          .contains(
              "Forward: along the arrows, past labels in between too.",
              "Back: along the numbered ways alone. Any other move back is set back to what both"
                  + " sides agreed on.",
              "Where a team is named, people come to the label from that team's side alone. The"
                  + " same edit on the other side is set back to what both sides agreed on. A"
                  + " way back names who goes it, in place of that team.",
              "HubSpot alone brings nobody to opportunity and customer: convert the lead with its"
                  + " opportunity.",
              "From each label to each other one.");
      assertThat(Pages.rows(page))
          .containsSubsequence(
              "Way back | From | To | Gone by | Because",
              "1 | mql and sal | lead | sales, in Salesforce | Recycled: not now",
              "2 | sal | mql | anybody | Handed back");
    }
  }

  @Test
  void wordsThatAreSharedMissingOrIgnoredAndWhatComesWithALabelAreTold() {
    for (var page : pages) {
      assertThat(Pages.texts(page, "li"))
          .contains(
              "mql sets something off in HubSpot: Starts a workflow. One run brings at most 50"
                  + " people there without a person's approval.",
              "unqualified needs a value in reason beside it; where neither side has one,"
                  + " no-budget is supplied.",
              "Salesforce has no word for subscriber: a blank there is right, and stays.",
              "HubSpot says sal with the words of mql; which of them a person is at, the other side"
                  + " says.",
              "evangelist, other in HubSpot mean nothing here: seen, and left alone.");
    }
  }

  @Test
  void whoWinsAndWhatConvertsAndWhoTakesPartAreSentences() {
    for (var page : pages) {
      assertThat(Pages.texts(page, "li"))
          .contains(
              "Both moved: the label further along counts; where one side went a way back, people"
                  + " decide.",
              "They differ when they are first seen together: nothing is changed, and the"
                  + " difference is shown until they agree.",
              "Somebody cleared one: it is cleared on the other side, too.",
              "Salesforce moved, or both did: HubSpot follows, if the move is allowed.",
              "HubSpot moved alone: it stays as it is, and is shown.",
              "HubSpot is blank when they are first seen together: it is filled.",
              "Somebody cleared HubSpot: its value is put back.",
              "They cannot: one side alone has the field.",
              "An account is a customer already where Account.Type shows Customer - Channel or"
                  + " Customer - Direct.",
              "HubSpot says something else: it is set back to what the opportunity says.",
              "marketing works in HubSpot.",
              "The two records of one person are found by the lead's id in contact.sf_id, else by"
                  + " the e-mail address. Two candidates are never guessed between.",
              "Who is at lead of lead-stage or further on one side takes part. Everybody else is"
                  + " left alone.");
      assertThat(Pages.rows(page))
          .endsWith(
              "The opportunity | The person is | How long",
              "is open | opportunity | as long as it is open",
              "is won | customer | for good: a customer stays one",
              "is lost | lead | said once; after that HubSpot leads",
              "is not won, and the account is a customer already | customer | as long as the account"
                  + " is one");
      assertThat(Pages.texts(page, "p"))
          .contains(
              "Lead.Status in Salesforce and contact.hs_lead_status in HubSpot. HubSpot follows"
                  + " Salesforce, which is never written.",
              "Lead.Reason__c in Salesforce alone: the other side has no field for it.");
    }
  }

  @Test
  void aRuleIsASentence() {
    var rules =
        """
        rules:
          - { when: { lead-stage: mql }, then: { lead-status: open }, only-if: blank }
          - { when: { lead-stage: sal }, then: { lead-status: working }, only-if: open }
          - { when: { lead-status: unqualified }, then: { lead-stage: lead } }
        """;
    var page = Pages.html(new Dictionary(Pages.mapping(TWO_WAY + rules)).html());
    assertThat(Pages.texts(page, "li"))
        .contains(
            "When lead-stage becomes mql, lead-status becomes open, if it is blank.",
            "When lead-stage becomes sal, lead-status becomes working, if it is open.",
            "When lead-status becomes unqualified, lead-stage becomes lead, unless it is there or"
                + " further.");
  }

  private static final String TWO_WAY = FILE.replace("    direction: to-hubspot\n", "");

  static Stream<Mapping> shipped() {
    return Pages.shipped();
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void nothingThatTheFileSaysOfALabelIsMissingOnAnyPage(Mapping mapping) {
    var said = new ArrayList<String>();
    said.add(mapping.name());
    for (var track : mapping.tracks()) {
      track.fields().values().forEach(field -> said.add(field.path()));
      track.ignored().values().forEach(words -> words.forEach(word -> said.add(word.text())));
      track.waysBack().forEach(way -> said.add(way.because()));
      for (var label : track.labels()) {
        said.add(label.label().name());
        said.addAll(
            List.of(
                label.guide().means(), label.guide().enteredWhen(), label.guide().nextAction()));
        label
            .words()
            .values()
            .forEach(words -> words.values().forEach(word -> said.add(word.text())));
      }
    }
    for (var page : Pages.both(mapping)) {
      assertThat(page.getDocumentElement().getTextContent()).contains(said);
    }
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void bothPagesSayTheSame(Mapping mapping) {
    var both = Pages.both(mapping);
    var html = both.get(0);
    var markdown = both.get(1);
    for (var tag : List.of("h1", "h2", "h3", "li", "tr")) {
      assertThat(Pages.texts(html, tag).stream().map(String::strip).toList())
          .isEqualTo(
              Pages.texts(markdown, tag).stream()
                  .map(text -> tag.equals("tr") ? text.replace("\n", "") : text)
                  .map(String::strip)
                  .toList());
    }
  }

  @Test
  void theSameFileAlwaysGivesTheSamePage() {
    var again = new Dictionary(Pages.mapping(FILE));
    assertThat(again.html()).isEqualTo(dictionary.html());
    assertThat(again.markdown()).isEqualTo(dictionary.markdown());
  }
}
