package io.stagesync.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.mapping.Limits;
import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.yaml.MappingFile;
import io.stagesync.vocabulary.FieldCatalog;
import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.Side;
import java.util.Map;

/**
 * A mapping file and one that it is changed to and back again.
 *
 * @param usual the one that holds in the end
 */
record TwoMappings(Mapping usual, Mapping changed) {
  static final FieldName REASON = new FieldName(Side.SALESFORCE, "Lead", "Unqualified_Reason__c");
  static final FieldName HUBSPOT_REASON =
      new FieldName(Side.HUBSPOT, "contact", "unqualified_reason");
  private static final Limits NONE = new Limits(100_000, 100, 100);

  /** The standard mapping; changed, a word means something else. */
  static TwoMappings standard() {
    var text = MappingFile.presetText("standard");
    return new TwoMappings(mapping(text), mapping(inProgressIsOpen()));
  }

  /** The standard mapping with HubSpot's word for being at work as one of an open status. */
  static String inProgressIsOpen() {
    return with(
        MappingFile.presetText("standard"),
        "hubspot: [NEW, OPEN]",
        "hubspot: [NEW, OPEN, IN_PROGRESS]",
        "[IN_PROGRESS, ATTEMPTED_TO_CONTACT, CONNECTED]",
        "[CONNECTED, ATTEMPTED_TO_CONTACT]");
  }

  /**
   * Branches, criteria, a floor, re-entry, rules and a rule for new leads, and a word that became
   * another one; changed, that word is as it was and a label has another name.
   */
  static TwoMappings rich() {
    var text =
        with(
            withoutTests(),
            "        rank: 30\n",
            "        rank: 30\n        branch: nurture\n",
            "        rank: 40\n",
            "        rank: 40\n        branch: direct\n"
                + "        entry-criteria: { lead-status: [working, converted] }\n",
            "{ from: [sql, opportunity], to: mql",
            "{ from: opportunity, to: mql",
            "    backward:\n",
            "    backward:\n      - { from: lead, to: mql, cycle: next, because: Again }\n",
            "    hubspot: contact.hs_lead_status\n",
            "    hubspot: contact.hs_lead_status\n    not-below: { lead-stage: lead }\n",
            "rules: []\n",
            """
            rules:
              - { when: { lead: created }, then: { lead-status: open, lead-stage: lead }, only-if: blank }
              - { when: { lead-status: working }, then: { lead-stage: mql } }
              - { when: { lead-stage: sql }, then: { lead-status: working }, only-if: open }
            """);
    var usual =
        with(text, "hubspot: [NEW, OPEN] ", "hubspot: NEW ")
            + "changed-labels:\n  - { track: lead-status, hubspot: OPEN, now: NEW }\n"
            + "  - { track: lead-status, label: busy, now: working }\n";
    var changed =
        text.replaceAll("\\bworking\\b", "busy")
            + "changed-labels:\n  - { track: lead-status, label: working, now: busy }\n";
    return new TwoMappings(mapping(usual), mapping(changed));
  }

  /**
   * A status that requires a reason, edits of the stage that are set back where they are not
   * allowed, reasons that may be cleared; changed, a missing reason is supplied and a cleared one
   * is put back.
   */
  static TwoMappings strict() {
    var text =
        with(
            withoutTests(),
            "    refused-edits: hold ",
            "    refused-edits: correct ",
            "        hubspot: [UNQUALIFIED, BAD_TIMING]\n",
            "        hubspot: [UNQUALIFIED, BAD_TIMING]\n        requires: unqualified-reason\n",
            "\n# One track can move another",
            """

              unqualified-reason:
                salesforce: Lead.Unqualified_Reason__c
                hubspot: contact.unqualified_reason
                conflict: latest-wins
                first-sync: salesforce-wins
                clears: propagate
                labels:
                  not-ready: { salesforce: Not Ready, hubspot: not_ready, means: Not now,
                               entered-when: There is no project, next-action: Nurture }
                  not-a-fit: { salesforce: Not a Fit, hubspot: not_a_fit, means: Nobody for us,
                               entered-when: Size or trade do not fit, next-action: None }

            # One track can move another""");
    var changed =
        with(
            text,
            "requires: unqualified-reason",
            "requires: { unqualified-reason: not-ready }",
            "clears: propagate",
            "clears: refill");
    return new TwoMappings(mapping(text), mapping(changed));
  }

  /** Lets both CRMs have every field that these mappings name. */
  void fitsInto(TestBed bed) {
    if (usual.fields(Side.SALESFORCE).contains(REASON)) {
      bed.salesforce.offers(REASON, field("Not Ready", "Not a Fit"));
      bed.hubspot.offers(HUBSPOT_REASON, field("not_ready", "not_a_fit"));
    }
  }

  private static FieldCatalog field(String... words) {
    return new FieldCatalog(true, true, true, false, TestBed.words(words), Map.of(), Map.of());
  }

  private static String withoutTests() {
    var text = MappingFile.presetText("standard");
    return text.substring(0, text.indexOf("\ntests:") + 1);
  }

  /** A text with some of it replaced, one after the other: before, after, before, after. */
  private static String with(String text, String... beforeAndAfter) {
    var edited = text;
    for (int i = 0; i < beforeAndAfter.length; i += 2) {
      assertThat(edited).contains(beforeAndAfter[i]);
      edited = edited.replace(beforeAndAfter[i], beforeAndAfter[i + 1]);
    }
    return edited;
  }

  private static Mapping mapping(String text) {
    var loaded = MappingFile.parse("m.yaml", text);
    assertThat(loaded.render()).isEmpty();
    return loaded.mapping().orElseThrow().withLimits(NONE);
  }
}
