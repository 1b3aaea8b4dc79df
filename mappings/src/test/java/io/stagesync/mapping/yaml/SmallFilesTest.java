package io.stagesync.mapping.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.stagesync.mapping.Direction;
import io.stagesync.mapping.Limits;
import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.Pairing;
import io.stagesync.mapping.Scope;
import io.stagesync.mapping.Team;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Files that say little, and files that say a thing in another way. */
class SmallFilesTest {
  private static final String STAGE =
      """
      tracks:
        stage:
          salesforce: Lead.Stage__c
          hubspot: contact.lifecyclestage
          labels:
            lead: { rank: 10, salesforce: Lead, hubspot: lead }
            sql: { rank: 20, salesforce: SQL, hubspot: salesqualifiedlead }
      """;

  @Test
  void aFileThatSaysOnlyItsTracksGetsTheDefaults() {
    var mapping = mapping("version: 1\n" + STAGE);
    assertThat(mapping.name()).isEqualTo("small.yaml");
    assertThat(mapping.limits()).isEqualTo(Limits.DEFAULT);
    assertThat(mapping.pairing()).isEqualTo(Pairing.DEFAULT);
    assertThat(mapping.teams())
        .isEqualTo(Map.of(new Team("sales"), Side.SALESFORCE, new Team("marketing"), Side.HUBSPOT));
    assertThat(mapping.scope()).isEmpty();
    assertThat(mapping.rules()).isEmpty();
    assertThat(mapping.conversion()).isEmpty();
  }

  /** 200,000 of them would take minutes if each were read. */
  @Test
  void aTowerOfBracketsIsNotClimbed() {
    for (String brick : List.of("[", "{ a: ", "- ")) {
      var loaded =
          assertTimeoutPreemptively(
              Duration.ofSeconds(10),
              () -> MappingFile.parse("small.yaml", "version:\n  " + brick.repeat(200_000)));
      assertThat(loaded.mapping()).as(brick).isEmpty();
      assertThat(loaded.render()).as(brick).contains("TOO_DEEP").doesNotContain("SYNTAX");
    }
  }

  @Test
  void theScopeMayNameItsTrack() {
    var mapping = mapping("version: 1\npairs: { scope: { not-below: { stage: sql } } }\n" + STAGE);
    assertThat(mapping.scope()).contains(new Scope(new Track("stage"), new Label("sql")));
  }

  @Test
  void theConversionMayNameItsTrack() {
    var mapping = mapping("version: 1\n" + STAGE + "conversion: { track: stage, open: sql }\n");
    assertThat(mapping.conversion().orElseThrow().track()).isEqualTo(new Track("stage"));
  }

  @Test
  void withoutAFieldInSalesforceATrackGoesToHubSpot() {
    var mapping =
        mapping(
            """
            version: 1
            tracks:
              stage:
                salesforce: none
                hubspot: contact.lifecyclestage
                labels: { lead: { hubspot: lead } }
            """);
    var track = mapping.track(new Track("stage"));
    assertThat(track.direction()).isEqualTo(Direction.TO_HUBSPOT);
    assertThat(track.field(Side.SALESFORCE)).isEmpty();
  }

  @Test
  void aDoubtAboutAFieldIsAWarningAndTheFileIsUsed() {
    var text = "version: 1\n" + STAGE.replace("lifecyclestage", "lifecycle_stage");
    var loaded = MappingFile.parse("small.yaml", text);
    assertThat(loaded.mapping()).isPresent();
    assertThat(loaded.render())
        .isEqualTo(
            "small.yaml:5:14: FIELD_LOOKS_MISTYPED warning: `contact.lifecycle_stage` is almost the"
                + " name of a field that every account has\n"
                + "  help: did you mean `contact.lifecyclestage`? If not, all is well");
  }

  @Test
  void anAliasSavesTyping() {
    var text =
        """
        version: 1
        tracks:
          stage:
            salesforce: Lead.Stage__c
            hubspot: contact.lifecyclestage
            labels:
              lead: { rank: 10, salesforce: Lead, hubspot: &word lead }
              sql: { rank: 20, salesforce: *word, hubspot: salesqualifiedlead }
        """;
    assertThat(mapping(text).tracks()).hasSize(1);
  }

  @Test
  void anEmptyListOfChangedLabelsSaysNothingAndIsAccepted() {
    assertThat(mapping("version: 1\n" + STAGE + "changed-labels: []\n").tracks()).hasSize(1);
  }

  private static Mapping mapping(String text) {
    var loaded = MappingFile.parse("small.yaml", text);
    assertThat(loaded.render()).isEmpty();
    return loaded.mapping().orElseThrow();
  }
}
