package io.stagesync.mapping.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.example.Example;
import io.stagesync.example.Shown;
import io.stagesync.mapping.Diagnostic;
import io.stagesync.mapping.DiagnosticId;
import io.stagesync.mapping.Mapping;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of tests beside a mapping file. */
class CasesFileTest {
  private static final Track STAGE = new Track("lead-stage");
  private static final String IT =
      "name: it, given: { hubspot: { lead-stage: mql } }, expect: nothing";
  private static final String JSON =
      "\"given\": {\"hubspot\": {\"lead-stage\": \"blank\"}}, \"expect\": \"nothing\"}";

  @TempDir Path folder = Path.of("");

  private final Mapping mapping = MappingFile.preset("standard").mapping().orElseThrow();
  private final List<Example> tests = new ArrayList<>();

  private List<Diagnostic> read(String name, String text) throws IOException {
    tests.clear();
    var file = Files.writeString(folder.resolve(name), text);
    return CasesFile.read(file, mapping, tests::add);
  }

  private String problems(String name, String text) throws IOException {
    return read(name, text).stream()
        .map(Diagnostic::render)
        .collect(Collectors.joining("\n"))
        .replace(folder + "/", "");
  }

  @Test
  void aYamlFileIsAListOrAListBehindTests() throws IOException {
    assertThat(problems("a.yaml", "- { " + IT + " }\n")).isEmpty();
    assertThat(tests).hasSize(1);
    assertThat(problems("a.yaml", "# a comment\n---\ntests:\n  - { " + IT + " }\n")).isEmpty();
    assertThat(tests).hasSize(1);
    assertThat(tests.get(0).place().line()).isEqualTo(4);
    assertThat(problems("a.yaml", "tests: []\n")).isEmpty();
    assertThat(tests).isEmpty();
  }

  @Test
  void jsonLinesAreReadWithQuotesThatSayNothing() throws IOException {
    assertThat(
            problems(
                "a.jsonl",
                "{\"name\": \"one\\/two\", "
                    + JSON
                    + "\n\n{\"name\": \"caf\\u00e9 \\ud83d\\ude00\", "
                    + JSON))
        .isEmpty();
    assertThat(tests).extracting(Example::name).containsExactly("one/two", "café \uD83D\uDE00");
    assertThat(tests).extracting(t -> t.place().line()).containsExactly(1, 3);
    assertThat(Objects.requireNonNull(tests.get(0).given().tracks().get(STAGE)).shown())
        .containsEntry(Side.HUBSPOT, Shown.of(Shown.Kind.BLANK));
  }

  @Test
  void anObjectWithAListOfTestsIsReadInJsonToo() throws IOException {
    assertThat(problems("a.json", "{\n\t\"tests\": [\n\t{\"name\": \"one\", " + JSON + "\n]\n}\n"))
        .isEmpty();
    assertThat(tests).hasSize(1);
  }

  @Test
  void aTestThatRunsOverLinesOrEndsWithACommaIsNoJsonLine() throws IOException {
    var help = "write each test on one line, with nothing behind its last `}`; or all of them as a";
    assertThat(problems("a.jsonl", "{\n  \"name\": \"one\",\n  " + JSON + "\n"))
        .startsWith("a.jsonl:1:1: SYNTAX this line is no whole test")
        .contains(help)
        .doesNotContain("a.jsonl:2");
    var line = "{\"name\": \"one\", " + JSON;
    assertThat(problems("a.jsonl", line + ",\r\n\r\n" + line + ",\r\n"))
        .contains("a.jsonl:1:1: SYNTAX", "a.jsonl:3:1: SYNTAX")
        .doesNotContain("YAML");
  }

  @Test
  void anEmptyFileOfTestsIsNotToldToBecomeAMappingFile() throws IOException {
    for (var text : List.of("", "# nothing\n")) {
      assertThat(problems("a.yaml", text)).contains("FILE_EMPTY", "--edge-cases");
    }
  }

  @Test
  void aJsonArrayIsReadToo() throws IOException {
    assertThat(problems("a.json", "[{\"name\": \"one\", " + JSON + "]")).isEmpty();
    assertThat(tests).hasSize(1);
  }

