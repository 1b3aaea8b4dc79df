package io.stagesync.mapping.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.TrackMapping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

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
}
