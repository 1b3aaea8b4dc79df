package io.stagesync.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.mapping.LabelMapping;
import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.mapping.yaml.MappingFile;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Names by which people know a label help people, and decide nothing. */
class AliasesTest {
  private static final Track STAGE = new Track("lead-stage");
  private static final String WITHOUT = MappingFile.presetText("standard");
  private static final String WITH =
      WITHOUT.replace(
          "        salesforce: Marketing qualified lead\n",
          "        salesforce: Marketing qualified lead\n        aliases: [Hot lead]\n");

  private static TrackDecision decided(String file, String hubspot) {
    Mapping mapping = MappingFile.parse("m.yaml", file).mapping().orElseThrow();
    PairModel model = new PairModel(mapping, TestMappings.catalogs(mapping));
    model.show(STAGE, Side.SALESFORCE, "Lead").show(STAGE, Side.HUBSPOT, hubspot);
    return Objects.requireNonNull(model.decide().tracks().get(STAGE));
  }

  @Test
  void aValueThatIsTheNameOfALabelIsHeldAsEverAndSaysWhatPeopleMeanByIt() {
    TrackDecision held = decided(WITH, "hot-lead");
    assertThat(held.reason()).isEqualTo(Reason.UNMAPPED_VALUE);
    assertThat(held.writes()).isEmpty();
    assertThat(held.release()).startsWith("People call mql so. Map the value to a label");
    assertThat(decided(WITHOUT, "hot-lead").release()).startsWith("Map the value to a label");
  }

  @Test
  void anAliasIsInNoFingerprint() {
    TrackMapping with = MappingFile.parse("m.yaml", WITH).mapping().orElseThrow().track(STAGE);
    TrackMapping without =
        MappingFile.parse("m.yaml", WITHOUT).mapping().orElseThrow().track(STAGE);
    assertThat(with.labels()).flatMap(l -> l.guide().aliases()).containsExactly("Hot lead");
    assertThat(with.fingerprint()).isEqualTo(without.fingerprint());
    assertThat(with.labels())
        .filteredOn(l -> l.isCalled("HOT_LEAD"))
        .extracting(LabelMapping::label)
        .containsExactly(with.called("hot lead").orElseThrow());
  }
}
