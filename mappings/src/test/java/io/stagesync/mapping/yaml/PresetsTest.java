package io.stagesync.mapping.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.mapping.LabelMapping;
import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.mapping.Words;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PresetsTest {
  private static final List<String> LIFECYCLE_STAGES =
      List.of(
          "subscriber",
          "lead",
          "marketingqualifiedlead",
          "salesqualifiedlead",
          "opportunity",
          "customer",
          "evangelist",
          "other");
  private static final List<String> LEAD_STATUSES =
      List.of(
          "NEW",
          "OPEN",
          "IN_PROGRESS",
          "OPEN_DEAL",
          "UNQUALIFIED",
          "ATTEMPTED_TO_CONTACT",
          "CONNECTED",
          "BAD_TIMING");

  static List<String> presets() {
    return MappingFile.PRESETS;
  }

  @ParameterizedTest
  @MethodSource("presets")
  void aShippedFileLoadsWithoutAWordOfComplaint(String preset) {
    var loaded = MappingFile.preset(preset);
    assertThat(loaded.render()).isEmpty();
    assertThat(loaded.mapping()).isPresent();
  }

  @ParameterizedTest
  @MethodSource("presets")
  void aShippedFileSaysForWhomItIsAndWhatItExpects(String preset) {
    assertThat(MappingFile.presetText(preset))
        .startsWith("# yaml-language-server: $schema=mapping.schema.json\n# For: ")
        .contains("# It expects:");
    assertThat(MappingFile.presetFor(preset)).hasSizeBetween(20, 200).endsWith(".");
  }

  @ParameterizedTest
  @MethodSource("presets")
  void aShippedFileNamesItsSchemaWhereItLies(String preset) throws IOException {
    var file = Path.of("definitions", preset + ".yaml");
    var first = Files.readAllLines(file).get(0);
    var named = first.replaceFirst("# yaml-language-server: \\$schema=", "");
    assertThat(file.resolveSibling(named)).hasContent(SchemaFile.text());
  }

  @ParameterizedTest
  @MethodSource("presets")
  void everyLabelOfAShippedFileIsExplained(String preset) {
    assertThat(mapping(preset).tracks())
        .flatExtracting(TrackMapping::labels)
        .extracting(LabelMapping::guide)
        .allSatisfy(
            guide -> {
              assertThat(guide.means()).isNotBlank();
              assertThat(guide.enteredWhen()).isNotBlank();
              assertThat(guide.nextAction()).isNotBlank();
            });
  }

  @Test
  void everyFileInTheFolderIsShippedUnderItsName() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("definitions"))) {
      assertThat(files.map(f -> f.getFileName().toString().replace(".yaml", "")))
          .containsExactlyInAnyOrderElementsOf(MappingFile.PRESETS);
    }
  }

  @ParameterizedTest
  @MethodSource("presets")
  void everyDefaultLifecycleStageOfHubSpotIsMappedOrIgnored(String preset) {
    assertThat(spokenOf(mapping(preset), "lead-stage"))
        .containsExactlyInAnyOrderElementsOf(LIFECYCLE_STAGES);
  }

  @Test
  void everyDefaultLeadStatusOfHubSpotIsALabelOfItsOwn() {
    assertThat(spokenOf(mapping("hubspot-defaults"), "lead-status"))
        .containsExactlyInAnyOrderElementsOf(LEAD_STATUSES);
    assertThat(spokenOf(mapping("standard"), "lead-status"))
        .containsExactlyInAnyOrderElementsOf(LEAD_STATUSES);
  }

  @Test
  void whatComesAfterConversionIsNeverWrittenToALead() {
    var status = mapping("outreach").track(new Track("lead-status"));
    assertThat(List.of("customer", "opportunity-lost", "inactive-customer"))
        .extracting(name -> status.label(new Label(name)).orElseThrow().words())
        .allSatisfy(
            words ->
                assertThat(words.getOrDefault(Side.SALESFORCE, Words.none()))
                    .isEqualTo(Words.none()));
  }

  @Test
  void theFiveStagesAreSplitAndNoneIsLost() {
    var mapping = mapping("five-stages");
    assertThat(labels(mapping, "lead-stage"))
        .containsExactly("mql", "sql", "opportunity", "customer");
    assertThat(labels(mapping, "lead-status"))
        .containsExactly("open", "contacted", "meeting-set", "qualified", "unqualified");
  }

  @Test
  void aShopHasNoLeadStatus() {
    assertThat(mapping("b2c-shop").tracks())
        .extracting(t -> t.track().name())
        .containsExactly("lead-stage");
  }

  @Test
  void anOrgWithoutALeadStageTiesTheLifecycleStageToLeadStatusByRules() {
    var mapping = mapping("no-lead-stage");
    assertThat(mapping.track(new Track("lead-stage")).field(Side.SALESFORCE)).isEmpty();
    assertThat(mapping.rules()).hasSize(2);
  }

  private static Mapping mapping(String preset) {
    return MappingFile.preset(preset).mapping().orElseThrow();
  }

  private static List<String> labels(Mapping mapping, String track) {
    return mapping.track(new Track(track)).labels().stream().map(l -> l.label().name()).toList();
  }

  /** HubSpot's raw values that a track maps or ignores. */
  private static Set<String> spokenOf(Mapping mapping, String track) {
    var found = mapping.track(new Track(track));
    var mapped =
        found.labels().stream()
            .flatMap(l -> l.words().getOrDefault(Side.HUBSPOT, Words.none()).values().stream());
    return Stream.concat(mapped, found.ignored().getOrDefault(Side.HUBSPOT, Set.of()).stream())
        .map(RawValue::text)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
