package io.stagesync.engine;

import static io.stagesync.engine.TestBed.HUBSPOT_STATUS;
import static io.stagesync.engine.TestBed.LIFECYCLE;
import static io.stagesync.engine.TestBed.STAGE;
import static io.stagesync.engine.TestBed.STATUS;
import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.engine.TestBed.Person;
import io.stagesync.port.InMemoryCrm;
import io.stagesync.port.RecordWrite;
import io.stagesync.reconcile.Outcome;
import io.stagesync.state.PausedTrack;
import io.stagesync.vocabulary.Catalog;
import io.stagesync.vocabulary.FieldCatalog;
import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Generated histories in which admins change picklists at any moment, and people edit, also under
 * our writes. Whatever they do, nothing is written into a track that is paused but what a write of
 * ours took from somebody before, all others go on, and once the picklists are as they were
 * everything comes to rest and no edit has vanished.
 */
class DriftHistoriesTest {
  private static final int HISTORIES = Integer.getInteger("stagesync.histories", 12);
  private static final long SEED = Long.getLong("stagesync.seed", 20261126L);
  private static final List<FieldName> FIELDS = List.of(STATUS, STAGE, HUBSPOT_STATUS, LIFECYCLE);

  @TempDir Path folder;
  private int pauses;
  private int refusals;
  private int writesBeside;

  @Test
  void nothingIsWrittenIntoAPausedTrackAndAllComesToRestOnceItIsMended() {
    System.out.println("histories of picklists: " + HISTORIES + ", seed: " + SEED);
    for (int i = 0; i < HISTORIES; i++) {
      try (var bed = new TestBed(TestStores.create(folder.resolve("d" + i + ".db")))) {
        new World(bed, new SplittableRandom(SEED + i)).live("seed " + (SEED + i));
      }
    }
    assertThat(pauses).as("runs with a paused track").isPositive();
    assertThat(writesBeside).as("writes beside a paused track").isPositive();
    System.out.println(pauses + " pauses, " + refusals + " refusals, " + writesBeside + " beside");
  }

  private final class World {
    private final TestBed bed;
    private final SplittableRandom random;
    private final List<Person> people = new ArrayList<>();
    private final Map<Side, Catalog> whole = new EnumMap<>(Side.class);
    private final LostEdits edits;

    World(TestBed bed, SplittableRandom random) {
      this.bed = bed;
      this.random = random;
      this.edits = new LostEdits(bed);
      bed.turns = Optional.of(new TakingTurns(random.split()));
      whole.put(Side.SALESFORCE, bed.salesforce.catalog(true));
      whole.put(Side.HUBSPOT, bed.hubspot.catalog(true));
    }

    void live(String story) {
      for (int i = 0; i < 6; i++) {
        people.add(
            bed.person(
                "p" + i + "@x.io", any(STATUS), any(STAGE), any(HUBSPOT_STATUS), any(LIFECYCLE)));
      }
      bed.sync();
      for (int step = 0; step < 15; step++) {
        edits();
        switch (random.nextInt(4)) {
          case 0 -> change(FIELDS.get(random.nextInt(FIELDS.size())));
          case 1 -> mend();
          default -> {}
        }
        underWrites(random.nextInt(3) == 0);
        sync(story + ", step " + step);
      }
      underWrites(false);
      mend();
      for (int round = 0; round < 4; round++) {
        bed.sync();
      }
      var last = bed.sync();
      assertThat(last.writes()).as(story + ": writes of a run after rest").isZero();
      assertThat(last.waiting()).as(story + ": nothing waits").isEmpty();
      assertThat(last.paused()).as(story).isEmpty();
      assertThat(edits.vanished(Set.of())).as(story + ": edits that vanished").isEmpty();
      assertThat(bed.store.<Long>read(s -> s.intents().count())).as(story + ": open").isZero();
      assertThat(last.standing().values())
          .as(story)
          .allSatisfy(
              reasons ->
                  assertThat(reasons.keySet())
                      .noneMatch(
                          r -> r.outcome() == Outcome.PUSHED || r.name().equals("TRACK_PAUSED")));
    }

