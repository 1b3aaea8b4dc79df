package io.stagesync.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.mapping.ConflictRule;
import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.Places;
import io.stagesync.mapping.RefusedEdits;
import io.stagesync.mapping.yaml.MappingFile;
import io.stagesync.reconcile.TestMappings;
import io.stagesync.reconcile.TrackBuilder;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProofTest {
  static List<String> presets() {
    return MappingFile.PRESETS;
  }

  @ParameterizedTest
  @MethodSource("presets")
  void everyShippedFileKeepsEveryLaw(String preset) {
    Mapping mapping = MappingFile.preset(preset).mapping().orElseThrow();
    Proven proven = Proof.of(mapping);
    assertThat(proven.counterexample().map(Counterexample::told)).isEmpty();
    assertThat(proven.certificate().tracks()).hasSameSizeAs(mapping.tracks());
    assertThat(proven.certificate().checks().get(Law.AT_REST)).isPositive();
  }

  @Test
  void everyBaseAndEveryValueOfBothSidesIsCounted() {
    TrackBuilder track =
        new TrackBuilder("t")
            .salesforce("Lead", "T__c")
            .hubspot("t")
            .conflict(ConflictRule.REVIEW)
            .label("a", "A, A2", "A")
            .label("b", "B", "B")
            .ignores(Side.SALESFORCE, "X");
    Certificate certificate = Proof.of(TestMappings.mapping(track.build())).certificate();
    // No base and two; Salesforce: A A2 B X, blank, unknown, unreadable, gone; HubSpot: A B and the
    // like. A converted lead beside, whose base rests on its evidence or on none.
    long open = 3 * 8 * 6;
    long converted = (1 + 2 * 2) * 8 * 6;
    assertThat(certificate.states()).isEqualTo(open + converted);
    assertThat(certificate.checks().get(Law.CONVERTED_UNWRITTEN)).isEqualTo(converted);
    assertThat(certificate.checks().get(Law.ROUND_TRIP)).isEqualTo(5);
    assertThat(certificate.decided()).isLessThan(certificate.states() / 2);
  }

  @Test
  void aWordThatIsWrittenAndIgnoredIsShownWithItsLabel() {
    TrackBuilder track =
        new TrackBuilder("t")
            .salesforce("Lead", "T__c")
            .hubspot("t")
            .label("a", "A", "a")
            .label("b", "B", "b")
            .ignores(Side.HUBSPOT, "b");
    Counterexample broken =
        Proof.of(TestMappings.mapping(track.build())).counterexample().orElseThrow();
    assertThat(broken.law()).isEqualTo(Law.ROUND_TRIP);
    assertThat(broken.told())
        .contains("In track t HubSpot's word \"b\" is written for b and not read as it.");
    assertThat(Refusal.of(broken, Places.none("m.yaml")).render())
        .startsWith("m.yaml: LAW_BROKEN ")
        .endsWith("help: look at `b`");
  }

  @Test
  void theDecisionsAreTheReconcilersOwn() {
    // The same file with an edit that is corrected: more is written, and it still comes to rest.
    Mapping holds = TestMappings.mapping(TestMappings.stage().build());
    Mapping corrects =
        TestMappings.mapping(TestMappings.stage().refusedEdits(RefusedEdits.CORRECT).build());
    Track stage = TestMappings.STAGE;
    assertThat(Proof.of(holds).counterexample()).isEmpty();
    assertThat(Proof.of(corrects).counterexample()).isEmpty();
    assertThat(Proof.of(corrects).certificate().tracks().get(0).track()).isEqualTo(stage);
  }
}
