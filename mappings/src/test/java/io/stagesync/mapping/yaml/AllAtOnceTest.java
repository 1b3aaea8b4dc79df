package io.stagesync.mapping.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.mapping.Diagnostic;
import io.stagesync.mapping.DiagnosticId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** All problems of a file are told in one go: no mistake hides another, and none is told twice. */
class AllAtOnceTest {
  /** A mistake that somebody could make in {@code rich.yaml}, and the problems that it makes. */
  record Mistake(String right, String wrong, DiagnosticId... problems) {
    String in(String text) {
      assertThat(text.split(Pattern.quote(right), -1)).as(right).hasSize(2);
      return text.replace(right, wrong);
    }

    @Override
    public String toString() {
      return wrong;
    }
  }

  private static Mistake wrong(String right, String wrong, DiagnosticId... problems) {
    return new Mistake(right, wrong, problems);
  }

  static List<Mistake> mistakes() {
    return List.of(
        wrong("changes: 120", "changes: many", DiagnosticId.WRONG_TYPE),
        wrong("share: 2.5%", "share: 2.5", DiagnosticId.WRONG_TYPE),
        wrong("partners: salesforce }", "partners: sugar }", DiagnosticId.BAD_VALUE),
        wrong("not-below: lead }", "not-below: leed }", DiagnosticId.UNKNOWN_LABEL),
        wrong("by: [hubspot.salesforceleadid,", "by: [leadid,", DiagnosticId.BAD_VALUE),
        wrong("Lead.Lead_Stage__c", "Lead.Lead Stage", DiagnosticId.FIELD_NAME),
        wrong("contact.lifecyclestage", "lifecyclestage", DiagnosticId.FIELD_NAME),
        wrong("direction: two-way", "direction: both", DiagnosticId.BAD_VALUE),
        wrong("skips: refused", "skips: never", DiagnosticId.BAD_VALUE),
        wrong("hubspot: subscriber, sales", "hubspot: none, sales", DiagnosticId.NO_WORD),
        wrong("salesforce: Lead, owner", "owner", DiagnosticId.MISSING_WORD),
        wrong("entered-when: ", "entred-when: ", DiagnosticId.UNKNOWN_KEY),
        wrong("aliases: [Inquiry", "aliases: [mql", DiagnosticId.ALIAS_TWICE),
        wrong("{ rank: 25,", "{ rank: 25, colour: red,", DiagnosticId.UNKNOWN_KEY),
        wrong("ready lead, owner: sales", "ready lead, owner: sails", DiagnosticId.UNKNOWN_TEAM),
        wrong("in: hubspot, because", "in: sugar, because", DiagnosticId.BAD_VALUE),
        wrong("mql: { rank: 30,", "mql: { rank: high,", DiagnosticId.WRONG_TYPE),
        wrong("hubspot: { shares: mql }", "hubspot: { shares: mqq }", DiagnosticId.UNKNOWN_LABEL),
        wrong("sal: { rank: 40,", "sal: {", DiagnosticId.RANK_MISSING),
        wrong("Sales qualified lead,", "Sales accepted lead,", DiagnosticId.VALUE_TWICE),
        wrong("Opportunity, from: opportunity", "Opportunity, from: deal", DiagnosticId.BAD_VALUE),
        wrong("pipeline: excluded", "pipeline: out", DiagnosticId.BAD_VALUE),
        wrong("[evangelist, other]", "[evangelist, lead]", DiagnosticId.IGNORED_AND_MAPPED),
        wrong(
            "to: mrl, by: sales, because:",
            "to: mrl, by: sales, becuase:",
            DiagnosticId.UNKNOWN_KEY),
        wrong("{ from: sql, to: mql,", "{ from: lead, to: mrl,", DiagnosticId.NOT_BACKWARD),
        wrong("latest-wins", "furthest-wins", DiagnosticId.NEEDS_RANKS),
        wrong("[Open - Not Contacted, New]", "[Open, \" New\"]", DiagnosticId.WHITESPACE),
        wrong("Partner: { sales", "Partner: { sails", DiagnosticId.UNKNOWN_KEY),
        wrong("Reseller: {", "Re-seller: {", DiagnosticId.BAD_NAME),
        wrong("Qualified, hubspot: OPEN_DEAL }", "Qualified }", DiagnosticId.MISSING_WORD),
        wrong("reason: not-ready }", "reason: not-redy }", DiagnosticId.UNKNOWN_LABEL),
        wrong("converted-status: any }", "converted-status: all }", DiagnosticId.BAD_VALUE),
        wrong("contact.unqualified_reason", "contact.hs_lead_status", DiagnosticId.FIELD_TWICE),
        wrong("Not a Fit,", "Not Ready,", DiagnosticId.VALUE_TWICE),
        wrong("not-interested: {", "Not interested: {", DiagnosticId.BAD_NAME),
        wrong(
            "to-hubspot", "to-hubspot\n    conflict: hubspot-wins", DiagnosticId.AGAINST_DIRECTION),
        wrong("hubspot: emea }", "hubspot: [] }", DiagnosticId.EMPTY_VALUE),
        wrong(
            "when: { lead-status: qualified",
            "when: { lead-status: qa",
            DiagnosticId.UNKNOWN_LABEL),
        wrong("open }, only-if: blank", "open }, only-if: blnk", DiagnosticId.UNKNOWN_LABEL),
        wrong(
            "when: { lead-stage: sql }, then: { lead-status: working }",
            "when: { lead-stag: sql }, then: {}",
            DiagnosticId.UNKNOWN_TRACK,
            DiagnosticId.WRONG_TYPE),
        wrong("open: opportunity", "open: oportunity", DiagnosticId.UNKNOWN_LABEL),
        wrong("upsell: keep-customer", "upsell: lose-customer", DiagnosticId.BAD_VALUE),
        wrong(
            "changed-labels: []",
            "changed-labels:\n  - { track: lead-stage, label: mrl, now: sql }\n"
                + "  - { track: lead-stag, label: old, now: sql }",
            DiagnosticId.STILL_THERE,
            DiagnosticId.UNKNOWN_TRACK));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void aMistakeIsToldOnceAndNothingThatFollowsFromIt(Mistake mistake) throws IOException {
    assertThat(MappingFile.parse("m.yaml", mistake.in(rich())).diagnostics())
        .filteredOn(Diagnostic::isError)
        .extracting(Diagnostic::id)
        .containsExactlyInAnyOrder(mistake.problems());
  }

  @Test
  void noMistakeHidesAnotherWhereverBothStand() throws IOException {
    var text = rich();
    var alone = new TreeSet<String>();
    for (var mistake : mistakes()) {
      alone.addAll(told(mistake.in(rich())));
      text = mistake.in(text);
    }
    assertThat(told(text)).containsAll(alone);
  }

  private static String rich() throws IOException {
    return Files.readString(Path.of("src/test/resources/good/rich.yaml"));
  }

  /** Lines move when mistakes add some, so they are left out. */
  private static Set<String> told(String text) {
    return MappingFile.parse("m.yaml", text).diagnostics().stream()
        .filter(Diagnostic::isError)
        .map(problem -> problem.id() + " " + problem.message())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
