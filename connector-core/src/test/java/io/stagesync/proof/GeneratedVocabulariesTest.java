package io.stagesync.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.mapping.yaml.MappingFile;
import io.stagesync.state.jdbc.ReusedStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Mapping files that nobody thought of: every one that is accepted keeps every law when the real
 * engine runs it between two CRMs, with people who edit meanwhile. How many there are is a setting:
 * {@code -Dstagesync.vocabularies=10000}.
 */
class GeneratedVocabulariesTest {
  private static final int VOCABULARIES = Integer.getInteger("stagesync.vocabularies", 100);
  private static final long SEED = Long.getLong("stagesync.seed", 20270215L);

  /** Of every so many the tracks that reach into one another are proven together, too. */
  private static final int TOGETHER = Integer.getInteger("stagesync.together", 10);

  /** Of every so many the file is changed in the end. */
  private static final int CHANGED = 3;

  @TempDir Path folder;

  private final AtomicLong next = new AtomicLong(SEED);
  private final AtomicLong checks = new AtomicLong();
  private final AtomicLong writes = new AtomicLong();
  private final AtomicLong refused = new AtomicLong();
  private final AtomicLong brokeByItself = new AtomicLong();
  private final Map<String, Integer> occasions = new ConcurrentSkipListMap<>();
  private final Queue<String> notSeen = new ConcurrentLinkedQueue<>();

  @Test
  void everyAcceptedFileKeepsEveryLawWhenItIsRun() throws InterruptedException, ExecutionException {
    System.out.println("vocabularies: " + VOCABULARIES + ", seed: " + SEED);
    int workers =
        Integer.getInteger("stagesync.workers", Runtime.getRuntime().availableProcessors());
    var threads = Executors.newFixedThreadPool(workers);
    try {
      List<Future<?>> working = new ArrayList<>();
      for (int worker = 0; worker < workers; worker++) {
        String name = "worker-" + worker;
        Callable<Boolean> work = () -> work(name);
        working.add(threads.submit(work));
      }
      for (Future<?> worker : working) {
        worker.get();
      }
    } finally {
      threads.shutdownNow();
    }
    System.out.println("vocabularies: " + checks + " checks, " + writes + " writes");
    System.out.println(
        "refused by their proof: "
            + refused
            + ", of which broke a law in people's lives: "
            + brokeByItself);
    System.out.println("occasions: " + occasions);
    assertThat(occasions.values()).allMatch(times -> times > 0 || VOCABULARIES < 100);
    assertThat(notSeen).as("refused, and the engine breaks no law").isEmpty();
    assertThat(writes.get()).isGreaterThan(VOCABULARIES * 10L);
    assertThat(checks.get()).isGreaterThan(VOCABULARIES * 50L);
  }

  /** Takes one vocabulary after another, until all are taken or one fails. */
  private boolean work(String name) {
    try (ReusedStore store = new ReusedStore(folder, name)) {
      for (long seed = next.getAndIncrement();
          seed < SEED + VOCABULARIES;
          seed = next.getAndIncrement()) {
        run(seed, store);
      }
      return true;
    } catch (RuntimeException | Error e) {
      next.set(SEED + VOCABULARIES);
      throw e;
    }
  }

  private void run(long seed, ReusedStore store) {
    Draft draft = Generator.draft(seed);
    String text = DraftYaml.of(draft);
    var loaded = MappingFile.parse("generated.yaml", text);
    Mapping mapping =
        loaded.mapping().orElseThrow(() -> new AssertionError(loaded.render() + "\n" + text));
    String story = "seed " + seed + "\n" + text;
    boolean refused = seed % TOGETHER == 0 && refused(draft, mapping, store, story);
    World world = new World(draft, mapping, store.fresh(), seed);
    for (TrackMapping track : mapping.tracks()) {
      OneTrack alone = new OneTrack(mapping, track, world.catalogs()).prove();
      assertThat(alone.counterexamples().map(Counterexample::told)).as(story).isEmpty();
    }
    Lives lives = new Lives(world, seed, story, folder.resolve("plan" + seed + ".db"));
    try {
      lives.live();
    } catch (AssertionError broken) {
      // A file that the proof refuses is one that breaks a law when it is run.
      if (!refused && !refused(draft, mapping, store, story)) {
        throw broken;
      }
      brokeByItself.incrementAndGet();
    }
    if (!refused && seed % CHANGED == 0) {
      new ChangedFile(world, seed)
          .change(folder.resolve("plan" + seed + ".db"))
          .ifPresent(kind -> occasions.merge("labels " + kind, 1, Integer::sum));
    }
    checks.addAndGet(lives.checks());
    writes.addAndGet(lives.writes());
    lives.occasions().forEach((occasion, times) -> occasions.merge(occasion, times, Integer::sum));
  }

  /** A file that the proof refuses is run from where it says that a law breaks. */
  private boolean refused(Draft draft, Mapping mapping, ReusedStore store, String story) {
    Optional<Counterexample> broken = Proof.of(mapping).counterexample();
    broken.ifPresent(
        b -> {
          Map<Law, Boolean> seen = new JointReplay(draft, mapping, store::fresh).seen();
          refused.incrementAndGet();
          System.out.println("refused by its proof, seen " + seen + ": " + b.told() + "\n" + story);
          if (!seen.containsValue(true)) {
            notSeen.add(story.lines().findFirst().orElseThrow());
          }
        });
    return broken.isPresent();
  }
}
