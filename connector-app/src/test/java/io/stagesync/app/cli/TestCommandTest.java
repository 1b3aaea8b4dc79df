package io.stagesync.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.stagesync.mapping.yaml.MappingFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

/** {@code stagesync test}, at a desk without config and store. */
class TestCommandTest {
  private static final String GOOD =
      "- { name: it moves, given: { base: lead, hubspot: { lead-stage: mql } }, expect: { salesforce:"
          + " { lead-stage: mql } } }\n";
  private static final String WRONG =
      "- { name: \"<it> & \\\"that\\\" ]]>\", because: it was agreed, given: { base: lead,"
          + " hubspot: { lead-stage: mql } }, expect: nothing }\n";

  @TempDir Path folder = Path.of("");
  private Desk desk = new Desk(folder);

  @BeforeEach
  void sitDown() {
    desk = new Desk(folder);
    desk.write("m.yaml", MappingFile.presetText("standard"));
  }

  private int test(String... arguments) {
    var all = new String[arguments.length + 2];
    all[0] = "test";
    all[1] = desk.file("m.yaml");
    System.arraycopy(arguments, 0, all, 2, arguments.length);
    return desk.run(all);
  }

  @Test
  void theTestsOfAFilePassWithoutConfigAndStore() {
    assertThat(test()).as(desk.out + desk.err).isZero();
    assertThat(desk.out).containsPattern("^\\d\\d tests passed\\.\n$");
  }

  @Test
  void theConfigsMappingFileIsTestedWhereNoneIsNamed() {
    assertThat(desk.run("init")).as(desk.err).isZero();
    assertThat(desk.run("test")).as(desk.out + desk.err).isZero();
    assertThat(desk.out).contains("tests passed.");
  }

  @Test
  void aFailureSaysWhatWasGivenWhatWasExpectedWhatCameAndWhy() {
    desk.write("cases.yaml", GOOD + WRONG);
    assertThat(test("--cases", desk.file("cases.yaml"))).isEqualTo(ExitCode.FAILED);
    assertThat(desk.out.replace(folder + "/", ""))
        .startsWith(
            "FAIL  cases.yaml:2  <it> & \"that\" ]]>\n"
                + "      because   it was agreed\n"
                + "      given     lead-stage: Salesforce \"Lead\" (lead), HubSpot"
                + " \"marketingqualifiedlead\" (mql); agreed before on lead\n"
                + "                not spoken of, so not looked at: lead-status\n"
                + "      expected  salesforce lead-stage: untouched\n"
                + "      got       salesforce lead-stage: \"Marketing qualified lead\" (mql)\n"
                + "      why       lead-stage MOVED: HubSpot moved from lead to mql"
                + " (\"marketingqualifiedlead\"); Salesforce still says \"Lead\" and follows.\n\n")
        .contains(" passed, 1 failed.");
  }

  @Test
  void checkRefusesAFileWhoseOwnTestsFailAtTheLineOfEach() throws Exception {
    var file = desk.file("m.yaml");
    int line = (int) desk.text("m.yaml").lines().count() + 1;
    desk.write("m.yaml", desk.text("m.yaml") + WRONG.indent(2) + "  # the end\n");
    assertThat(desk.run("check", file)).isEqualTo(ExitCode.FAILED);
    assertThat(desk.out)
        .contains(
            file
                + ":"
                + line
                + ":5: TEST_FAILED the test \"<it> & \"that\" ]]>\" fails: salesforce lead-stage:"
                + " expected untouched, got \"Marketing qualified lead\" (mql). lead-stage MOVED: ")
        .contains("help: mend the mapping or the test; `stagesync test " + file + "` shows")
        .contains("Proven in ")
        .endsWith(file + ": 1 error, 0 warnings.\n");
    assertThat(desk.run("check", "--json", file)).isEqualTo(ExitCode.FAILED);
    var problem = new ObjectMapper().readTree(desk.out).at("/problems/0");
    assertThat(problem.path("id").asText()).isEqualTo("TEST_FAILED");
    assertThat(problem.path("line").asInt()).isEqualTo(line);
  }

