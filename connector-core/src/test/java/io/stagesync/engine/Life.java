package io.stagesync.engine;

import static io.stagesync.engine.TestBed.HUBSPOT_STATUSES;
import static io.stagesync.engine.TestBed.LIFECYCLE;
import static io.stagesync.engine.TestBed.LIFECYCLE_STAGES;
import static io.stagesync.engine.TestBed.STAGE;
import static io.stagesync.engine.TestBed.STAGES;
import static io.stagesync.engine.TestBed.STATUS;
import static io.stagesync.engine.TestBed.STATUSES;

import io.stagesync.engine.RunRequest.Reads;
import io.stagesync.engine.TestBed.Person;
import io.stagesync.port.InMemoryCrm;
import io.stagesync.port.RecordWrite;
import io.stagesync.port.WriteResult;
import io.stagesync.state.JournalEntry;
import io.stagesync.vocabulary.Evidence;
import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.RecordId;
import io.stagesync.vocabulary.Side;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Stream;

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
  private final List<FieldName> fields;
  private int plans;

  /**
   * @param folder for copies of the store
   */
  Life(TestBed bed, TwoMappings files, SplittableRandom random, Path folder) {
    this.bed = bed;
    this.edits = new LostEdits(bed);
    this.folder = folder;
    this.fields =
        Stream.of(Side.values()).flatMap(side -> files.usual().fields(side).stream()).toList();
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
      default -> {
        var field = fields.get(random.nextInt(fields.size()));
        var id = field.side() == Side.SALESFORCE ? person.lead() : person.contact();
        edit(id, field, anyWord(field));
      }
    }
  }

  private String anyWord(FieldName field) {
    var catalog = crm(field.side()).catalog(true).field(field).orElseThrow();
    return catalog.clearable() ? blankOr(catalog.values()) : word(catalog.values());
  }

  private InMemoryCrm crm(Side side) {
    return side == Side.SALESFORCE ? bed.salesforce : bed.hubspot;
  }

  /** Something that meets this very write: just before it, or just after it was carried out. */
  private void meets(InMemoryCrm crm, RecordWrite write) {
    var written = List.copyOf(new TreeSet<>(write.fields().keySet()));
    var field = written.get(random.nextInt(written.size()));
    switch (random.nextInt(12)) {
      case 0 -> people.stream().filter(p -> p.lead().equals(write.id())).forEach(this::convert);
      case 1 ->
          people.stream()
              .filter(p -> p.lead().equals(write.id()) || p.contact().equals(write.id()))
              .limit(1)
              .forEach(this::merge);
      case 2 -> delete(write.id());
      case 3, 4, 5 -> backAgain(crm, write.id(), field);
      case 6 -> edit(write.id(), field, field.equals(STATUS) ? word(STATUSES) : "");
      case 7 -> act();
      default -> edit(write.id(), field, anyWord(field));
    }
  }

  /** Somebody sets a field to what it once was. */
  private void backAgain(InMemoryCrm crm, RecordId id, FieldName field) {
    var once =
        crm.history(List.of(id), Instant.EPOCH).getOrDefault(id, List.of()).stream()
            .filter(c -> c.field().equals(field))
            .flatMap(c -> c.to().value().stream())
            .toList();
    if (!once.isEmpty()) {
      edit(id, field, word(once));
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
    int how = random.nextInt(4);
    for (var crm : List.of(bed.salesforce, bed.hubspot)) {
      if (how == 0) {
        crm.beforeWrite = this::act;
      } else if (how != 2) {
        crm.instead =
            write -> {
              meets(crm, write);
              return null;
            };
      }
      if (how > 1) {
        crm.afterWrite = () -> lastOf(crm).ifPresent(write -> meets(crm, write));
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
            meets(crm, write);
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

  /** Writes that are begun and not through, though their record is there. */
  List<String> open() {
    return edits.open(gone);
  }

  /** What the store believes wrongly, or decided without a word. */
  List<String> unknown() {
    return Stream.concat(
            Stream.of(Side.values()).flatMap(side -> edits.unseen(side, gone).stream()),
            edits.unexplained().stream())
        .toList();
  }

  /** All that the journal tells. */
  List<String> story() {
    return edits.journal().map(JournalEntry::toString).toList();
  }

  /**
   * No file clears a stage to keep it empty, so a blank of ours is half a step back, unless it puts
   * a person's blank back.
   */
  List<String> emptiedByUs() {
    return bed.hubspot.ids().stream()
        .filter(id -> !gone.contains(id) && bed.emptiedByUs(id))
        .filter(id -> !edits.puttingBackWasLast(id, LIFECYCLE))
        .map(id -> id + edits.told(Side.HUBSPOT, id))
        .toList();
  }

  private static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
