package io.stagesync.mapping.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StandardFileTest {
  @Test
  void theStandardFileLoadsWithoutAWordOfComplaint() {
    var loaded = MappingFile.preset("standard");
    assertThat(loaded.render()).isEmpty();
    assertThat(loaded.mapping()).isPresent();
  }
}