  @Test
  void problemsOfAllLinesAreToldWithTheirPlaces() throws IOException {
    assertThat(
            problems(
                "a.jsonl",
                "{\"name\": \"one\", \"given\": {\"hubspot\": {\"lead-stage\": \"mqll\"}}, \"expect\":"
                    + " \"nothing\"}\n{\"name\": \"two\", "
                    + JSON
                    + "\n{\"name\": \"three\" \"given\": 1}\n[1]\n{\"name\": \"two\", "
                    + JSON))
        .isEqualTo(
            "a.jsonl:1:53: UNKNOWN_WORD `mqll` is no label of `lead-stage` and no word that it"
                + " knows in HubSpot\n"
                + "  help: did you mean `mql`?\n"
                + "a.jsonl:3:18: SYNTAX a `{` is not closed before this, or a comma is missing\n"
                + "  help: close it with `}`, and put a comma between its entries\n"
                + "a.jsonl:4:1: WRONG_TYPE this has to be keys with values\n"
                + "  help: write it like `{ name: ..., given: { salesforce: { lead-status: Qualified }"
                + " }, expect: nothing }`\n"
                + "a.jsonl:5:10: TEST_TWICE another test has this name; it stands in line 2\n"
                + "  help: give it a name of its own");
  }

  @Test
  void whatIsNoListOfTestsIsRefused() throws IOException {
    assertThat(problems("a.yaml", "version: 1\n")).startsWith("a.yaml:1:1: UNKNOWN_KEY");
    assertThat(problems("a.yaml", "tests: { name: one }\n")).startsWith("a.yaml:1:8: WRONG_TYPE");
    assertThat(problems("a.yaml", "hello\n")).startsWith("a.yaml:1:1: WRONG_TYPE");
    assertThat(problems("a.yaml", "# nothing\n")).startsWith("a.yaml: FILE_EMPTY");
    assertThat(problems("a.yaml", "")).startsWith("a.yaml: FILE_EMPTY");
    assertThat(problems("a.yaml", "- { " + IT + " }\n---\n- {}\n")).contains("MANY_DOCUMENTS");
    assertThat(problems("a.yaml", "- !!set { a }\n")).contains("CUSTOM_TAG");
    assertThat(problems("a.yaml", "- { " + IT + ", because: &a [*a] }\n"))
        .contains("RECURSIVE_ALIAS");
    assertThat(problems("a.yaml", "- [ [\n")).contains("SYNTAX");
    assertThat(problems("a.yaml", "- " + "[".repeat(30) + "]".repeat(30))).contains("TOO_DEEP");
    assertThat(problems("a.yaml", "- " + "[".repeat(200_000))).contains("TOO_DEEP");
    assertThat(CasesFile.read(folder, mapping, tests::add))
        .extracting(Diagnostic::id)
        .containsExactly(DiagnosticId.FILE_UNREADABLE);
    assertThat(CasesFile.read(folder.resolve("none"), mapping, tests::add))
        .extracting(Diagnostic::id)
        .containsExactly(DiagnosticId.FILE_UNREADABLE);
  }

  @Test
  void whatIsWrongWithOneTestDoesNotHideWhatIsWrongBelow() throws IOException {
    var wrong = "name: wrong, given: { hubspot: { lead-stage: mqll } }, expect: nothing";
    assertThat(
            problems(
                "a.yaml",
                "- { name: !!str one, given: {}, expect: nothing }\n"
                    + "- { name: two, given: *nobody, expect: nothing }\n"
                    + ("- { name: deep, given: " + "[".repeat(30) + "]".repeat(30))
                    + ", expect: nothing }\n- { name: four, ? [a, b] : 1, !x name: 2 }\n- { "
                    + wrong
                    + " }\n"))
        .contains("a.yaml:1:11: CUSTOM_TAG", "a.yaml:2:23: SYNTAX an alias stands here")
        .contains("a.yaml:3:42: TOO_DEEP", "a.yaml:4:31: CUSTOM_TAG", "a.yaml:5:50: UNKNOWN_WORD")
        .doesNotContain("not looked at");
    assertThat(problems("a.yaml", "version: 1\nnotes: [{ a: b }]\ntests:\n - { " + wrong + " }\n"))
        .contains(
            "a.yaml:1:1: UNKNOWN_KEY", "a.yaml:2:1: UNKNOWN_KEY", "a.yaml:4:51: UNKNOWN_WORD");
    assertThat(problems("a.yaml", "- { " + wrong.replace("wrong", "!y wrong") + " }\n"))
        .contains("a.yaml:1:11: CUSTOM_TAG", "a.yaml:1:53: UNKNOWN_WORD");
    assertThat(problems("a.yaml", "- !x {}\n- *none\n- " + "[".repeat(30) + "]".repeat(30)))
        .contains("a.yaml:1:3: CUSTOM_TAG", "a.yaml:2:3: SYNTAX", "a.yaml:3:22: TOO_DEEP")
        .doesNotContain("no YAML");
    assertThat(read("a.yaml", "- !x {}\n".repeat(5_000))).hasSizeBetween(100, 110);
  }

