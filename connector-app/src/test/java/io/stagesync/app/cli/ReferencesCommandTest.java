package io.stagesync.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.stagesync.mapping.yaml.MappingFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an admin sees who is about to rename a value. */
class ReferencesCommandTest {
  private static final String PROJECT = "src/test/resources/references/source";

  @TempDir Path folder = Path.of("");

  private Desk desk() throws IOException {
    Files.writeString(folder.resolve("mine.yaml"), MappingFile.presetText("standard"));
    return new Desk(folder);
  }

  @Test
  void everyWordOfAMappingFileIsLookedForWithoutConfigAndStore() throws IOException {
    var desk = desk();
    assertThat(desk.run("drift", "--references", PROJECT, "--mapping", desk.file("mine.yaml")))
        .as(desk.err)
        .isZero();
    int line =
        1
            + (int)
                MappingFile.presetText("standard")
                    .lines()
                    .takeWhile(l -> !l.contains("salesforce: Working - Contacted"))
                    .count();
    assertThat(desk.out)
        .contains("Working - Contacted   (lead-status: working, ", "mine.yaml:" + line + ":21)")
        .containsPattern("SCORE, certain +formula field +\\S+Lead_Score__c.field-meta.xml:6 ")
        .contains("every word of Lead.Lead_Stage__c   (lead-stage)")
        .contains("Named nowhere: Opportunity.")
        .contains("3 of them in a score");
    assertThat(folder.resolve("stagesync.db")).doesNotExist();
  }

  @Test
  void oneWordAloneNeedsNoMappingFile() throws IOException {
    var desk = desk();
    assertThat(desk.run("drift", "--references", PROJECT, "--value", "Working - Contacted"))
        .isZero();
    assertThat(desk.out)
        .contains("Lead_Routing.flow-meta.xml:40")
        .doesNotContain("Closed - Not Converted   ", "certain ");
  }

  @Test
  void aBlankWordIsRefusedBecauseNothingWouldBeLookedFor() throws IOException {
    var desk = desk();
    assertThat(desk.run("drift", "--references", PROJECT, "--value", " "))
        .isEqualTo(ExitCode.FAILED);
    assertThat(desk.err).contains("--value is to be a word of a picklist; this one is blank.");
  }

  @Test
  void programsGetOneObject() throws IOException {
    var desk = desk();
    desk.run("drift", "--references", PROJECT, "--mapping", desk.file("mine.yaml"), "--json");
    assertThat(desk.out.lines()).hasSize(1);
    var json = new ObjectMapper().readTree(desk.out);
    assertThat(json.path("references").size()).isGreaterThan(30);
    assertThat(json.path("references").get(0).path("scoring").asBoolean()).isTrue();
    assertThat(json.path("words").get(0).path("labels").get(0).path("line").asInt()).isPositive();
  }

  @Test
  void aFolderThatIsNotThereAndABadMappingFileSayWhatIsWrong() throws IOException {
    var desk = desk();
    assertThat(desk.run("drift", "--references", desk.file("nowhere"), "--value", "Open"))
        .isEqualTo(ExitCode.FAILED);
    assertThat(desk.err).contains("nowhere cannot be searched: it is no folder");
    desk.write("bad.yaml", "version: 1\ntraks: {}\n");
    assertThat(desk.run("drift", "--references", PROJECT, "--mapping", desk.file("bad.yaml")))
        .isEqualTo(ExitCode.FAILED);
    assertThat(desk.err).contains("bad.yaml:2:1: UNKNOWN_KEY");
  }
}