  @Test
  void ofVeryManyFailingTestsTheFirstAreToldAndTheOthersCounted() {
    var text = new StringBuilder(desk.text("m.yaml"));
    for (int i = 0; i < 103; i++) {
      text.append(WRONG.replace("that", "that " + i).indent(2));
    }
    desk.write("m.yaml", text.toString());
    assertThat(desk.run("check", desk.file("m.yaml"))).isEqualTo(ExitCode.FAILED);
    assertThat(desk.out.lines().filter(l -> l.contains("TEST_FAILED"))).hasSize(101);
    assertThat(desk.out).contains(desk.file("m.yaml") + ": TEST_FAILED 3 more tests fail\n");
  }

  @Test
  void resultsForProgramsHoldEveryTest() throws Exception {
    desk.write("cases.yaml", GOOD + WRONG);
    assertThat(test("--cases", desk.file("cases.yaml"), "--json")).isEqualTo(ExitCode.FAILED);
    var json = new ObjectMapper().readTree(desk.out);
    assertThat(json.path("failed").asInt()).isEqualTo(1);
    assertThat(json.path("results")).hasSize(json.path("tests").asInt());
    var last = json.path("results").get(json.path("tests").asInt() - 1);
    assertThat(last.path("passed").asBoolean()).isFalse();
    assertThat(last.path("line").asInt()).isEqualTo(2);
    assertThat(last.at("/differences/0/got").asText()).contains("Marketing qualified lead");
    assertThat(last.at("/why/0").asText()).startsWith("lead-stage MOVED: ");
  }

  @Test
  void junitXmlIsWellFormedWhateverANameHolds() throws Exception {
    desk.write(
        "cases.jsonl",
        "{\"name\": \"<it> & \\\"that\\\" ]]> \\uFFFE\", \"given\": {\"base\":"
            + " \"lead\", \"hubspot\": {\"lead-stage\": \"mql\"}}, \"expect\": \"nothing\"}\n");
    var xml = desk.file("results.xml");
    assertThat(test("--cases", desk.file("cases.jsonl"), "--junit", xml))
        .isEqualTo(ExitCode.FAILED);
    var document =
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(Path.of(xml).toFile());
    assertThat(document.getDocumentElement().getAttribute("failures")).isEqualTo("1");
    var suites = document.getElementsByTagName("testsuite");
    assertThat(suites.getLength()).isEqualTo(2);
    var failed = (Element) document.getElementsByTagName("failure").item(0).getParentNode();
    assertThat(failed.getAttribute("name")).isEqualTo("<it> & \"that\" ]]> \uFFFD");
    assertThat(failed.getAttribute("line")).isEqualTo("1");
    assertThat(failed.getTextContent()).contains("expected salesforce lead-stage: untouched");
  }

  @Test
  void aCodeThatNobodyKnowsIsToldBesideWhatElseIsWrong() {
    desk.write(
        "m.yaml",
        MappingFile.presetText("standard").replace("version: 1", "version: 1\ncolour: red")
            + "  - { name: it moves, given: { base: lead }, expect: { reason: MOVD } }\n");
    for (var command : List.of("test", "check")) {
      assertThat(desk.run(command, desk.file("m.yaml"))).isEqualTo(ExitCode.FAILED);
      assertThat(desk.out)
          .contains("UNKNOWN_KEY `colour`", "`MOVD` is no reason", "did you mean `MOVED`?");
    }
  }

  @Test
  void resultsNeverTakeThePlaceOfWhatWasRead() {
    desk.write("cases.yaml", GOOD);
    for (var read : List.of("m.yaml", "cases.yaml")) {
      var before = desk.text(read);
      assertThat(test("--cases", desk.file("cases.yaml"), "--junit", desk.file(read)))
          .isEqualTo(ExitCode.FAILED);
      assertThat(desk.err).contains("itself. Nothing was written");
      assertThat(desk.text(read)).isEqualTo(before);
    }
  }

