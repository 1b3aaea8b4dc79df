package io.stagesync.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.mapping.Limits;
import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.yaml.MappingFile;

/**
 * A mapping file and one that it is changed to and back again.
 *
 * @param usual the one that holds in the end
 */
record TwoMappings(Mapping usual, Mapping changed) {
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
