package io.stagesync.engine;

import static io.stagesync.engine.PilotTest.REGION;
import static io.stagesync.engine.TestBed.LIFECYCLE;
import static io.stagesync.engine.TestBed.LIFECYCLE_STAGES;
import static io.stagesync.engine.TestBed.STAGE;
import static io.stagesync.engine.TestBed.STAGES;
import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.engine.TestBed.Person;
import io.stagesync.port.InMemoryCrm;
import io.stagesync.port.RecordWrite;
import io.stagesync.port.WriteResult;
import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.RecordId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People who enter and leave a pilot at random (invariant I19). */
class PilotHistoriesTest {
  @TempDir Path folder;

  @Test
  void nobodyOutsideIsEverWrittenInAnyHistory() {
    int histories = Integer.getInteger("pilots", 6);
    long first = Long.getLong("seed", 20261126L);
    System.out.println("pilots: " + histories + ", seed: " + first);
    for (int i = 0; i < histories; i++) {
      try (var bed = new TestBed(TestStores.create(folder.resolve("history" + i + ".db")))) {
        new History(bed, new SplittableRandom(first + i)).run();
      }
    }
  }

  private static final class History {
    private final TestBed bed;
    private final SplittableRandom random;
    private final List<Person> people = new ArrayList<>();
    private final LostEdits edits;

    History(TestBed bed, SplittableRandom random) {
      this.bed = bed;
      this.random = random;
      this.edits = new LostEdits(bed);
      bed.turns = Optional.of(new TakingTurns(random.split()));
      bed.lists.put("7", Set.of());
      PilotTest.addRegions(bed);
      bed.goesOnWith(
          PilotTest.pilot("{ salesforce: { Lead.Region__c: [EMEA] }, hubspot-list: 7 }"));
      for (int i = 0; i < 8; i++) {
        people.add(bed.person("p" + i + "@x.io", "", word(STAGES), "", word(LIFECYCLE_STAGES)));
      }
    }

    void run() {
      for (int round = 0; round < 25; round++) {
        for (int i = 0; i < 4; i++) {
          somebodyDoesSomething();
        }
        int leads = bed.salesforce.offered.size();
        int contacts = bed.hubspot.offered.size();
        underWrites(random.nextInt(3) == 0);
        bed.sync();
        var inside = people.stream().filter(this::isInside).toList();
        assertThat(written(bed.salesforce, leads))
            .isSubsetOf(inside.stream().map(Person::lead).toList());
        assertThat(written(bed.hubspot, contacts))
            .isSubsetOf(inside.stream().map(Person::contact).toList());
      }
      underWrites(false);
      bed.sync();
      bed.sync();
      assertThat(bed.sync().writes()).isZero();
      assertThat(edits.vanished(Set.of())).isEmpty();
      assertThat(bed.store.<Long>read(s -> s.intents().count())).isZero();
    }

    /** Whom we wrote to, but for giving back what a write took while they were inside. */
    private static List<RecordId> written(InMemoryCrm crm, int before) {
      return crm.offered.stream()
          .skip(before)
          .filter(w -> !LostEdits.putsBack(w))
          .map(RecordWrite::id)
          .toList();
    }

    private void somebodyDoesSomething() {
      var p = people.get(random.nextInt(people.size()));
      switch (random.nextInt(5)) {
        case 0 -> bed.edit(p.lead(), REGION, random.nextInt(3) == 0 ? "AMER" : "EMEA");
        case 1 -> {
          var members = new HashSet<>(bed.lists.getOrDefault("7", Set.of()));
          if (!members.remove(p.contact())) {
            members.add(p.contact());
          }
          bed.lists.put("7", Set.copyOf(members));
        }
        default -> somebodyEdits();
      }
    }

    private void somebodyEdits() {
      var p = people.get(random.nextInt(people.size()));
      if (random.nextInt(3) == 0) {
        edits.edit(p.contact(), LIFECYCLE, word(LIFECYCLE_STAGES));
      } else {
        edits.edit(p.lead(), STAGE, word(STAGES));
      }
    }

    private void underWrites(boolean somebodyEdits) {
      bed.salesforce.instead = w -> somebodyEdits ? edited(w.id(), STAGE, STAGES) : null;
      bed.hubspot.instead = w -> somebodyEdits ? edited(w.id(), LIFECYCLE, LIFECYCLE_STAGES) : null;
    }

    private @Nullable WriteResult edited(RecordId id, FieldName field, List<RawValue> words) {
      edits.edit(id, field, word(words));
      return null;
    }

    private boolean isInside(Person p) {
      return bed.value(p.lead(), REGION).equals("EMEA")
          && bed.lists.getOrDefault("7", Set.of()).contains(p.contact());
    }

    private String word(List<RawValue> words) {
      return words.get(random.nextInt(words.size())).text();
    }
  }
}
