package io.stagesync.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.mapping.Limits;
import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.yaml.MappingFile;
import io.stagesync.port.InMemoryCrm;
import io.stagesync.vocabulary.FieldCatalog;
import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.Side;
import java.util.HashMap;
import java.util.List;
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
    var changed =
        with(
            with(text, "hubspot: [NEW, OPEN]", "hubspot: [NEW, OPEN, IN_PROGRESS]"),
            "[IN_PROGRESS, ATTEMPTED_TO_CONTACT, CONNECTED]",
            "[CONNECTED, ATTEMPTED_TO_CONTACT]");
    return new TwoMappings(mapping(text), mapping(changed));
  }

  /**
   * Branches, criteria, a floor, re-entry, rules and a rule for new leads, and a word that became
   * another one; changed, that word is as it was and a label has another name.
   */
  static TwoMappings rich() {
    var text = MappingFile.presetText("standard");
    text = text.substring(0, text.indexOf("\ntests:") + 1);
    text = with(text, "        rank: 30\n", "        rank: 30\n        branch: nurture\n");
    text =
        with(
            text,
            "        rank: 40\n",
            "        rank: 40\n        branch: direct\n"
                + "        entry-criteria: { lead-status: [working, converted] }\n");
    text = with(text, "{ from: [sql, opportunity], to: mql", "{ from: opportunity, to: mql");
    text =
        with(
            text,
            "    backward:\n",
            "    backward:\n      - { from: lead, to: mql, cycle: next, because: Again }\n");
    text =
        with(
            text,
            "    hubspot: contact.hs_lead_status\n",
            "    hubspot: contact.hs_lead_status\n    not-below: { lead-stage: lead }\n");
    text =
        with(
            text,
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
    var text = MappingFile.presetText("standard");
    text = text.substring(0, text.indexOf("\ntests:") + 1);
    text = with(text, "    refused-edits: hold ", "    refused-edits: correct ");
    text =
        with(
            text,
            "        hubspot: [UNQUALIFIED, BAD_TIMING]\n",
            "        hubspot: [UNQUALIFIED, BAD_TIMING]\n        requires: unqualified-reason\n");
    text =
        with(
            text,
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
        with(text, "requires: unqualified-reason", "requires: { unqualified-reason: not-ready }");
    return new TwoMappings(
        mapping(text), mapping(with(changed, "clears: propagate", "clears: refill")));
  }

  /** Lets both CRMs have every field that these mappings name. */
  void fitsInto(TestBed bed) {
    if (usual.fields(Side.SALESFORCE).contains(REASON)) {
      accept(bed.salesforce, REASON, TestBed.words("Not Ready", "Not a Fit"));
      accept(bed.hubspot, HUBSPOT_REASON, TestBed.words("not_ready", "not_a_fit"));
    }
  }

  private static void accept(InMemoryCrm crm, FieldName field, List<RawValue> words) {
    var now = crm.catalog(true);
    var fields = new HashMap<>(now.fields());
    fields.put(field, new FieldCatalog(true, true, true, false, words, Map.of(), Map.of()));
    crm.accepts(fields, now.convertedStatuses());
  }

  private static String with(String text, String before, String after) {
    assertThat(text).contains(before);
    return text.replace(before, after);
  }

  private static Mapping mapping(String text) {
    var loaded = MappingFile.parse("m.yaml", text);
    assertThat(loaded.render()).isEmpty();
    return loaded.mapping().orElseThrow().withLimits(NONE);
  }
}