    private void underWrites(boolean somebodyEdits) {
      for (var crm : List.of(bed.salesforce, bed.hubspot)) {
        crm.instead =
            write -> {
              if (somebodyEdits) {
                var written = List.copyOf(new TreeSet<>(write.fields().keySet()));
                var field = written.get(random.nextInt(written.size()));
                edits.edit(write.id(), field, any(field));
              }
              return null;
            };
      }
    }

    private InMemoryCrm crm(Side side) {
      return side == Side.SALESFORCE ? bed.salesforce : bed.hubspot;
    }

    private String any(FieldName field) {
      var values =
          crm(field.side()).catalog(true).field(field).map(FieldCatalog::values).orElse(List.of());
      return values.isEmpty() ? "" : values.get(random.nextInt(values.size())).text();
    }

    private void edits() {
      for (int i = random.nextInt(4); i > 0; i--) {
        var person = people.get(random.nextInt(people.size()));
        var field = FIELDS.get(random.nextInt(FIELDS.size()));
        var word = any(field);
        if (!word.isEmpty()) {
          edits.edit(
              field.side() == Side.SALESFORCE ? person.lead() : person.contact(), field, word);
        }
      }
    }

    /** An admin renames, removes or closes something. */
    private void change(FieldName field) {
      var crm = crm(field.side());
      var now = crm.catalog(true);
      var fields = new HashMap<>(now.fields());
      var converted = new HashSet<>(now.convertedStatuses());
      var old = now.field(field);
      if (old.isEmpty()) {
        return;
      }
      var values = new ArrayList<>(old.get().values());
      int place = random.nextInt(values.size());
      boolean writable = old.get().writable();
      switch (random.nextInt(5)) {
        case 0 -> values.set(place, new RawValue("Renamed " + random.nextInt(1000)));
        case 1 -> values.remove(place);
        case 2 -> values.add(place, new RawValue("New " + random.nextInt(1000)));
        case 3 -> writable = false;
        default -> converted.add(values.get(place));
      }
      fields.put(
          field,
          new FieldCatalog(
              writable,
              old.get().clearable(),
              old.get().keepsHistory(),
              old.get().forwardOnly(),
              values,
              old.get().offered(),
              old.get().displayLabels()));
      if (random.nextInt(6) == 0) {
        fields.remove(field);
      }
      crm.accepts(fields, field.side() == Side.SALESFORCE ? converted : Set.of());
    }

    private void mend() {
      whole.forEach((side, c) -> crm(side).accepts(c.fields(), c.convertedStatuses()));
    }

    private void sync(String story) {
      int salesforce = bed.salesforce.offered.size();
      int hubspot = bed.hubspot.offered.size();
      try {
        bed.sync();
      } catch (EngineException e) {
        assertThat(e.kind()).as(story).isEqualTo(EngineException.Kind.MISFIT);
        refusals++;
      }
      var paused = bed.store.read(s -> s.vocabularies().paused()).stream().map(PausedTrack::track);
      var closed = new HashSet<FieldName>();
      paused.forEach(track -> closed.addAll(fields(track)));
      var writes =
          Stream.concat(
                  bed.salesforce.offered.stream().skip(salesforce),
                  bed.hubspot.offered.stream().skip(hubspot))
              .filter(w -> !LostEdits.putsBack(w))
              .toList();
      assertThat(writes)
          .as(story)
          .allSatisfy(w -> assertThat(w.fields().keySet()).noneMatch(closed::contains));
      if (!closed.isEmpty()) {
        pauses++;
        writesBeside += (int) writes.stream().mapToLong(this::size).sum();
      }
    }

    private long size(RecordWrite write) {
      return write.fields().size();
    }

    private List<FieldName> fields(Track track) {
      var mapping = bed.mapping.track(track);
      return Stream.of(Side.values()).flatMap(side -> mapping.field(side).stream()).toList();
    }
  }
}
