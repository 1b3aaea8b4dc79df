package io.stagesync.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Generated histories: people edit, convert, delete and merge at any moment, also between our reads
 * and writes; answers get lost and processes are killed. Whatever happened, once it is quiet both
 * sides come to rest, no lead was written after its conversion, and no edit vanished without a
 * trace.
 */
class HistoriesTest {
  private static final int HISTORIES = Integer.getInteger("stagesync.histories", 12);
  private static final long SEED = Long.getLong("stagesync.seed", 20261122L);

  @TempDir Path folder;
  private int databases;

  @Test
  void whateverHappensItComesToRestAndNoEditIsLost() {
    System.out.println("histories: " + HISTORIES + ", seed: " + SEED);
    histories(TwoMappings.standard());
  }

  @Test
  void aFileThatSaysEverythingComesToRestToo() {
    System.out.println("rich histories: " + HISTORIES + ", seed: " + SEED);
    histories(TwoMappings.rich());
  }

  @Test
  void aFileThatAsksForReasonsAndSetsEditsBackComesToRestToo() {
    System.out.println("strict histories: " + HISTORIES + ", seed: " + SEED);
    histories(TwoMappings.strict());
  }

  @Test
  void aSeedTellsTheSameStoryEachTime() {
    assertThat(history(SEED, TwoMappings.rich())).isEqualTo(history(SEED, TwoMappings.rich()));
  }

  /** Goes through all of them, so that one run tells every seed that breaks a promise. */
  private void histories(TwoMappings files) {
    var broken = new ArrayList<String>();
    for (long seed = SEED; seed < SEED + HISTORIES; seed++) {
      try {
        history(seed, files);
      } catch (AssertionError | RuntimeException e) {
        System.out.println("seed " + seed + " breaks: " + e);
        broken.add(seed + ": " + e);
      }
    }
    assertThat(broken).isEmpty();
  }

  /** What the journal tells of one of them. */
  private List<String> history(long seed, TwoMappings files) {
    var story = "history of seed " + seed;
    try (var bed = new TestBed(TestStores.create(folder.resolve("h" + databases++ + ".db")))) {
      bed.mapping = files.usual();
      files.fitsInto(bed);
      bed.turns = Optional.of(new TakingTurns(new SplittableRandom(~seed)));
      var life = new Life(bed, files, new SplittableRandom(seed), folder);
      life.crowd.populate();
      for (int step = 0; step < 12; step++) {
        life.step();
      }
      life.quiet();
      life.atRest();
      for (int round = 0; round < 4; round++) {
        bed.sync();
      }
      var last = bed.sync();
      assertThat(last.writes()).as(story + ": writes of a run after rest").isZero();
      assertThat(last.restored()).as(story).isZero();
      assertThat(last.waiting()).as(story + ": nothing waits").isEmpty();
      assertThat(life.crowd.writtenAfterConversion()).as(story).isEmpty();
      assertThat(life.sentToConverted).as(story).isEmpty();
      assertThat(life.crowd.open()).as(story + ": open").isEmpty();
      assertThat(life.crowd.unknown()).as(story + ": not known").isEmpty();
      assertThat(life.crowd.emptiedByUs()).as(story + ": stages that we left empty").isEmpty();
      assertThat(life.crowd.vanished()).as(story + ": edits that vanished").isEmpty();
      assertThat(bed.store.<Boolean>read(s -> s.journal().firstBroken().isEmpty()))
          .as(story)
          .isTrue();
      return life.crowd.story();
    }
  }
}
