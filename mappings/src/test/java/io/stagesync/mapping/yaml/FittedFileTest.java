package io.stagesync.mapping.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.vocabulary.Catalog;
import io.stagesync.vocabulary.FieldCatalog;
import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.Side;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FittedFileTest {
  private static final String FILE =
      """
      version: 1
      tracks:
        lead-status:
          salesforce: Lead.Status
          hubspot: contact.hs_lead_status
          labels:
            open: { salesforce: [Open, New], hubspot: NEW }   # the first one
            working: { salesforce: Working - Contacted, hubspot: IN_PROGRESS }
            mql: { salesforce: Marketing qualified lead, hubspot: "118" }
            won: { salesforce: { converted-status: any }, hubspot: OPEN_DEAL }
      """;

  @Test
  void aFileThatFitsStaysAsItIs() {
    var fitted =
        fit(
            List.of("Open", "New", "Working - Contacted", "Marketing qualified lead"),
            List.of("NEW", "IN_PROGRESS", "118", "OPEN_DEAL"));
    assertThat(fitted.text()).isEqualTo(FILE);
    assertThat(fitted.suggestions()).isZero();
  }

  @Test
  void aValueOfAnotherSpellingIsSuggestedAndMarked() {
    var fitted =
        fit(
            List.of("Open", "New", "working-contacted", "MQL"),
            List.of("NEW", "IN_PROGRESS", "118", "OPEN_DEAL"));
    assertThat(fitted.text())
        .contains("working: { salesforce: working-contacted, hubspot: IN_PROGRESS }  # suggested: ")
        .contains(
            "mql: { salesforce: MQL, hubspot: \"118\" }  # suggested: Salesforce has this and")
        .contains("# the first one");
    assertThat(fitted.suggestions()).isEqualTo(2);
  }

  @Test
  void aWordThatIsNotThereIsTakenOutOfAListAndNamed() {
    var fitted =
        fit(
            List.of("Open", "Working - Contacted", "Marketing qualified lead"),
            List.of("NEW", "IN_PROGRESS", "118", "OPEN_DEAL"));
    assertThat(fitted.text())
        .contains("open: { salesforce: Open, hubspot: NEW }   # the first one  # suggested: ")
        .contains("Salesforce has no New");
  }

  @Test
  void aWordThatNoNameIsLikeStaysAndIsNamedWithWhatItMayBeCalledNow() {
    var fitted =
        fit(
            List.of("Open", "New", "Working - Contacted", "Nurture: \"cold\""),
            List.of("NEW", "IN_PROGRESS", "118", "OPEN_DEAL"));
    assertThat(fitted.text())
        .contains("salesforce: Marketing qualified lead")
        .contains(
            "Salesforce has no Marketing qualified lead; if it was renamed to \"Nurture:"
                + " \\\"cold\\\"\" (it stands in the same place), write that here; if not, create it"
                + " there, or name another")
        .contains(
            "    # suggested: Salesforce also has \"Nurture: \\\"cold\\\"\"; add it to a label");
  }

  @Test
  void aConvertedStatusIsNeverSuggested() {
    var fitted =
        fit(
            List.of("Open", "New", "Working - Contacted", "MQL", "Closed - Converted"),
            List.of("NEW", "IN_PROGRESS", "118", "OPEN_DEAL"));
    assertThat(fitted.text()).doesNotContain("Closed - Converted");
  }

  @Test
  void everyShippedFileStillLoadsWhateverThePicklistsHave() {
    for (var preset : MappingFile.PRESETS) {
      var text = MappingFile.presetText(preset);
      var mapping = MappingFile.parse(preset, text).mapping().orElseThrow();
      var catalogs =
          Stream.of(Side.values())
              .map(
                  side ->
                      new Catalog(
                          side,
                          mapping.fields(side).stream()
                              .collect(
                                  Collectors.toMap(
                                      f -> f, f -> field(List.of("Lead", "one: # two", "none")))),
                          Set.of()))
              .toList();
      var fitted = FittedFile.of(text, catalogs.get(0), catalogs.get(1));
      assertThat(fitted.suggestions()).as(preset).isPositive();
      assertThat(MappingFile.parse("fitted.yaml", fitted.text()).render()).isEmpty();
    }
  }

  private static FittedFile fit(List<String> salesforce, List<String> hubspot) {
    return FittedFile.of(
        FILE,
        new Catalog(
            Side.SALESFORCE,
            Map.of(new FieldName(Side.SALESFORCE, "Lead", "Status"), field(salesforce)),
            Set.of(new RawValue("Closed - Converted"))),
        new Catalog(
            Side.HUBSPOT,
            Map.of(new FieldName(Side.HUBSPOT, "contact", "hs_lead_status"), field(hubspot)),
            Set.of()));
  }

  private static FieldCatalog field(List<String> values) {
    return new FieldCatalog(
        true, true, true, false, values.stream().map(RawValue::new).toList(), Map.of(), Map.of());
  }
}
