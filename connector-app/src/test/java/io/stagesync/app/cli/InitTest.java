package io.stagesync.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.stagesync.mapping.yaml.MappingFile;
import io.stagesync.port.InMemoryCrm;
import io.stagesync.vocabulary.FieldCatalog;
import io.stagesync.vocabulary.RawValue;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InitTest {
  @TempDir Path folder;

  @Test
  void everyShippedFileIsOfferedWithThoseWhomItIsFor() {
    var desk = new Desk(folder);
    desk.answers = "6\nUTC\n";
    assertThat(desk.run("init")).as(desk.err).isZero();
    assertThat(desk.err)
        .contains(MappingFile.PRESETS)
        .contains("online shops without a sales team");
    assertThat(desk.text("mapping.yaml")).contains("name: B2C shop");
  }

  @Test
  void theThreeQuestionsMakeAFileThatLoads() {
    var desk = new Desk(folder);
    desk.answers =
        "own\nCustomer, First talk, Lead\nPays\nCalls \"us\"\nFills in a form\n3 2 1\nUTC\n";
    assertThat(desk.run("init")).as(desk.err).isZero();
    var text = desk.text("mapping.yaml");
    assertThat(MappingFile.parse("mapping.yaml", text).render()).isEmpty();
    assertThat(text.indexOf("lead:\n")).isLessThan(text.indexOf("first-talk:"));
    assertThat(text.indexOf("first-talk:")).isLessThan(text.indexOf("customer:\n"));
    assertThat(text)
        .contains("entered-when: \"Calls \\\"us\\\"\"", "hubspot: customer", "won: customer");
    assertThat(text.lines().filter(l -> l.contains("hubspot: \"First talk\"")).findFirst())
        .hasValueSatisfying(l -> assertThat(l).contains("# suggested: "));
  }

  @Test
  void theAnswersCanBeGivenOnTheCommandLine() {
    var desk = new Desk(folder);
    assertThat(
            desk.run(
                "init", "--preset", "own", "--steps", "Lead, MQL", "--events", "A form;The score"))
        .as(desk.err)
        .isZero();
    assertThat(desk.text("mapping.yaml")).contains("mql:", "entered-when: \"The score\"");
    assertThat(desk.run("check", desk.file("mapping.yaml"))).as(desk.out).isZero();
  }

  @Test
  void answersThatMakeNoFileAreNamedTogetherAndNothingIsWritten() {
    var desk = new Desk(folder);
    assertThat(
            desk.run("init", "--preset", "own", "--steps", "Lead, lead, 42", "--events", "a;b;c;d"))
        .isEqualTo(ExitCode.FAILED);
    assertThat(desk.err)
        .contains(
            "\"lead\" is named twice",
            "\"42\" cannot be a step",
            "4 events and only 3 to be entered");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aDraftThatTheLoaderWouldRefuseIsNotWritten() {
    var desk = new Desk(folder);
    for (var steps : List.of("Lead, None", "Campaign Member, Lead", "Le\u202Ead, Any")) {
      assertThat(desk.run("init", "--preset", "own", "--steps", steps)).isEqualTo(ExitCode.FAILED);
      assertThat(desk.err).contains("With these steps the file would be refused: ");
      assertThat(folder).isEmptyDirectory();
    }
    assertThat(desk.err).doesNotContain("\u202E");
    assertThat(desk.run("init", "--preset", "own", "--steps", "x".repeat(61)))
        .isEqualTo(ExitCode.FAILED);
    assertThat(desk.err).contains("is too long for a step");
  }

  @Test
  void anAcceptedOpportunityComesFromTheOpportunityAndAnAttributeIsNoStep() {
    var desk = new Desk(folder);
    assertThat(desk.run("init", "--preset", "own", "--steps", "MQL, TSM, SAO, Opportunity"))
        .isEqualTo(ExitCode.FAILED);
    assertThat(desk.err)
        .contains("\"TSM\" is no step", "\"SAO\" and \"Opportunity\" are one stage by two names");
    assertThat(folder).isEmptyDirectory();
    assertThat(desk.run("init", "--preset", "own", "--steps", "MQL, SAO, Customer"))
        .as(desk.err)
        .isZero();
    assertThat(desk.text("mapping.yaml")).contains("  open: sao\n  won: customer\n");
    assertThat(desk.run("check", desk.file("mapping.yaml"))).as(desk.out).isZero();
  }

  @Test
  void answersForAFileOfOnesOwnAreNotDroppedWhereAShippedOneIsTaken() {
    var desk = new Desk(folder);
    assertThat(desk.run("init", "--steps", "Lead, MQL")).isEqualTo(ExitCode.FAILED);
    assertThat(desk.err).contains("--preset own");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void anUnknownPresetNamesThoseThatThereAre() {
    var desk = new Desk(folder);
    assertThat(desk.run("init", "--preset", "nonsense")).isEqualTo(ExitCode.FAILED);
    assertThat(desk.err).contains("standard", "b2c-shop", "own");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void wordsAreFittedToTheLivePicklistsAndMarked() {
    var desk = new Desk(folder);
    offers(desk, "Open", "working contacted", "Closed - Not Converted", "Nurturing");
    assertThat(desk.run("init")).as(desk.err).isZero();
    assertThat(desk.out).contains("marked `suggested`");
    assertThat(desk.text("mapping.yaml"))
        .contains("salesforce: working contacted  # suggested: ")
        .contains("# suggested: Salesforce also has")
        .contains("Nurturing");
  }

  @Test
  void aFileThatNobodyEditedIsFittedOnceBothCrmsCanBeAskedAndAnEditedOneNever() {
    var desk = new Desk(folder);
    var known = Map.copyOf(desk.environment);
    desk.environment.clear();
    assertThat(desk.run("init")).isZero();
    assertThat(desk.text("mapping.yaml")).isEqualTo(MappingFile.presetText("standard"));
    desk.environment.putAll(known);
    offers(desk, "Open", "Working - Contacted", "Closed - Not Converted");
    assertThat(desk.run("init")).as(desk.err).isZero();
    var fitted = desk.text("mapping.yaml");
    assertThat(fitted).contains("# suggested: ");
    offers(desk, "Something else");
    assertThat(desk.run("init")).isZero();
    assertThat(desk.text("mapping.yaml")).isEqualTo(fitted);
    assertThat(desk.out).contains("Kept ");
  }

  @Test
  void answersThatAMappingFileWhichIsThereMakesUselessAreNotDroppedInSilence() {
    var desk = Desk.ready(folder);
    var before = desk.text("mapping.yaml");
    assertThat(desk.run("init", "--preset", "own", "--steps", "Lead, MQL")).isZero();
    assertThat(desk.text("mapping.yaml")).isEqualTo(before);
    assertThat(desk.out)
        .contains("Kept " + desk.file("mapping.yaml"))
        .contains("so nothing came of --preset own", "move it away and run the same command again");
    assertThat(desk.run("init", "--preset", "standard")).isZero();
    assertThat(desk.out).as("that is what stands there").doesNotContain("nothing came of");
    assertThat(desk.run("init", "--time-zone", "Europe/Paris")).isZero();
    assertThat(desk.out).contains("nothing came of --time-zone");
  }

  @Test
  void aMappingFileThatCannotBeOneIsRefusedAndOneInAFolderIsWrittenThere() {
    var desk = new Desk(folder);
    assertThat(desk.run("init", "--mapping", ".")).isEqualTo(ExitCode.FAILED);
    assertThat(desk.err).contains("--mapping is to name a file, and \".\" is none.");
    assertThat(folder).isEmptyDirectory();
    assertThat(desk.run("init", "--mapping", "none/../words/m.yaml")).as(desk.err).isZero();
    assertThat(folder.resolve("words/m.yaml")).exists();
    assertThat(desk.run("check")).as(desk.out).isZero();
  }

  @Test
  void nobodyIsAskedWhatAFileShouldHoldThatIsThere() {
    var desk = Desk.ready(folder);
    desk.answers = "own\n";
    assertThat(desk.run("init")).as(desk.err).isZero();
    assertThat(desk.err).isEmpty();
    assertThat(desk.out).contains("Kept " + desk.file("mapping.yaml")).doesNotContain("--preset");
  }

  @Test
  void aConfigThatNamesAnotherMappingFileIsNamed() {
    var desk = Desk.ready(folder);
    desk.write(
        "stagesync.yaml",
        desk.text("stagesync.yaml").replace("mapping: mapping.yaml", "mapping: my-mapping.yaml"));
    desk.write("my-mapping.yaml", MappingFile.presetText("outreach"));
    desk.write("mapping.yaml", "");
    assertThat(desk.run("init", "--preset", "b2c-shop")).as(desk.err).isZero();
    assertThat(desk.out)
        .contains("names my-mapping.yaml behind `mapping:`, so no mapping.yaml was written")
        .contains(
            "nothing came of --preset b2c-shop", "name it there and run `stagesync init` again");
    assertThat(desk.text("mapping.yaml")).isEmpty();
  }

  @Test
  void aDraftOfOnesOwnIsFittedToo() {
    var desk = new Desk(folder);
    var known = Map.copyOf(desk.environment);
    desk.environment.clear();
    desk.answers = "own\nLead, MQL, \"Big\" deal\nA form\n\nCalls \\ writes\n\n\n";
    assertThat(desk.run("init")).as(desk.err).isZero();
    var draft = desk.text("mapping.yaml");
    desk.environment.putAll(known);
    assertThat(desk.run("init")).as(desk.err).isZero();
    assertThat(desk.out).contains("Read both CRMs' picklists");
    assertThat(desk.text("mapping.yaml"))
        .isNotEqualTo(draft)
        .contains("salesforce: Marketing qualified lead  # suggested: ")
        .contains("entered-when: \"Calls \\\\ writes\"");
    desk.write("mapping.yaml", draft.replace("Our own stages", "Ours"));
    assertThat(desk.run("init")).isZero();
    assertThat(desk.text("mapping.yaml")).as("edited").contains("name: Ours", "\"MQL\"");
  }

  @Test
  void programsGetOneObject() throws Exception {
    var desk = new Desk(folder);
    desk.environment.remove("HUBSPOT_ACCESS_TOKEN");
    assertThat(desk.run("init", "--json")).isZero();
    assertThat(desk.out.lines()).hasSize(1);
    var json = new ObjectMapper().readTree(desk.out);
    assertThat(json.path("written")).hasSize(3);
    assertThat(json.path("missing").get(0).asText()).contains("no HUBSPOT_ACCESS_TOKEN");
    desk.environment.put("HUBSPOT_ACCESS_TOKEN", "canary-access-token");
    assertThat(desk.run("init", "--json")).isZero();
    json = new ObjectMapper().readTree(desk.out);
    assertThat(json.path("kept").get(1).asText()).isEqualTo(desk.file("mapping.yaml"));
    assertThat(json.path("created").asBoolean()).isTrue();
    assertThat(json.path("store").asText()).contains("stagesync.db");
    assertThat(json.path("notes").toString()).contains("Every word of it is in both CRMs");
  }

  private static void offers(Desk desk, String... statuses) {
    InMemoryCrm salesforce = desk.salesforce;
    var fields = new HashMap<>(salesforce.catalog(false).fields());
    var before = salesforce.catalog(false).field(Desk.STATUS).orElseThrow();
    fields.put(
        Desk.STATUS,
        new FieldCatalog(
            before.writable(),
            before.clearable(),
            before.keepsHistory(),
            before.forwardOnly(),
            Stream.concat(Stream.of(statuses), Stream.of("Closed - Converted"))
                .map(RawValue::new)
                .toList(),
            Map.of(),
            Map.of()));
    salesforce.accepts(fields, Set.of(new RawValue("Closed - Converted")));
  }
}
