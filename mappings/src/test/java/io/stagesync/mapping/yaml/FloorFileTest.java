package io.stagesync.mapping.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.Scope;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.Track;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A track that rests below a label of another one. */
class FloorFileTest {
  private static final Track STAGE = new Track("lead-stage");
  private static final Track STATUS = new Track("lead-status");

  private final String text;

  FloorFileTest() throws IOException {
    text = Files.readString(Path.of("src/test/resources/good/floor.yaml"));
  }

  private static Mapping mapping(String text) {
    var loaded = MappingFile.parse("f.yaml", text);
    assertThat(loaded.render()).isEmpty();
    return loaded.mapping().orElseThrow();
  }

  @Test
  void theFloorIsALabelOfTheOtherTrack() {
    assertThat(mapping(text).track(STATUS).floor()).contains(new Scope(STAGE, new Label("mql")));
    assertThat(mapping(text).track(STAGE).floor()).isEmpty();
  }

  @Test
  void theFloorCountsForTheTrackThatHasIt() {
    var before = mapping(text);
    var after = mapping(text.replace("not-below: { lead-stage: mql }", "direction: two-way"));
    assertThat(after.track(STATUS).fingerprint()).isNotEqualTo(before.track(STATUS).fingerprint());
    assertThat(after.track(STAGE).fingerprint()).isEqualTo(before.track(STAGE).fingerprint());
  }
}
