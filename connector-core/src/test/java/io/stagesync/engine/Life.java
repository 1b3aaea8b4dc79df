package io.stagesync.engine;

import io.stagesync.engine.RunRequest.Reads;
import io.stagesync.port.InMemoryCrm;
import io.stagesync.port.RecordWrite;
import io.stagesync.port.WriteResult;
import io.stagesync.vocabulary.Side;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * A crowd that acts at any moment, also between our reads and writes; and the runs that go on
 * beside it, with their faults.
 */
final class Life {
  private final TestBed bed;
  private final TwoMappings files;
  private final SplittableRandom random;
  final Crowd crowd;
  final List<String> sentToConverted = new ArrayList<>();
  private final Path folder;
  private int plans;

  /**
   * @param folder for copies of the store
   */
  Life(TestBed bed, TwoMappings files, SplittableRandom random, Path folder) {
    this.bed = bed;
    this.folder = folder;
    var fields =
        Stream.of(Side.values()).flatMap(side -> files.usual().fields(side).stream()).toList();
    this.crowd = new Crowd(bed, fields, random);
    this.files = files;
    this.random = random;
  }

  void step() {
    for (int i = random.nextInt(4); i > 0; i--) {
      crowd.act();
    }
    faults();
    int before = bed.salesforce.offered.size();
    var convertedBefore = crowd.converted();
    try {
      run();
    } catch (Killed e) {
      // A new process goes on with what is stored.
    }
    bed.salesforce.offered.stream()
        .skip(before)
        .filter(w -> convertedBefore.contains(w.id()))
        .forEach(w -> sentToConverted.add(w.toString()));
    quiet();
  }

  /** None, one or several at once. */
  private void faults() {
    boolean several = random.nextInt(4) == 0;
    int fault = random.nextInt(6);
    if (several || fault == 0) {
      editDuringWrites();
    }
    if (fault == 1 || (several && random.nextBoolean())) {
      loseAnAnswer();
    }
    if (fault == 2) {
      killed();
    }
  }

  private void run() {
    switch (random.nextInt(10)) {
      case 0 -> {
        bed.read();
        bed.later(Duration.ofHours(random.nextInt(3)));
        crowd.act();
        push(Side.values()[random.nextInt(2)]);
      }
      case 1 -> applied();
      case 2 -> bed.engine().run(new RunRequest("full", Reads.EVERYTHING, Set.of(Side.values())));
      case 3 -> {
        bed.mapping = bed.mapping == files.usual() ? files.changed() : files.usual();
        bed.sync();
      }
      default -> bed.sync();
    }
  }

  private void push(Side side) {
    bed.engine().run(new RunRequest("push", Reads.NOTHING, Set.of(side)));
  }

  /** A person approves a plan, and somebody edits before it is applied. */
  private void applied() {
    var file = folder.resolve("plan" + plans++ + "-" + bed.hashCode() + ".db");
    bed.later(Duration.ofMinutes(1));
    bed.store.copyTo(file);
    try (Plan plan = bed.engine(TestStores.open(file)).plan()) {
      var rows = new ArrayList<PlanRow>();
      plan.rows(rows::add);
      if (random.nextBoolean()) {
        crowd.act();
      }
      bed.engine().apply(plan.header(), rows.iterator(), true);
    }
  }

  /** Whatever only the changed mapping asks for stays held; with the old one all is said. */
  void atRest() {
    bed.mapping = files.usual();
  }

  private void editDuringWrites() {
    int how = random.nextInt(4);
    for (var crm : List.of(bed.salesforce, bed.hubspot)) {
      if (how == 0) {
        crm.beforeWrite = crowd::act;
      } else if (how != 2) {
        crm.instead =
            write -> {
              crowd.meets(crm, write);
              return null;
            };
      }
      if (how > 1) {
        crm.afterWrite = () -> lastOf(crm).ifPresent(write -> crowd.meets(crm, write));
      }
    }
  }

  private static Optional<RecordWrite> lastOf(InMemoryCrm crm) {
    return crm.written.isEmpty()
        ? Optional.empty()
        : Optional.of(crm.written.get(crm.written.size() - 1));
  }

  private void loseAnAnswer() {
    var crm = random.nextBoolean() ? bed.hubspot : bed.salesforce;
    boolean arrives = random.nextBoolean();
    boolean meets = random.nextInt(3) == 0;
    crm.instead =
        write -> {
          if (meets) {
            crowd.meets(crm, write);
          }
          if (arrives) {
            crm.instead = w -> null;
            crm.write(List.of(write));
          }
          return WriteResult.of(WriteResult.Kind.UNKNOWN);
        };
  }

  private void killed() {
    var crm = random.nextBoolean() ? bed.hubspot : bed.salesforce;
    Runnable kill =
        () -> {
          throw new Killed();
        };
    if (random.nextBoolean()) {
      crm.beforeWrite = kill;
    } else {
      crm.afterWrite = kill;
    }
  }

  void quiet() {
    for (var crm : List.of(bed.salesforce, bed.hubspot)) {
      crm.beforeWrite = () -> {};
      crm.afterWrite = () -> {};
      crm.instead = w -> null;
    }
  }

  private static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
