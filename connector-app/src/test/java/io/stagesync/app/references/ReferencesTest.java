package io.stagesync.app.references;

import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.mapping.yaml.MappingFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What counts as a reference in two exported projects, and what does not. */
class ReferencesTest {
  private static final Path FIXTURES = Path.of("src/test/resources/references");
  private static final List<Wanted> WORDS =
      WantedWords.of(MappingFile.preset("standard").mapping().orElseThrow());

  private static List<String> found(String project, Certainty certainty) throws IOException {
    return ProjectFolder.search(FIXTURES.resolve(project), WORDS).found().stream()
        .filter(r -> r.certainty() == certainty)
        .map(ReferencesTest::line)
        .toList();
  }

  private static String line(Reference r) {
    return (r.scoring() ? "SCORE " : "")
        + r.kind()
        + " "
        + r.owner()
        + (r.idle() ? " (switched off)" : "")
        + " "
        + r.file().substring(r.file().lastIndexOf('/') + 1)
        + ":"
        + r.line()
        + " "
        + r.wanted().text();
  }

  @Test
  void aWordWithItsFieldBesideItIsCertainInEveryKindOfMetadata() throws IOException {
    assertThat(found("source", Certainty.CERTAIN))
        .containsExactlyInAnyOrder(
            "SCORE formula field Lead_Score__c Lead_Score__c.field-meta.xml:5 Open - Not Contacted",
            "SCORE formula field Lead_Score__c Lead_Score__c.field-meta.xml:6 Working - Contacted",
            "SCORE workflow rule Raise the score Lead.workflow-meta.xml:20 Working - Contacted",
            "workflow rule Set_Working Lead.workflow-meta.xml:6 Working - Contacted",
            "lead conversion LeadConvertSettings LeadConvertSettings.LeadConvertSettings-meta.xml:6"
                + " every word of Lead.Lead_Stage__c",
            "assignment rule By region Lead.assignmentRules-meta.xml:12 Open - Not Contacted",
            "assignment rule By region Lead.assignmentRules-meta.xml:12 Working - Contacted",
            "assignment rule By product (switched off) Lead.assignmentRules-meta.xml:22 Sales"
                + " qualified lead",
            "Apex class LeadRouter LeadRouter.cls:7 Working - Contacted",
            "Apex class LeadRouter LeadRouter.cls:11 Customer",
            "Apex class LeadRouter LeadRouter.cls:20 Open - Not Contacted",
            "Apex trigger LeadStages LeadStages.trigger:3 Sales qualified lead",
            "flow Lead routing Lead_Routing.flow-meta.xml:15 Customer",
            "flow Lead routing Lead_Routing.flow-meta.xml:40 Working - Contacted",
            "Process Builder process Old lead process (switched off)"
                + " Old_Lead_Process.flow-meta.xml:12 Closed - Not Converted",
            "lead process Partner process Partner process.businessProcess-meta.xml:6 Open - Not"
                + " Contacted",
            "lead process Partner process Partner process.businessProcess-meta.xml:10 Working -"
                + " Contacted",
            "picklist's own values Lead_Stage__c Lead_Stage__c.field-meta.xml:11 Lead",
            "picklist's own values Lead_Stage__c Lead_Stage__c.field-meta.xml:16 Customer",
            "picklist's own values LeadStatus LeadStatus.standardValueSet-meta.xml:5 Open - Not"
                + " Contacted",
            "record type Partner Partner.recordType-meta.xml:10 Customer",
            "validation rule Reason_When_Closed Reason_When_Closed.validationRule-meta.xml:7"
                + " Closed - Not Converted",
            "report Funnel Funnel.report-meta.xml:13 Marketing qualified lead",
            "report Funnel Funnel.report-meta.xml:13 Sales qualified lead",
            "report Funnel Funnel.report-meta.xml:18 Closed - Not Converted");
  }

  @Test
  void aWholeTextWithoutItsFieldIsLikelyAndAPartOfAFilterTellsAWord() throws IOException {
    assertThat(found("source", Certainty.LIKELY))
        .containsExactlyInAnyOrder(
            "Lightning component leadPath leadPath.html:3 Closed - Not Converted",
            "Lightning component leadPath leadPath.js:4 Open - Not Contacted",
            "Lightning component leadPath leadPath.js:4 Working - Contacted",
            "list view Being_Worked Being_Worked.listView-meta.xml:10 Working - Contacted");
  }

  @Test
  void runningTextAndWordsOfAnotherFieldAreNoMoreThanPossible() throws IOException {
    assertThat(found("source", Certainty.POSSIBLE))
        .containsExactlyInAnyOrder(
            "Apex class LeadRouter LeadRouter.cls:1 Working - Contacted",
            "Apex class LeadRouter LeadRouter.cls:8 Closed - Not Converted",
            "Apex class LeadRouter LeadRouter.cls:21 Customer",
            "flow Lead routing Lead_Routing.flow-meta.xml:29 Customer",
            "Lightning component leadPath leadPath.html:2 Working - Contacted",
            "validation rule Reason_When_Closed Reason_When_Closed.validationRule-meta.xml:5"
                + " Closed - Not Converted",
            "report Funnel Funnel.report-meta.xml:6 Working - Contacted");
  }

  @Test
  void theMetadataFormatWithManyPartsInAFileIsReadAsWell() throws IOException {
    assertThat(found("metadata", Certainty.CERTAIN))
        .containsExactlyInAnyOrder(
            "SCORE flow Scoring Scoring.flow:5 Working - Contacted",
            "lead process Default Lead.object:7 Working - Contacted",
            "formula field Is_Hot__c Lead.object:13 Customer",
            "list view Customers Lead.object:22 Customer",
            "validation rule No_Way_Back (switched off) Lead.object:29 Customer");
    assertThat(found("metadata", Certainty.LIKELY))
        .containsExactly("global value set Stages Stages.globalValueSet:4 Sales qualified lead");
  }

  @Test
  void scoresComeFirst() throws IOException {
    var all = ProjectFolder.search(FIXTURES.resolve("source"), WORDS).found();
    assertThat(all.subList(0, 3)).allMatch(Reference::scoring);
    assertThat(all.subList(3, all.size())).noneMatch(Reference::scoring);
  }

  @Test
  void aWordKnowsItsLabelsAndTheirLines() throws IOException {
    var working =
        WORDS.stream()
            .filter(w -> w.text().equals("Working - Contacted"))
            .findFirst()
            .orElseThrow();
    assertThat(working.meanings())
        .singleElement()
        .satisfies(
            meaning -> {
              assertThat(meaning.track()).isEqualTo("lead-status");
              assertThat(meaning.label()).isEqualTo("working");
              assertThat(meaning.place().line()).isPositive();
            });
    assertThat(WORDS).extracting(Wanted::text).doesNotContain("subscriber", "NEW");
  }

  @Test
  void anyWordCanBeLookedForWithoutAMapping() throws IOException {
    var words = WantedWords.of(List.of("Hot", " ", "Inside_Sales"), Optional.empty());
    assertThat(ProjectFolder.search(FIXTURES.resolve("source"), words).found())
        .extracting(ReferencesTest::line)
        .containsExactly("Apex class LeadRouter LeadRouter.cls:12 Hot");
  }
}
