package io.stagesync.app.cli;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.stagesync.vocabulary.FieldCatalog;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.RecordType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocsCommandTest {
  @TempDir Path folder = Path.of("");
  private Desk desk = new Desk(folder);

  @BeforeEach
  void sitDown() {
    desk = Desk.ready(folder);
  }

  @Test
  void aDictionaryNeedsNeitherConfigNorStore() throws Exception {
    Files.delete(folder.resolve("stagesync.yaml"));
    Files.delete(folder.resolve("stagesync.db"));
    desk.environment.clear();
    assertThat(desk.run("docs", desk.file("mapping.yaml"))).as(desk.err).isZero();
    assertThat(desk.out).startsWith("# Standard\n").contains("```mermaid\n", "| **mql** | ");
    assertThat(folder.resolve("stagesync.db")).doesNotExist();
  }

  @Test
  void theConfigsOwnMappingIsTakenWhereNoneIsNamed() {
    assertThat(desk.run("docs", "--html")).as(desk.err).isZero();
    assertThat(desk.out).startsWith("<!DOCTYPE html>").contains("<svg ", "Standard");
    assertThat(desk.hubspot.written).isEmpty();
  }

  @Test
  void theNameOfTheFileSaysWhatIsWrittenUnlessAnOptionDoes() {
    assertThat(desk.run("docs", "--out", desk.file("words.html"))).as(desk.err).isZero();
    assertThat(desk.out).isEqualTo("Wrote " + desk.file("words.html") + ".\n");
    assertThat(desk.text("words.html")).startsWith("<!DOCTYPE html>");
    desk.run("docs", "--out", desk.file("words.md"));
    assertThat(desk.text("words.md")).startsWith("# Standard");
    desk.run("docs", "--markdown", "--out", desk.file("words.html"));
    assertThat(desk.text("words.html")).startsWith("# Standard");
    assertThat(folder.toFile().list()).noneMatch(name -> name.endsWith(".part"));
  }

  @Test
  void onePageIsWrittenAtATime() {
    assertThat(desk.run("docs", "--markdown", "--html")).isEqualTo(ExitCode.FAILED);
    assertThat(desk.err).contains("--html", "--markdown").doesNotContain("Exception");
  }

  @Test
  void aProgramGetsOneObject() throws Exception {
    desk.run("docs", "--json");
    var json = new ObjectMapper().readTree(desk.out);
    assertThat(json.path("format").asText()).isEqualTo("markdown");
    assertThat(json.path("page").asText()).startsWith("# Standard");
    desk.run("docs", "--json", "--out", desk.file("w.html"));
    json = new ObjectMapper().readTree(desk.out);
    assertThat(json.path("out").asText()).isEqualTo(desk.file("w.html"));
    assertThat(json.has("page")).isFalse();
  }

  @Test
  void withBothCrmsAskedThePageAlsoHasTheirOwnOrderForEachRecordType() throws Exception {
    offer(
        Map.of(
            "Business", Set.of("Open - Not Contacted", "Working - Contacted"),
            "Partner", Set.of("Working - Contacted", "Open - Not Contacted"),
            "Renewal", Set.of("Closed - Not Converted", "Working - Contacted"),
            "Empty", Set.of()));
    assertThat(desk.run("docs", "--live")).as(desk.err).isZero();
    assertThat(desk.out)
        .contains(
            "### In the order in which people see them\n\n"
                + "- Salesforce, for **Business** and **Partner**: `Open - Not Contacted` (**open**),"
                + " `Working - Contacted` (**working**).\n"
                + "- Salesforce, for **Empty**: nothing.\n"
                + "- Salesforce, for **Renewal**: `Working - Contacted` (**working**), `Closed - Not"
                + " Converted` (**unqualified**).\n"
                + "- HubSpot: `NEW` (**open**), `OPEN` (**open**), ",
            "- Salesforce: `Lead` (**lead**), `Marketing qualified lead` (**mql**), ",
            "`other` (means nothing here).");
    assertThat(desk.hubspot.written).isEmpty();
    assertThat(desk.salesforce.written).isEmpty();
    assertThat(desk.err).doesNotContain("fit");
    desk.run("docs", "--live", "--json");
    var json = new ObjectMapper().readTree(desk.out);
    assertThat(json.path("fields")).hasSize(4);
    desk.run("docs");
    assertThat(desk.out).doesNotContain("In the order in which people see them");
  }

  @Test
  void aWordThatTheFileDoesNotKnowIsShownInItsPlaceAndASideThatDoesNotAnswerIsSaid() {
    desk.salesforce.accepts(
        Map.of(
            Desk.STATUS, Desk.field(false, "Open - Not Contacted", "Nurture"),
            Desk.STAGE, Desk.field(false, "Lead")),
        Set.of());
    assertThat(desk.run("docs", "--live")).as(desk.err).isZero();
    assertThat(desk.out)
        .contains("- Salesforce: `Open - Not Contacted` (**open**), `Nurture` (not in the file).");
    desk.salesforce.lacks(Desk.STAGE);
    assertThat(desk.run("docs", "--live")).isZero();
    assertThat(desk.err).contains("does not fit both CRMs", "`stagesync check --live`");
    desk.environment.remove("SALESFORCE_CLIENT_ID");
    assertThat(desk.run("docs", "--live")).isEqualTo(ExitCode.FAILED);
    assertThat(desk.err).contains("SALESFORCE_CLIENT_ID").doesNotContain("\tat ");
  }

  /** Gives Lead Status a list of its own for each record type. */
  private void offer(Map<String, Set<String>> words) {
    var all = desk.salesforce.catalog(true).field(Desk.STATUS).orElseThrow().values();
    var offered = new HashMap<RecordType, Set<RawValue>>();
    words.forEach(
        (type, some) ->
            offered.put(new RecordType(type), some.stream().map(RawValue::new).collect(toSet())));
    desk.salesforce.offers(
        Desk.STATUS, new FieldCatalog(true, true, true, false, all, offered, Map.of()));
  }

  @Test
  void theMappingFileIsNeverWrittenOver() {
    var before = desk.text("mapping.yaml");
    assertThat(desk.run("docs", "--out", desk.file("mapping.yaml"))).isEqualTo(ExitCode.FAILED);
    assertThat(desk.err).contains("is the mapping file itself", "Nothing was written");
    assertThat(desk.text("mapping.yaml")).isEqualTo(before);
  }

  @Test
  void whatIsNoOrdinaryFileIsNotReplaced() throws Exception {
    Files.createDirectory(folder.resolve("pages"));
    assertThat(desk.run("docs", "--out", desk.file("pages"))).isEqualTo(ExitCode.FAILED);
    assertThat(desk.err).contains("is no ordinary file");
    assertThat(desk.run("docs", "--out", desk.file("none/page.html"))).isEqualTo(ExitCode.FAILED);
    assertThat(desk.err).contains("There is no folder");
    assertThat(desk.run("docs", "--out", "/")).isEqualTo(ExitCode.FAILED);
    assertThat(desk.err).contains("/ is there and is no ordinary file").doesNotContain("null");
    assertThat(desk.run("docs", "--out", "")).isEqualTo(ExitCode.FAILED);
    assertThat(desk.err).contains("No file is named to write to");
  }

  @Test
  void aFileWithErrorsGetsNoDictionary() {
    desk.write("bad.yaml", "version: 1\ntraks: {}\ncolour: blue\n");
    assertThat(desk.run("docs", desk.file("bad.yaml"), "--out", desk.file("bad.html")))
        .isEqualTo(ExitCode.FAILED);
    assertThat(desk.err)
        .contains("bad.yaml:2:1: UNKNOWN_KEY", "bad.yaml:3:1: UNKNOWN_KEY")
        .doesNotContain("Exception");
    assertThat(folder.resolve("bad.html")).doesNotExist();
  }
}