  @Test
  void aliasesBeyondTheBoundAreToldOnceAndTheTestsWithoutAnyAreStillRead() throws IOException {
    var alias = "- { name: &a x, because: [" + "*a,".repeat(21) + "], expect: nothing }\n";
    assertThat(problems("a.yaml", alias + alias + "- { name: last }\n"))
        .contains("a.yaml:1:87: TOO_MANY_ALIASES", "a.yaml:3:")
        .doesNotContain("a.yaml:2:");
  }

  @Test
  void whereTheRestCannotBeReadThatIsSaid() throws IOException {
    var rest = "what stands below was not looked at";
    assertThat(problems("a.yaml", "- name: one\n\tgiven: {}\n- !x {}\n"))
        .contains("a.yaml:2:1: TAB", rest)
        .doesNotContain("CUSTOM_TAG");
    assertThat(problems("a.json", "[{\"name\": \"one\" \"given\": 1},\n{]\n"))
        .contains("a.json:1:17: SYNTAX", rest);
    assertThat(problems("a.yaml", "- " + "[".repeat(200_000))).contains("TOO_DEEP", rest);
    assertThat(problems("a.jsonl", "{\n\"name\": \"one\",\n" + JSON + "\n"))
        .contains("a.jsonl:1:1: SYNTAX", rest);
    assertThat(problems("a.jsonl", "{\"name\" 1}\n{\"name\" 1}\n"))
        .contains("a.jsonl:1:9: SYNTAX", "a.jsonl:2:9: SYNTAX")
        .doesNotContain(rest);
  }

  @Test
  void aFileFullOfProblemsTellsTheFirstHundred() throws IOException {
    var bad =
        IntStream.range(0, 5_000)
            .mapToObj(
                i -> "- { name: n" + i + ", given: { hubspot: { stage: mql } }, expect: 1 }\n")
            .collect(Collectors.joining());
    var found = read("a.yaml", bad);
    assertThat(found).hasSizeBetween(100, 110);
    assertThat(found.get(0).id()).isEqualTo(DiagnosticId.TOO_MANY_PROBLEMS);
    assertThat(read("a.jsonl", "{]\n".repeat(5_000))).hasSizeBetween(100, 110);
  }

  @Test
  void aJsonLineThatIsTooLargeForOneTestIsNamedWithItsLineBesideOtherProblems() throws IOException {
    var large = "{\"name\": \"" + "x".repeat(SourceText.MOST_BYTES) + "\", " + JSON + "\n";
    var values = "{\"name\": [" + "1,".repeat(YamlReader.MOST_VALUES) + "1], " + JSON + "\n";
    var good = "{\"name\": \"one\", " + JSON + "\n";
    assertThat(problems("a.jsonl", good + large + values + "{\"name\" 1}\n"))
        .contains(
            "a.jsonl:2:1: FILE_TOO_LARGE this line has more than 1048576 characters, which is too"
                + " much for one test\n  help: write each test on a line of its own",
            "a.jsonl:3:40001: FILE_TOO_LARGE this test has more than 20000 keys and values\n"
                + "  help: write each test on a line of its own",
            "a.jsonl:4:")
        .doesNotContain("YAML", "mapping file", "a.jsonl:1");
  }

  @Test
  void aFileOfTooManyTestsIsRefused() throws IOException {
    var many = new StringBuilder();
    for (int i = 0; i <= CasesFile.MOST_TESTS; i++) {
      many.append("- {name: ")
          .append(i)
          .append(", given: {hubspot: {lead-stage: mql}}, expect: nothing}\n");
    }
    assertThat(problems("a.yaml", many.toString()))
        .isEqualTo(
            "a.yaml:100001:3: FILE_TOO_LARGE this is test number 100001; at most 100000 are read"
                + " from a file\n  help: split the file; each part can be read by itself");
  }
}
