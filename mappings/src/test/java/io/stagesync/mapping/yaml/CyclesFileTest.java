package io.stagesync.mapping.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.mapping.WayBack;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.Track;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Ways by which people enter again. */
class CyclesFileTest {
  private static final Label MRL = new Label("mrl");
  private static final Label MQL = new Label("mql");
  private static final Track STAGE = new Track("lead-stage");

  private final String text;
  private final TrackMapping stage;

  CyclesFileTest() throws IOException {
    text = Files.readString(Path.of("src/test/resources/good/cycles.yaml"));
    stage = mapping(text).track(STAGE);
  }

  private static Mapping mapping(String text) {
    var loaded = MappingFile.parse("f.yaml", text);
    assertThat(loaded.render()).isEmpty();
    return loaded.mapping().orElseThrow();
  }

  @Test
  void aReEntryMayLeadForwardAndIsThenNoWayBack() {
    assertThat(stage.nextCycle(MRL, MQL)).isTrue();
    assertThat(stage.nextCycle(MQL, MRL)).isFalse();
    assertThat(stage.waysBack(MRL, MQL)).isEmpty();
    assertThat(stage.ways(MRL, MQL)).extracting(WayBack::because).containsExactly("Engaged again");
    assertThat(stage.ways(MQL, MRL)).extracting(WayBack::nextCycle).containsExactly(false);
  }

  @Test
  void aTrackWithoutRanksMayHaveReEntriesAndNothingElseThere() {
    var status = mapping(text).track(new Track("lead-status"));
    assertThat(status.nextCycle(new Label("closed"), new Label("open"))).isTrue();
    var back = text.replace("to: open, cycle: next,", "to: open,");
    assertThat(MappingFile.parse("f.yaml", back).render()).contains("NEEDS_RANKS");
  }

  @Test
  void theCycleCountsForTheFingerprint() {
    var without =
        text.replace(
            "from: mrl, to: mql, by: marketing, cycle: next, because: \"Engaged again\"",
            "from: sal, to: mql, by: marketing, because: \"Engaged again\"");
    var named = text.replace("\"Engaged again\"", "\"Came back\"");
    assertThat(mapping(without).track(STAGE).fingerprint()).isNotEqualTo(stage.fingerprint());
    assertThat(mapping(named).track(STAGE).fingerprint()).isEqualTo(stage.fingerprint());
  }
}
