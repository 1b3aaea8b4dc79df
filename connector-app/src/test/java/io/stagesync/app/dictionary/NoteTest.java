package io.stagesync.app.dictionary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The note for whoever asks why a field changed names all that can have changed it. */
class NoteTest {
  private static final String FILE =
      """
      version: 1
      tracks:
        rating: { salesforce: Lead.Rating, hubspot: none, labels: { hot: { salesforce: Hot } } }
        mood: { salesforce: none, hubspot: contact.mood, labels: { good: { rank: 1, hubspot: good } } }
        status:
          salesforce: Lead.Status
          hubspot: contact.hs_lead_status
          labels:
            open: { salesforce: Open, hubspot: OPEN }
            bad: { salesforce: Bad, hubspot: BAD, requires: { reason: fit } }
        reason:
          salesforce: Lead.Reason__c
          hubspot: contact.reason
          clears: propagate
          labels: { fit: { salesforce: Not a fit, hubspot: fit } }
      rules:
        - { when: { rating: hot }, then: { mood: good } }
        - { when: { lead: created }, then: { status: open }, only-if: blank }
      changed-labels:
        - { track: reason, hubspot: nofit, now: fit }
      """;

  private static List<String> said(String file) {
    return Pages.texts(Pages.html(new Dictionary(Pages.mapping(file)).html()), "li");
  }

  @Test
  void whatANewLeadBeginsWithIsNamed() {
    assertThat(said(FILE))
        .contains(
            "Lead.Status follows contact.hs_lead_status: somebody changed that one, or the lead was"
                + " new, and both sides were blank: it begins with open. A value that was cleared"
                + " comes back.");
  }

  @Test
  void aRequiredValueThatWasSuppliedIsNamed() {
    assertThat(said(FILE))
        .contains(
            "Lead.Reason__c follows contact.reason: somebody changed that one, or status became"
                + " bad, which needs a value here: fit is supplied.");
  }

  @Test
  void anOldWordThatWasReplacedIsNamed() {
    assertThat(said(FILE))
        .contains(
            "contact.reason follows Lead.Reason__c: somebody changed that one, or status became"
                + " bad, which needs a value here: fit is supplied, or its old word nofit was"
                + " replaced by fit.");
  }

  @Test
  void aFieldThatIsNeverWrittenIsNotNamed() {
    assertThat(said(FILE))
        .contains("contact.mood changes by itself: rating became hot, which leads to good.")
        .noneMatch(line -> line.startsWith("Lead.Rating"));
    assertThat(
            said(
                "version: 1\ntracks:\n  mood: { salesforce: none, hubspot: contact.mood, labels: { good: { hubspot: good } } }\n"))
        .contains("Nothing by StageSync: as things stand, it writes no field.");
  }

  @Test
  void aTrackThatRestsSaysThatARequiredValueIsWrittenAllTheSame() {
    var file = FILE.replace("    clears: propagate\n", "    not-below: { mood: good }\n");
    assertThat(Pages.texts(Pages.html(new Dictionary(Pages.mapping(file)).html()), "p"))
        .contains(
            "Lead.Reason__c in Salesforce and contact.reason in HubSpot. Each side follows the"
                + " other. Below good of mood it rests: nothing is written, but for what a label of"
                + " another track needs here, and a value that stands there is shown.");
  }
}
