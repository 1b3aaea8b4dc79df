package io.stagesync.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.example.Example;
import io.stagesync.mapping.Diagnostic;
import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.yaml.CasesFile;
import io.stagesync.mapping.yaml.MappingFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of a test that fails, and what makes one fail. */
class TrialTest {
  @TempDir Path folder = Path.of("");

  private final Mapping mapping =
      MappingFile.load(Path.of("../mappings/src/test/resources/good/rich.yaml"))
          .mapping()
          .orElseThrow();

  private Tried put(String given, String expect) throws IOException {
    var file =
        Files.writeString(
            folder.resolve("cases.yaml"),
            "- name: it\n  given: " + given + "\n  expect: " + expect + "\n");
    List<Example> read = new ArrayList<>();
    assertThat(CasesFile.read(file, mapping, read::add)).isEmpty();
    return new Trial(mapping).put(read.get(0));
  }

  private List<String> differences(String given, String expect) throws IOException {
    return put(given, expect).differences().stream()
        .map(d -> d.what() + ": " + d.expected() + " | " + d.got())
        .toList();
  }

  @Test
  void everythingThatWasGivenIsToldInLines() throws IOException {
    var tried =
        put(
            "{ base: { lead-stage: { label: mql, evidence: open } }, salesforce: { converted: true,"
                + " opportunity: lost, record-type: Partner }, hubspot: { lead-stage: { unknown:"
                + " hot, at: { from: 2026-03-01T10:00:00Z, to: 2026-03-01T11:00:00Z } },"
                + " lead-status: { value: NEW, at: 2026-03-01T10:00:00Z } }, memory: { lead-stage:"
                + " { mapping: changed, refused: true, choice: { side: hubspot, on: { hubspot:"
                + " blank } } }, lead-status: { last-seen: { salesforce: New } } }, fields: {"
                + " hubspot: { lead-stage: { order: [customer, lead], inactive: [opportunity],"
                + " required: true, history: false } }, salesforce: { lead-status: { read-only:"
                + " true, offers: { Partner: [New] } } } }, paused: lead-status }",
            "{ reason: { lead-stage: MOVED } }");
    assertThat(tried.given())
        .containsExactly(
            "converted, opportunity: lost",
            "record type: Partner",
            "lead-stage: Salesforce \"Marketing qualified lead\" (mql), HubSpot \"hot\" (unknown)"
                + " since between 2026-03-01T10:00:00Z and 2026-03-01T11:00:00Z; agreed before on"
                + " mql (opportunity open)",
            "lead-stage, remembered: the file has changed since; a write was refused on what stands"
                + " there; a person chose HubSpot on HubSpot blank",
            "lead-stage, HubSpot's field: begins with \"customer\", \"lead\"; no longer accepts"
                + " \"opportunity\"; may not be blank; keeps no history",
            "lead-status: Salesforce blank, HubSpot \"NEW\" (open) since 2026-03-01T10:00:00Z; never"
                + " agreed before",
            "lead-status, remembered: last decided on Salesforce \"New\"",
            "lead-status, Salesforce's field: may not be written; offers \"New\" to Partner",
            "lead-status is paused",
            "not spoken of, so not looked at: unqualified-reason, region");
    assertThat(tried.why().get(0)).startsWith("lead-stage UNMAPPED_VALUE: HubSpot shows \"hot\"");
  }

  @Test
  void everyWriteHasToBeExpectedUnlessTheTestSaysThatItDoesNotMatter() throws IOException {
    var given = "{ base: subscriber, hubspot: { lead-stage: lead } }";
    assertThat(differences(given, "{ reason: MOVED }"))
        .containsExactly("salesforce lead-stage: untouched | \"Lead\" (lead)");
    assertThat(differences(given, "{ reason: MOVED, salesforce: any }")).isEmpty();
    assertThat(differences(given, "{ salesforce: { lead-stage: any } }")).isEmpty();
    assertThat(
            differences(
                given, "{ salesforce: { lead-stage: lead }, hubspot: { lead-stage: mql } }"))
        .containsExactly("hubspot lead-stage: mql | untouched");
  }

  @Test
  void aLabelAWordAClearAndTheWayOfSettingAreCompared() throws IOException {
    var back = "{ base: sql, salesforce: { lead-stage: mrl } }";
    assertThat(differences(back, "{ hubspot: { lead-stage: mrl } }")).isEmpty();
    assertThat(differences(back, "{ hubspot: { lead-stage: \"118233441\" } }")).isEmpty();
    assertThat(differences(back, "{ hubspot: { lead-stage: { label: mrl, clear-first: false } } }"))
        .containsExactly(
            "hubspot lead-stage: mrl, set at once | \"118233441\" (mrl), cleared first");
    assertThat(differences(back, "{ hubspot: { lead-stage: cleared } }"))
        .containsExactly("hubspot lead-stage: cleared | \"118233441\" (mrl)");
    assertThat(differences(back, "{ hubspot: { lead-stage: lead }, label: none, outcome: held }"))
        .containsExactly(
            "hubspot lead-stage: \"lead\" | \"118233441\" (mrl)",
            "label of lead-stage: none | mrl",
            "outcome of lead-stage: held | pushed");
  }