  @Test
  void wrongTestsArePutNowhereAndLeaveNoResults() throws Exception {
    desk.write(
        "cases.yaml",
        GOOD
            + "- { name: a, given: { hubspot: { lead-stage: mqll } }, expect: { reason: MOVD } }\n"
            + "- { name: b, given: { hubspot: { lead-stage: mql } }, expect: { reason: MOVD, outcome: gone, findings: NONE } }\n");
    var xml = desk.file("results.xml");
    assertThat(test("--cases", desk.file("cases.yaml"), "--junit", xml)).isEqualTo(ExitCode.FAILED);
    assertThat(desk.out)
        .contains("cases.yaml:2:", "UNKNOWN_WORD", "did you mean `mql`?")
        .contains("`MOVD` is no reason that a decision can have", "did you mean `MOVED`?")
        .contains("`gone` is no outcome", "`NONE` is no finding")
        .contains("No test was put: 5 problems.");
    assertThat(Path.of(xml)).doesNotExist();
    assertThat(test("--cases", desk.file("cases.yaml"), "--json")).isEqualTo(ExitCode.FAILED);
    assertThat(new ObjectMapper().readTree(desk.out).path("problems")).hasSize(5);
  }

  @Test
  void aMistypedCodeIsFoundByCheckToo() {
    desk.write(
        "m.yaml",
        MappingFile.presetText("standard").replace("reason: BACKWARD", "reason: BACKWARDS"));
    assertThat(desk.run("check", desk.file("m.yaml"))).isEqualTo(ExitCode.FAILED);
    assertThat(desk.out).contains("did you mean `BACKWARD`?");
  }

  @Test
  void edgeCasesAreMadeAssertedAndPrintedAsAFileOfTestsToStartFrom() throws Exception {
    assertThat(test("--edge-cases")).as(desk.out).isZero();
    assertThat(desk.out)
        .startsWith("# Edge cases of m.yaml")
        .contains(
            "\n- name: 'lead-stage: HubSpot is gone, never agreed'\n  given: {hubspot: gone}\n")
        .contains("#   holds   a converted lead is never written")
        .doesNotContain("BROKEN");
    desk.write("cases.yaml", desk.out);
    assertThat(test("--cases", desk.file("cases.yaml"))).as(desk.out + desk.err).isZero();
    assertThat(desk.out).contains(" tests passed.");
    assertThat(test("--edge-cases", "--json")).isZero();
    var json = new ObjectMapper().readTree(desk.out);
    assertThat(json.path("cases")).hasSize(json.path("edge-cases").asInt());
    assertThat(json.path("laws").get(0).path("broken").asInt()).isZero();
    var lines = new StringBuilder();
    json.path("cases").forEach(c -> lines.append(c).append('\n'));
    desk.write("cases.jsonl", lines.toString());
    assertThat(test("--cases", desk.file("cases.jsonl"))).as(desk.out + desk.err).isZero();
  }

  @Test
  void aFileWithoutTestsSaysHowToGetSome() {
    desk.write("m.yaml", MappingFile.presetText("standard").split("\ntests:\n", 2)[0]);
    assertThat(test()).isZero();
    assertThat(desk.out).contains("There are no tests.", "--edge-cases");
  }

  @Test
  void onlySomeFailuresAreShownAndAllAreCounted() {
    desk.write("cases.yaml", WRONG + WRONG.replace("<it>", "<too>"));
    assertThat(test("--cases", desk.file("cases.yaml"), "--rows", "1")).isEqualTo(ExitCode.FAILED);
    assertThat(desk.out).containsOnlyOnce("FAIL").contains("... and 1 more failed.", "2 failed.");
  }

  @Test
  void aPlaceThatCannotBeWrittenToIsNamed() {
    assertThat(test("--junit", desk.file("no/such/folder.xml"))).isEqualTo(ExitCode.FAILED);
    assertThat(desk.err).contains("There is no folder").doesNotContain("Exception");
  }

  @Test
  void tenThousandTestsAreDecidedInSeconds() throws Exception {
    var lines = new StringBuilder();
    for (int i = 0; i < 10_000; i++) {
      lines
          .append("{\"name\":\"case ")
          .append(i)
          .append("\",\"given\":{\"base\":\"lead\",")
          .append("\"hubspot\":{\"lead-stage\":\"mql\"}},\"expect\":{\"salesforce\":")
          .append("{\"lead-stage\":\"mql\"},\"reason\":\"MOVED\"}}\n");
    }
    Files.writeString(folder.resolve("cases.jsonl"), lines);
    var code =
        assertTimeout(
            Duration.ofSeconds(90),
            () -> test("--cases", desk.file("cases.jsonl")),
            "some three seconds, on a machine that is not busy with much else");
    assertThat(code).as(desk.out).isZero();
    assertThat(desk.out).containsPattern("10,0\\d\\d tests passed\\.");
  }
}
