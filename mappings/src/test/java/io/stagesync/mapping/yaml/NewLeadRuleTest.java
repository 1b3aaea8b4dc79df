package io.stagesync.mapping.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.mapping.FirstLabel;
import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.Track;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The rule that says what the tracks of a new lead begin with. */
class NewLeadRuleTest {
  private static final String RULE =
      "  - { when: { lead: created }, then: { lead-stage: lead, lead-status: open }, only-if: blank"
          + " }\n";

  private final String text;

  NewLeadRuleTest() throws IOException {
    text = Files.readString(Path.of("src/test/resources/good/new-lead.yaml"));
  }

  private static Mapping mapping(String text) {
    var loaded = MappingFile.parse("f.yaml", text);
    assertThat(loaded.render()).isEmpty();
    return loaded.mapping().orElseThrow();
  }

  private static List<String> fingerprints(Mapping mapping) {
    return mapping.tracks().stream().map(TrackMapping::fingerprint).map(f -> f.hex()).toList();
  }

  @Test
  void itIsNoRuleOfATrackThatIsEntered() {
    var mapping = mapping(text);
    assertThat(mapping.rules()).hasSize(1);
    assertThat(mapping.firstLabels())
        .isEqualTo(
            Map.of(
                new Track("lead-stage"), new FirstLabel(new Label("lead"), 22),
                new Track("lead-status"), new FirstLabel(new Label("open"), 22)));
    assertThat(mapping.firstLabel(new Track("region"))).isEmpty();
  }

  @Test
  void itCountsForTheTracksThatItBegins() {
    var with = fingerprints(mapping(text));
    assertThat(text).contains(RULE);
    var without = fingerprints(mapping(text.replace(RULE, "")));
    var another = fingerprints(mapping(text.replace("lead-stage: lead,", "lead-stage: mql,")));
    assertThat(without.get(0)).isNotEqualTo(with.get(0));
    assertThat(without.get(1)).isNotEqualTo(with.get(1));
    assertThat(without.get(2)).isEqualTo(with.get(2));
    assertThat(another.get(0)).isNotEqualTo(with.get(0));
    assertThat(another.get(1)).isEqualTo(with.get(1));
  }
}
