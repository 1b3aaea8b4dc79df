package io.stagesync.app.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stagesync.mapping.yaml.MappingFile;
import io.stagesync.proof.Proof;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LargeMappingTest {
  @ParameterizedTest
  @CsvSource({"1, 16", "3, 16", "3, 19", "5, 23", "4, 41", "12, 40"})
  void whateverItsSizeItLoadsWithoutAWarningAndKeepsEveryLaw(int tracks, int labels) {
    var loaded = MappingFile.parse("laws.yaml", new LargeMapping(tracks, labels).text());

    assertThat(loaded.diagnostics()).isEmpty();
    var mapping = loaded.mapping().orElseThrow();
    assertThat(mapping.tracks()).hasSize(tracks).allMatch(t -> t.labels().size() == labels);
    assertThat(mapping.rules()).hasSize(4 * (tracks / 3));
    var proven = Proof.of(mapping);
    assertThat(proven.counterexample()).isEmpty();
    assertThat(proven.certificate().joined())
        .as("no combination of a chain is left out")
        .hasSize(tracks / 3)
        .allMatch(group -> group.leftOut() == 0);
  }

  @ParameterizedTest
  @CsvSource({"75, 16", "30, 40", "1, 1200"})
  void theLargestOnesAreStillReadToo(int tracks, int labels) {
    assertThat(MappingFile.parse("laws.yaml", new LargeMapping(tracks, labels).text()).mapping())
        .isPresent();
  }

  @ParameterizedTest
  @CsvSource({"0, 40", "12, 15", "31, 40", "2000000000, 2000000000"})
  void oneThatIsTooSmallOrTooLargeIsRefused(int tracks, int labels) {
    assertThatThrownBy(() -> new LargeMapping(tracks, labels))
        .hasMessageContaining("16 labels or more");
  }
}
