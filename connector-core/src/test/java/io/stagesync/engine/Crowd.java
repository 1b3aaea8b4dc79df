package io.stagesync.engine;

import static io.stagesync.engine.TestBed.HUBSPOT_STATUSES;
import static io.stagesync.engine.TestBed.LIFECYCLE;
import static io.stagesync.engine.TestBed.LIFECYCLE_STAGES;
import static io.stagesync.engine.TestBed.STAGE;
import static io.stagesync.engine.TestBed.STAGES;
import static io.stagesync.engine.TestBed.STATUS;
import static io.stagesync.engine.TestBed.STATUSES;

import io.stagesync.engine.TestBed.Person;
import io.stagesync.port.InMemoryCrm;
import io.stagesync.port.RecordWrite;
import io.stagesync.state.JournalEntry;
import io.stagesync.vocabulary.Evidence;
import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.RecordId;
import io.stagesync.vocabulary.Side;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * People whose records are edited, converted, deleted and merged by chance, and what became of it
 * all.
 */
final class Crowd {
  private final TestBed bed;
  private final SplittableRandom random;
  private final List<FieldName> fields;
  private final List<Person> people = new ArrayList<>();
  private final Set<RecordId> gone = new TreeSet<>();
  private final Set<RecordId> converted = new TreeSet<>();
  private final Set<RecordId> merged = new TreeSet<>();
  private final Set<String> forbidden = new TreeSet<>();
  private final LostEdits edits;

  /**
   * @param fields those that people edit
   */
  Crowd(TestBed bed, List<FieldName> fields, SplittableRandom random) {
    this.bed = bed;
    this.fields = fields;
    this.random = random;
    this.edits = new LostEdits(bed);
  }

  /** The leads that are converted just now. */
  Set<RecordId> converted() {
    return Set.copyOf(converted);
  }

  /** Six people on both sides. */
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

  /** Somebody does something. */
  void act() {
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
  void meets(InMemoryCrm crm, RecordWrite write) {
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
    if (!gone.contains(id) && !converted.contains(id) && !bed.value(id, field).equals(word)) {
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

  /** Leads that were written after their conversion. */
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
}
