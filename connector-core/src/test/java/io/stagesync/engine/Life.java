package io.stagesync.engine;

import static io.stagesync.engine.TestBed.HUBSPOT_STATUS;
import static io.stagesync.engine.TestBed.HUBSPOT_STATUSES;
import static io.stagesync.engine.TestBed.LIFECYCLE;
import static io.stagesync.engine.TestBed.LIFECYCLE_STAGES;
import static io.stagesync.engine.TestBed.STAGE;
import static io.stagesync.engine.TestBed.STAGES;
import static io.stagesync.engine.TestBed.STATUS;
import static io.stagesync.engine.TestBed.STATUSES;

import io.stagesync.engine.RunRequest.Reads;
import io.stagesync.engine.TestBed.Person;
import io.stagesync.port.WriteResult;
import io.stagesync.state.JournalEntry;
import io.stagesync.vocabulary.Evidence;
import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.RecordId;
import io.stagesync.vocabulary.Side;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;

/**
 * People who edit, convert, delete and merge at any moment, also between our reads and writes; and
 * the runs that go on beside them.
 */
final class Life {
  private final TestBed bed;
  private final TwoMappings files;
  private final SplittableRandom random;
  private final List<Person> people = new ArrayList<>();
  private final Set<RecordId> gone = new TreeSet<>();
  private final Set<RecordId> converted = new TreeSet<>();
  private final Set<RecordId> merged = new TreeSet<>();
  private final Set<String> forbidden = new TreeSet<>();
  final List<String> sentToConverted = new ArrayList<>();
  private final LostEdits edits;
  private final Path folder;
  private int plans;

  /**
   * @param folder for copies of the store
   */
  Life(TestBed bed, TwoMappings files, SplittableRandom random, Path folder) {
    this.bed = bed;
    this.edits = new LostEdits(bed);
    this.folder = folder;
    this.files = files;
    this.random = random;
  }

  void populate() {
    for (int i = 0; i < 6; i++) {
      people.add(
          bed.person(
              "p" + i + "@x.io",
              word(STATUSES.subList(0, 2)),
              blankOr(STAGES),
              blankOr(HUBSPOT_STATUSES),
              blankOr(LIFECYCLE_STAGES)));
    }
  }

  private String word(List<RawValue> words) {
    return words.get(random.nextInt(words.size())).text();
  }

  private String blankOr(List<RawValue> words) {
    return random.nextInt(5) == 0 ? "" : word(words);
  }

  void step() {
    for (int i = random.nextInt(4); i > 0; i--) {
      act();
    }
    faults();
    int before = bed.salesforce.offered.size();
    var convertedBefore = Set.copyOf(converted);
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
    if (several || fault == 1) {
      loseAnAnswer();
    }
    if (fault == 2) {
      killed();
    }
    if (several || fault == 0) {
      editDuringWrites();
    }
  }

  private void run() {
    switch (random.nextInt(10)) {
      case 0 -> {
        bed.read();
        bed.later(Duration.ofHours(random.nextInt(3)));
        act();
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
        act();
      }
      bed.engine().apply(plan.header(), rows.iterator(), true);
    }
  }

  /** Whatever only the changed mapping asks for stays held; with the old one all is said. */
  void atRest() {
    bed.mapping = files.usual();
  }

  private void act() {
    var person = people.get(random.nextInt(people.size()));
    switch (random.nextInt(16)) {
      case 14 -> merge(person);
      case 15 -> newLead(person);
      case 0 -> convert(person);
      case 1 -> delete(random.nextBoolean() ? person.lead() : person.contact());
      case 2, 3, 4 -> edit(person.lead(), STATUS, word(STATUSES.subList(0, 2)));
      case 5, 6, 7 -> edit(person.lead(), STAGE, blankOr(STAGES));
      case 8, 9, 10 -> edit(person.contact(), HUBSPOT_STATUS, blankOr(HUBSPOT_STATUSES));
      default -> edit(person.contact(), LIFECYCLE, blankOr(LIFECYCLE_STAGES));
    }
  }

  private void edit(RecordId id, FieldName field, String word) {
    if (!gone.contains(id) && !(converted.contains(id)) && !bed.value(id, field).equals(word)) {
      edits.edit(id, field, word);
    }
  }

  private void convert(Person person) {
    if (!gone.contains(person.lead())) {
      var evidence = Evidence.values()[random.nextInt(4)];
      bed.salesforce.convert(person.lead(), evidence);
      if (converted.add(person.lead())) {
        writesBefore(person.lead());
      }
    }
  }

  private void writesBefore(RecordId lead) {
    long before = bed.salesforce.written.stream().filter(w -> w.id().equals(lead)).count();
    forbidden.add(lead + " " + before);
  }

  private void newLead(Person person) {
    if (converted.contains(person.lead()) || gone.contains(person.lead())) {
      var lead =
          bed.salesforce.create(
              "p" + people.indexOf(person) % 6 + "@x.io",
              Map.of(STATUS, STATUSES.get(random.nextInt(2)), STAGE, STAGES.get(0)));
      people.add(new Person(lead, person.contact()));
    }
  }

  private void merge(Person loser) {
    var survivor = people.get(random.nextInt(people.size()));
    boolean leads = random.nextBoolean();
    var from = leads ? loser.lead() : loser.contact();
    var into = leads ? survivor.lead() : survivor.contact();
    boolean may =
        random.nextInt(3) == 0
            && !from.equals(into)
            && !gone.contains(into)
            && !converted.contains(from)
            && !converted.contains(into);
    if (may && gone.add(from)) {
      (leads ? bed.salesforce : bed.hubspot).merge(from, into);
    } else if (!may && gone.contains(from) && !merged.contains(from)) {
      (leads ? bed.salesforce : bed.hubspot).undelete(from);
      gone.remove(from);
    }
    if (may) {
      merged.add(from);
    }
  }

  private void delete(RecordId id) {
    if (random.nextInt(4) == 0 && gone.add(id)) {
      if (id.toString().startsWith("00Q")) {
        bed.salesforce.delete(id);
      } else {
        bed.hubspot.delete(id);
      }
    }
  }

  private void editDuringWrites() {
    bed.hubspot.beforeWrite = this::act;
    bed.salesforce.beforeWrite = this::act;
  }

  private void loseAnAnswer() {
    var crm = random.nextBoolean() ? bed.hubspot : bed.salesforce;
    boolean arrives = random.nextBoolean();
    crm.instead =
        write -> {
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

  List<String> writtenAfterConversion() {
    return forbidden.stream()
        .filter(
            f -> {
              var parts = f.split(" ");
              long now =
                  bed.salesforce.written.stream()
                      .filter(w -> w.id().toString().equals(parts[0]))
                      .count();
              return now > Long.parseLong(parts[1]);
            })
        .toList();
  }

  /** Edits that vanished, with all that is known of them. */
  List<String> vanished() {
    return edits.vanished(gone);
  }

  /** All that the journal tells. */
  List<String> story() {
    return edits.journal().map(JournalEntry::toString).toList();
  }

  /** Nobody clears a stage to keep it empty here, so a blank of ours is half a step back. */
  List<RecordId> emptiedByUs() {
    return bed.hubspot.ids().stream()
        .filter(id -> !gone.contains(id) && bed.emptiedByUs(id))
        .toList();
  }

  private static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
