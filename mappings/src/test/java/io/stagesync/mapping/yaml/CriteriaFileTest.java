package io.stagesync.mapping.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.mapping.Criteria;
import io.stagesync.mapping.Mapping;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.Track;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What other tracks have to show while a person is moved. */
class CriteriaFileTest {
  private static final Track STAGE = new Track("lead-stage");
  private static final Track STATUS = new Track("lead-status");

  private final String text;

  CriteriaFileTest() throws IOException {
    text = Files.readString(Path.of("src/test/resources/good/criteria.yaml"));
  }

  private static Mapping mapping(String text) {
    var loaded = MappingFile.parse("f.yaml", text);
    assertThat(loaded.render()).isEmpty();
    return loaded.mapping().orElseThrow();
  }

  private Criteria of(String label) {
    return mapping(text).track(STAGE).label(new Label(label)).orElseThrow().criteria();
  }

  @Test
  void aLabelOrAListOfThemForEachTrack() {
    var several = List.of(new Label("working"), new Label("qualified"));
    assertThat(of("sql").entry())
        .isEqualTo(Map.of(STATUS, several, new Track("region"), List.of(new Label("emea"))));
    assertThat(of("sql").exit()).isEmpty();
    assertThat(of("mql").exit()).isEqualTo(Map.of(STATUS, several));
    assertThat(of("lead")).isEqualTo(Criteria.NONE);
  }

  @Test
  void criteriaCountForTheirTrackAndTheirOrderDoesNot() {
    var before = mapping(text);
    var turned = mapping(text.replace("[working, qualified]", "[qualified, working]"));
    var less = mapping(text.replace(", region: emea", ""));
    var moved = mapping(text.replace("exit-criteria: {", "entry-criteria: {"));
    assertThat(turned.track(STAGE).fingerprint()).isEqualTo(before.track(STAGE).fingerprint());
    assertThat(less.track(STAGE).fingerprint()).isNotEqualTo(before.track(STAGE).fingerprint());
    assertThat(moved.track(STAGE).fingerprint()).isNotEqualTo(before.track(STAGE).fingerprint());
    assertThat(less.track(STATUS).fingerprint()).isEqualTo(before.track(STATUS).fingerprint());
  }
}
