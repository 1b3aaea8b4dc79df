package io.stagesync.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.yaml.MappingFile;
import org.junit.jupiter.api.Test;

class GeneratorTest {
  @Test
  void whatIsGeneratedMakesSenseAndMeansWhatTheLoaderReads() {
    for (long seed = 0; seed < 400; seed++) {
      Draft draft = Generator.draft(seed);
      String text = DraftYaml.of(draft);
      var loaded = MappingFile.parse("generated.yaml", text);
      assertThat(loaded.mapping()).as("seed %d%n%s%n%s", seed, loaded.render(), text).isPresent();
      Mapping read = loaded.mapping().orElseThrow();
      Mapping meant = DraftMapping.of(draft);
      for (var track : read.tracks()) {
        assertThat(meant.track(track.track()).fingerprint())
            .as("seed %d, track %s%n%s", seed, track.track(), text)
            .isEqualTo(track.fingerprint());
      }
    }
  }
}
