package io.stagesync.app.dictionary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

/** What only some files say. */
class CornersTest {
  private static final String FORKED =
      """
      version: 1
      tracks:
        lead-stage:
          salesforce: Lead.Lead_Stage__c
          hubspot: contact.lifecyclestage
          conflict: furthest-wins
          labels:
            mql: { rank: 30, salesforce: MQL, hubspot: mql }
            sal: { rank: 40, salesforce: SAL, hubspot: sal, branch: outreach }
            trial: { rank: 45, salesforce: Trial, hubspot: trial, branch: self-serve, pipeline: excluded }
            sql: { rank: 50, salesforce: SQL, hubspot: sql }
        lead-status:
          salesforce: Lead.Status
          hubspot: contact.hs_lead_status
          not-below: { lead-stage: mql }
          labels:
            open: { salesforce: Open, hubspot: OPEN }
            closed: { salesforce: Closed, hubspot: CLOSED, entry-criteria: { lead-stage: [mql, sal] }, exit-criteria: { lead-stage: mql } }
      rules: [{ when: { lead: created }, then: { lead-stage: mql }, only-if: blank }]
      conversion: never
      changed-labels:
        - { track: lead-stage, label: demo, now: trial, because: One word for both. }
        - { track: lead-stage, label: frozen, now: none }
        - { track: lead-stage, label: sal, now: [sal, sql] }
        - { track: lead-stage, hubspot: demo, now: trial }
      """;

  private final Document page = Pages.html(new Dictionary(Pages.mapping(FORKED)).html());

  @Test
  void branchesAreNamedAndWhatNoArrowsJoinIsLeftToPeople() {
    assertThat(Pages.rows(page))
        .startsWith(
            "Label | Branch | Entered by | Salesforce | HubSpot",
            "mql |  | anybody on either side | MQL | mql",
            "sal | outreach | anybody on either side | SAL | sal",
            "trial | self-serve | anybody on either side | Trial | trial",
            "sql |  | anybody on either side | SQL | sql");
    assertThat(Pages.texts(page, "li"))
        .contains(
            "Between labels side by side, where no arrows lead from one to the other: either way.",
            "Both moved: the label further along counts; where one side went a way back, or the"
                + " two stand side by side, people decide.",
            "trial is counted apart from the pipeline.",
            "Back: nowhere. A move back is held: it stays where it was made, goes no further, and"
                + " is shown.");
  }

  @Test
  void aTrackThatRestsBelowALabelSaysSo() {
    assertThat(Pages.texts(page, "p"))
        .contains(
            "Lead.Status in Salesforce and contact.hs_lead_status in HubSpot. Each side follows the"
                + " other. Below mql of lead-stage it rests: nothing is written, and a value that"
                + " stands there is shown.");
  }

  @Test
  void whatANewLeadBeginsWithAndThatNobodyConvertsAreTold() {
    assertThat(Pages.texts(page, "li"))
        .contains("When a lead is new and both sides are blank, lead-stage begins with mql.");
    assertThat(Pages.texts(page, "p"))
        .contains(
            "Leads are never converted here. One that is all the same is left as it is on both"
                + " sides, and shown.");
  }

  @Test
  void criteriaAreTold() {
    assertThat(Pages.texts(page, "li"))
        .contains(
            "closed is entered only while lead-stage is one of mql and sal; any other move is"
                + " refused.",
            "closed is left only while lead-stage is mql; any other move is refused.");
  }

  @Test
  void whoEntersAgainIsInTheNextCycle() {
    var text =
        FORKED.replaceFirst(
            "conflict: furthest-wins\n",
            "conflict: furthest-wins\n    backward:\n"
                + "      - { from: mql, to: sql, cycle: next, because: Came back }\n");
    assertThat(Pages.rows(Pages.html(new Dictionary(Pages.mapping(text)).html())))
        .contains(
            "Way | From | To | Gone by | Because",
            "1 | mql | sql | whoever enters it | Came back (the next cycle begins)");
  }

  @Test
  void whatBecameOfFormerLabelsAndWordsIsTold() {
    assertThat(Pages.texts(page, "li"))
        .contains(
            "demo became trial: One word for both.",
            "frozen is no label any more.",
            "sal was split into sal and sql, by the words that each record shows.",
            "HubSpot's demo became trial and is still read as it.");
  }

  @Test
  void aFileWithoutANameIsCalledByItsOwn() {
    assertThat(Pages.texts(page, "h1")).containsExactly("words.yaml");
  }

  @Test
  void withOneLabelThereIsNoDrawing() {
    var one =
        Pages.html(
            new Dictionary(
                    Pages.mapping(
                        """
                        version: 1
                        tracks:
                          t:
                            salesforce: Lead.A__c
                            hubspot: contact.a
                            labels: { a: { salesforce: A, hubspot: a } }
                        """))
                .html());
    assertThat(Pages.kinds(one)).doesNotContain("svg");
    assertThat(Pages.texts(one, "p")).contains("With one label there is nowhere to go.");
  }

  @Test
  void whatPeopleAreAndWhoIsInAPilotAreTold() {
    var pilot =
        Pages.html(
            new Dictionary(
                    Pages.mapping(
                        """
                        version: 1
                        pairs:
                          scope:
                            pilot:
                              salesforce: { Lead.Region__c: [EMEA, APAC], Lead.In_Pilot__c: true }
                        tracks:
                          t:
                            salesforce: Lead.A__c
                            hubspot: contact.a
                            labels: { a: { salesforce: A, hubspot: a } }
                        attributes:
                          tsm: { kind: segment, salesforce: Lead.T__c, hubspot: contact.t, means: A target }
                          lso: { kind: first-touch, hubspot: contact.lso }
                        """))
                .html());
    assertThat(Pages.texts(pilot, "li"))
        .contains(
            "A pilot is on. Of these people those alone take part for whom Lead.Region__c is one of"
                + " APAC, EMEA, and Lead.In_Pilot__c is true.");
    assertThat(Pages.rows(pilot))
        .endsWith(
            "Attribute | Meaning | What is shown | Salesforce | HubSpot",
            "tsm | A target | what the fields say now | Lead.T__c | contact.t",
            "lso |  | the first value that was seen, for ever |  | contact.lso");
  }
}