  @Test
  void aCodeThatNoDecisionOfOnePairHasIsRefused() throws IOException {
    var tried = put("{ hubspot: { lead-stage: mql } }", "{ reason: MASS_CHANGE, outcome: pushd }");
    assertThat(Codes.check(tried.example()))
        .extracting(Diagnostic::message)
        .containsExactly(
            "`MASS_CHANGE` is no reason that a decision can have",
            "`pushd` is no outcome that a decision can have");
    assertThat(Codes.check(tried.example()).get(1).suggestion())
        .isEqualTo("did you mean `pushed`?");
  }

  @Test
  void whatOnlyARunFindsIsRefusedWithWhy() throws IOException {
    var tried =
        put(
            "{ hubspot: { lead-stage: mql } }",
            "{ reason: NOT_LINKED, findings: [UNAUTHORISED_CHANGE, FIRST_TOUCH_CHANGED] }");
    assertThat(Codes.check(tried.example()))
        .extracting(wrong -> wrong.message() + ". " + wrong.suggestion())
        .containsExactly(
            "`NOT_LINKED` is no reason that a decision can have. leave it out: a run says it while"
                + " it looks for the two records of a person, and a test begins with both; the"
                + " report of a run and `explain` tell it",
            "`FIRST_TOUCH_CHANGED` is no finding that a decision can have. leave it out: a run finds"
                + " it in what it keeps and in the fields' histories, and it decides nothing; the"
                + " report of a run and `explain` tell it",
            "`UNAUTHORISED_CHANGE` is no finding that a decision can have. leave it out: a run finds"
                + " it in what it keeps and in the fields' histories, and it decides nothing; the"
                + " report of a run and `explain` tell it");
  }

  @Test
  void aLabelThatTheFileNoLongerHasStandsForWhatItIsNow() throws IOException {
    var changed = MappingFile.load(Path.of("../mappings/src/test/resources/good/changed.yaml"));
    var trial = new Trial(changed.mapping().orElseThrow());
    var file =
        Files.writeString(
            folder.resolve("cases.yaml"),
            """
            - name: a renamed label is the new one
              given: { base: { lead-stage: { formerly: sql } } }
              expect: { label: sales-qualified, reason: AGREED }
            - name: who holds the old word gets the new one once somebody approved
              given: { base: sales-qualified, salesforce: { lead-stage: SQL }, memory: { mapping: approved } }
              expect: { salesforce: { lead-stage: sales-qualified }, reason: REWORDED }
            """);
    List<Tried> tried = new ArrayList<>();
    assertThat(CasesFile.read(file, changed.mapping().get(), e -> tried.add(trial.put(e))))
        .isEmpty();
    assertThat(tried).hasSize(2).allMatch(Tried::passed);
  }

  @Test
  void aRefusalHoldsUntilTheOrderOfThePortalIsAnotherOne() throws IOException {
    var given = "{ base: lead, salesforce: { lead-stage: mrl }, memory: { refused: %s } }";
    assertThat(differences(given.formatted("true"), "{ reason: REFUSED_BY_TARGET }")).isEmpty();
    assertThat(
            differences(
                given.formatted("{ order: changed }"),
                "{ hubspot: { lead-stage: mrl }, reason: MOVED }"))
        .isEmpty();
    assertThat(
            differences(
                given.formatted("{ hubspot: blank }"),
                "{ hubspot: { lead-stage: mrl }, reason: MOVED }"))
        .isEmpty();
  }

  @Test
  void aBaseOfAnotherFileIsReadAgainInTodaysWords() throws IOException {
    var given =
        "{ base: { label: lead, salesforce: Marketing ready lead, hubspot: \"118233441\"%s },"
            + " salesforce: { lead-stage: mrl }, hubspot: { lead-stage: lead } }";
    var expect = "{ hubspot: { lead-stage: mrl }, reason: %s }";
    assertThat(differences(given.formatted(""), expect.formatted("MOVED")))
        .as("Salesforce moved from lead to mrl")
        .isEmpty();
    assertThat(differences(given.formatted(", mapping: changed"), expect.formatted("CORRECTED")))
        .as("both said mrl, and HubSpot went back")
        .isEmpty();
  }

  @Test
  void findingsAreComparedAsAWhole() throws IOException {
    var given =
        "{ salesforce: { record-type: Partner, lead-status: Legal Review }, hubspot: {"
            + " lead-status: IN_PROGRESS } }";
    assertThat(differences(given, "{ findings: VALUE_OUTSIDE_PROCESS }")).isEmpty();
    assertThat(differences(given, "{ findings: none }"))
        .containsExactly("findings: none | VALUE_OUTSIDE_PROCESS");
    assertThat(differences(given, "{ findings: [RULE_WAITS, VALUE_OUTSIDE_PROCESS] }"))
        .containsExactly("findings: RULE_WAITS, VALUE_OUTSIDE_PROCESS | VALUE_OUTSIDE_PROCESS");
    assertThat(differences(given, "nothing")).isEmpty();
  }
}
