package io.stagesync.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.yaml.MappingFile;
import io.stagesync.state.Store;
import io.stagesync.state.jdbc.OpenMode;
import io.stagesync.state.jdbc.Stores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Mapping files that nobody thought of: every one that is accepted keeps every law when the real
 * engine runs it between two CRMs, with people who edit meanwhile. How many there are is a setting:
 * {@code -Dstagesync.vocabularies=10000}.
 */
class GeneratedVocabulariesTest {
  private static final int VOCABULARIES = Integer.getInteger("stagesync.vocabularies", 60);
  private static final long SEED = Long.getLong("stagesync.seed", 20270215L);

  @TempDir Path folder;

  @Test
  void everyAcceptedFileKeepsEveryLawWhenItIsRun() throws IOException {
    System.out.println("vocabularies: " + VOCABULARIES + ", seed: " + SEED);
    Path template = folder.resolve("template.db");
    open(template, OpenMode.CREATE).close();
    long checks = 0;
    long writes = 0;
    for (long seed = SEED; seed < SEED + VOCABULARIES; seed++) {
      Draft draft = Generator.draft(seed);
      String text = DraftYaml.of(draft);
      var loaded = MappingFile.parse("generated.yaml", text);
      Mapping mapping =
          loaded.mapping().orElseThrow(() -> new AssertionError(loaded.render() + "\n" + text));
      String story = "seed " + seed + "\n" + text;
      Proven proven = Proof.of(mapping);
      assertThat(proven.counterexample().map(Counterexample::told)).as(story).isEmpty();
      Path file = folder.resolve("v" + seed + ".db");
      Files.copy(template, file);
      try (Store store = open(file, OpenMode.EXISTING)) {
        Lives lives = new Lives(new World(draft, mapping, store, seed), seed, story);
        lives.live();
        checks += lives.checks();
        writes += lives.writes();
      }
      Files.delete(file);
    }
    System.out.println("vocabularies: " + checks + " checks, " + writes + " writes");
    assertThat(writes).isGreaterThan(VOCABULARIES * 10L);
    assertThat(checks).isGreaterThan(VOCABULARIES * 50L);
  }

  private static Store open(Path file, OpenMode mode) {
    return Stores.open("jdbc:sqlite:" + file, new Properties(), mode, new Random(7));
  }
}
