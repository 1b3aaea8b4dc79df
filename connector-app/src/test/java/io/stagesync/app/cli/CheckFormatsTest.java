package io.stagesync.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckFormatsTest {
  private static final String BAD =
      """
      version: 1
      name: Bad
      traks: {}
      colour: blue
      tracks: { t: { salesforce: Lead.Status, hubspot: contact.hs_lead_statsu, labels: { a: { salesforce: A, hubspot: A } } } }
      """;

  @TempDir Path folder = Path.of("");
  private Desk desk = new Desk(folder);

  @BeforeEach
  void sitDown() {
    desk = new Desk(folder);
    desk.environment.put("GITHUB_WORKSPACE", folder.toString());
  }

  @Test
  void aPullRequestShowsEachProblemOnItsLine() {
    desk.write("bad.yaml", BAD);
    assertThat(desk.run("check", desk.file("bad.yaml"), "--format", "github"))
        .isEqualTo(ExitCode.FAILED);
    assertThat(desk.out.lines())
        .containsExactly(
            "::error file=bad.yaml,line=3,col=1,title=UNKNOWN_KEY::`traks` is no key here%0Ahelp:"
                + " did you mean `tracks`?",
            "::error file=bad.yaml,line=4,col=1,title=UNKNOWN_KEY::`colour` is no key here%0Ahelp:"
                + known(),
            "::warning file=bad.yaml,line=5,col=50,title=FIELD_LOOKS_MISTYPED::"
                + "`contact.hs_lead_statsu` is almost the name of a field that every account has"
                + "%0Ahelp: did you mean `contact.hs_lead_status`? If not, all is well",
            desk.file("bad.yaml") + ": 2 errors, 1 warning.");
  }

  /** What the loader itself says; the list of keys grows with the language. */
  private String known() {
    desk.run("check", desk.file("bad.yaml"));
    var help = desk.out.lines().filter(line -> line.contains("known here")).findFirst();
    desk.run("check", desk.file("bad.yaml"), "--format", "github");
    return help.orElseThrow().replaceFirst("^  help:", "");
  }

  @Test
  void aFileCannotSmuggleInACommandOfItsOwn() {
    desk.write("100%,a:b.yaml", "version: 1\n\"x%0A::set-output name=a::b\\r\\n::debug::c\": 1\n");
    desk.run("check", desk.file("100%,a:b.yaml"), "--format", "github");
    assertThat(desk.out.lines().filter(line -> line.startsWith("::")))
        .hasSize(2)
        .allMatch(line -> line.startsWith("::error file=100%25%2Ca%3Ab.yaml"))
        .anyMatch(line -> line.contains("`x%250A::set-output name=a::b??::debug::c` is no key"));
  }

  @Test
  void whatATestIsCalledBeginsNoLineOfALog() {
    desk.write(
        "t.yaml",
        "version: 1\ntracks: { t: { salesforce: Lead.A__c, hubspot: contact.a, labels: { a: {"
            + " salesforce: A, hubspot: A } } } }\ntests:\n  - { name: \"x\\n::error::y\", because:"
            + " \"z\\n::error::z\", given: { salesforce: { t: A } }, expect: nothing }\n");
    for (var command : List.of("check", "test")) {
      assertThat(desk.run(command, desk.file("t.yaml"))).isEqualTo(ExitCode.FAILED);
      assertThat(desk.out.lines().filter(line -> line.startsWith("::"))).isEmpty();
      assertThat(desk.out).contains("x ::error::y");
    }
  }

  @Test
  void aProblemOfTheWholeFileIsShownWithoutALine() {
    desk.run("check", desk.file("absent.yaml"), "--format", "github");
    assertThat(desk.out).startsWith("::error file=absent.yaml,title=FILE_UNREADABLE::there is no");
  }

  @Test
  void filesAreNamedFromTheRootOfTheRepositoryAndElsewhereAsTheUserDid() {
    desk.environment.put("GITHUB_WORKSPACE", folder.resolve("other").toString());
    desk.write("bad.yaml", BAD);
    desk.run("check", desk.file("bad.yaml"), "--format", "github");
    assertThat(desk.out).startsWith("::error file=" + desk.file("bad.yaml") + ",line=3");
    desk.environment.put("GITHUB_WORKSPACE", folder + "/../" + folder.getFileName());
    desk.run("check", desk.file("bad.yaml"), "--format", "github");
    assertThat(desk.out).startsWith("::error file=bad.yaml,line=3");
  }

  @Test
  void aGoodFileSaysSoInEveryFormat() throws Exception {
    desk = Desk.ready(folder);
    assertThat(desk.run("check", "--format", "github")).isZero();
    assertThat(desk.out).contains("mapping.yaml is fine").doesNotContain("::");
    assertThat(desk.run("check", "--format", "sarif")).isZero();
    assertThat(new ObjectMapper().readTree(desk.out).at("/runs/0/results")).isEmpty();
    assertThat(desk.run("check", "--format", "json")).isZero();
    var json = desk.out;
    assertThat(desk.run("check", "--json")).isZero();
    assertThat(desk.out).isEqualTo(json).contains("\"errors\":0", "\"tests\":");
    assertThat(desk.run("check", "--json", "--format", "sarif")).isEqualTo(ExitCode.FAILED);
    assertThat(desk.err).contains("--json is --format json; name one of the two.");
  }

  @Test
  void aCodeHostTakesUpEveryProblemWithItsPlace() throws Exception {
    desk.write("bad file.yaml", BAD);
    assertThat(desk.run("check", desk.file("bad file.yaml"), "--format", "sarif"))
        .isEqualTo(ExitCode.FAILED);
    var run = new ObjectMapper().readTree(desk.out).at("/runs/0");
    assertThat(run.at("/tool/driver/rules")).hasSize(2);
    var results = run.at("/results");
    assertThat(results).hasSize(3);
    assertThat(results.at("/0/ruleId").asText()).isEqualTo("UNKNOWN_KEY");
    assertThat(results.at("/0/level").asText()).isEqualTo("error");
    assertThat(results.at("/2/level").asText()).isEqualTo("warning");
    var place = results.at("/0/locations/0/physicalLocation");
    assertThat(place.at("/artifactLocation/uri").asText()).isEqualTo("bad%20file.yaml");
    assertThat(place.at("/region/startLine").asInt()).isEqualTo(3);
    assertThat(results.at("/0/message/text").asText()).contains("did you mean `tracks`?");
  }

  @Test
  void anEditorFindsTheSchemaBesideTheFileThatInitWrote() throws Exception {
    desk = Desk.ready(folder);
    assertThat(desk.text("mapping.yaml"))
        .startsWith("# yaml-language-server: $schema=mapping.schema.json\n");
    var schema = desk.text("mapping.schema.json");
    assertThat(new ObjectMapper().readTree(schema).at("/properties/tracks")).isNotEmpty();
    assertThat(desk.run("check", "--schema")).isZero();
    assertThat(desk.out).isEqualTo(schema);
    desk.write("mapping.schema.json", "{}");
    assertThat(desk.run("init")).isZero();
    assertThat(desk.text("mapping.schema.json")).isEqualTo(schema);
    desk.run("init");
    assertThat(desk.out).doesNotContain("schema");
  }

  @Test
  void strictlyAFileHasToSayWhatPeopleShouldHaveAgreedOn() {
    desk = Desk.ready(folder);
    assertThat(desk.run("check", "-q")).as(desk.out).isZero();
    assertThat(desk.run("check", "--strict", "--format", "github")).as(desk.out).isZero();
    assertThat(desk.out)
        .contains("::warning ")
        .contains("title=UNSAID_OWNER::`mql` does not say who brings people to it%0Ahelp: write")
        .doesNotContain("UNSAID_MEANING");
    desk.write("half.yaml", desk.text("mapping.yaml").replaceAll("(?m)^ *means: .*$", ""));
    assertThat(desk.run("check", "--strict", "--format", "github", desk.file("half.yaml")))
        .isEqualTo(ExitCode.FAILED);
    assertThat(desk.out).contains("title=UNSAID_MEANING::`mql` does not say what it means");
    var owned =
        desk.text("mapping.yaml")
            .replaceAll("(?m)^        rank: .*$", "$0\n        owner: marketing")
            .replaceFirst("(?s)\ntests:.*", "\n"); // they say that sales may move people, too
    desk.write("owned.yaml", owned);
    assertThat(desk.run("check", "--strict", desk.file("owned.yaml"))).as(desk.out).isZero();
    assertThat(desk.out).contains("owned.yaml is fine, leaves nothing unsaid: ");
  }

  @Test
  void aFormatThatDoesNotExistIsRefusedWithTheOnesThatDo() {
    assertThat(desk.run("check", "--format", "junit")).isEqualTo(ExitCode.FAILED);
    assertThat(desk.err).contains("TEXT, JSON, GITHUB, SARIF").doesNotContain("Exception");
  }
}
