package io.stagesync.mapping.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.mapping.Attribute;
import io.stagesync.mapping.FieldCondition;
import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.Pilot;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.RecordId;
import io.stagesync.vocabulary.Side;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a file asks to be read beside the fields of its tracks. */
class ReadsTest {
  private static final Path FOLDER = Path.of("src/test/resources/good");

  private static Mapping good(String text) {
    var loaded = MappingFile.parse("m.yaml", text);
    assertThat(loaded.render()).isEmpty();
    return loaded.mapping().orElseThrow();
  }

  private static List<String> fingerprints(Mapping mapping) {
    return mapping.tracks().stream().map(TrackMapping::fingerprint).map(f -> f.hex()).toList();
  }

  @Test
  void anOrgThatNeverConvertsLeadsReadsNoOpportunitiesWhichChangesWhatTheFileMeans()
      throws IOException {
    var text = Files.readString(FOLDER.resolve("never-converted.yaml"));
    var never = good(text);
    assertThat(never.reads().opportunities()).isFalse();
    assertThat(never.conversion()).isEmpty();

    var silent = good(text.replace("conversion: never", ""));
    assertThat(silent.reads().opportunities()).isTrue();
    assertThat(silent.conversion()).isEmpty();
    assertThat(fingerprints(never)).doesNotContainAnyElementsOf(fingerprints(silent));
  }

  @Test
  void aPilotAndAttributesAreReadWithTheRecordsAndWrittenNowhere() {
    var loaded = MappingFile.load(FOLDER.resolve("pilot-and-attributes.yaml"));
    assertThat(loaded.render()).isEmpty();
    var mapping = loaded.mapping().orElseThrow();
    var pilot = mapping.reads().pilot().orElseThrow();
    assertThat(pilot.conditions())
        .containsExactly(
            new FieldCondition(
                lead("Region__c"), Set.of(new RawValue("EMEA"), new RawValue("APAC"))),
            new FieldCondition(lead("In_Pilot__c"), Set.of(new RawValue("true"))));
    assertThat(pilot.hubspotList()).contains("1234");
    assertThat(mapping.scope()).isPresent();
    assertThat(mapping.reads().attributes())
        .containsExactly(
            new Attribute(
                "tsm",
                Attribute.Kind.SEGMENT,
                Map.of(
                    Side.SALESFORCE, lead("Target_Segment__c"),
                    Side.HUBSPOT, contact("target_segment")),
                "Belongs to a target account"),
            new Attribute(
                "lso",
                Attribute.Kind.FIRST_TOUCH,
                Map.of(Side.HUBSPOT, contact("lead_source_originated")),
                ""));
    assertThat(mapping.fields(Side.HUBSPOT)).containsExactly(contact("lifecyclestage"));
    assertThat(mapping.read(Side.HUBSPOT))
        .containsExactly(
            contact("lead_source_originated"),
            contact("lifecyclestage"),
            contact("target_segment"));
    assertThat(mapping.read(Side.SALESFORCE))
        .containsExactly(
            lead("In_Pilot__c"),
            lead("Lead_Stage__c"),
            lead("Region__c"),
            lead("Target_Segment__c"));
  }

  @Test
  void anOrgsOwnFieldMayTellACustomersAccountAndIsNoFieldOfTheLead() {
    var mapping = MappingFile.load(FOLDER.resolve("customers.yaml")).mapping().orElseThrow();
    assertThat(mapping.conversion().flatMap(c -> c.customerAccount()))
        .contains(
            new FieldCondition(
                new FieldName(Side.SALESFORCE, "Account", "Customer_Status__c"),
                Set.of(new RawValue("Active"), new RawValue("In renewal"))));
    assertThat(mapping.read(Side.SALESFORCE)).containsExactly(lead("Lead_Stage__c"));
  }

  @Test
  void anIdOfFifteenCharactersAndItsLongFormAreOne() {
    var people =
        MappingFile.load(FOLDER.resolve("pilot-and-attributes.yaml"))
            .mapping()
            .flatMap(m -> m.reads().pilot())
            .flatMap(Pilot::people)
            .orElseThrow();
    var nobody = new RecordId("1");
    assertThat(people.name(new RecordId("00Q5g00000AbCdEAAX"), nobody)).isTrue();
    assertThat(people.name(new RecordId("00Q5g00000FgHiJAAY"), nobody)).isTrue();
    assertThat(people.name(new RecordId("00Q5g00000abcdeAAX"), nobody)).isFalse();
    assertThat(people.name(new RecordId("00Q5g00000XyZxYAAX"), new RecordId("33451"))).isTrue();
  }

  @Test
  void whoTakesPartChangesWhatTheFileMeansAndAnAttributeDoesNot() throws IOException {
    var text = Files.readString(FOLDER.resolve("pilot-and-attributes.yaml")).replace("ids:", "#");
    var old = fingerprints(good(text));
    assertThat(fingerprints(good(text.replace("[EMEA, APAC]", "[APAC, EMEA]")))).isEqualTo(old);
    assertThat(fingerprints(good(text.replace("kind: segment", "kind: first-touch"))))
        .isEqualTo(old);
    assertThat(fingerprints(good(text.replace("[EMEA, APAC]", "[EMEA]"))))
        .doesNotContainAnyElementsOf(old);
  }

  @Test
  void whoIsNamedInTheFileOfIdsIsPartOfTheMeaning(@TempDir Path folder) throws IOException {
    var text =
        Files.readString(FOLDER.resolve("never-converted.yaml"))
            + "pairs: { scope: { pilot: { ids: people.txt } } }\n";
    var file = Files.writeString(folder.resolve("m.yaml"), text);
    var people = folder.resolve("people.txt");
    Files.writeString(people, "1001\n1002\n");
    var old = fingerprints(MappingFile.load(file).mapping().orElseThrow());
    Files.writeString(people, "# the same two\r\n1002\r\n\r\n1001 # Carla\r\n1001\r\n");
    assertThat(fingerprints(MappingFile.load(file).mapping().orElseThrow())).isEqualTo(old);
    Files.writeString(people, "1001\n1002\n1003\n");
    assertThat(fingerprints(MappingFile.load(file).mapping().orElseThrow())).isNotEqualTo(old);
  }

  private static FieldName lead(String name) {
    return new FieldName(Side.SALESFORCE, "Lead", name);
  }

  private static FieldName contact(String name) {
    return new FieldName(Side.HUBSPOT, "contact", name);
  }
}
