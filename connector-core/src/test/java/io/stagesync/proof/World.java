package io.stagesync.proof;

import io.stagesync.engine.ApplyReport;
import io.stagesync.engine.Crms;
import io.stagesync.engine.EmailKey;
import io.stagesync.engine.Engine;
import io.stagesync.engine.Holder;
import io.stagesync.engine.Plan;
import io.stagesync.engine.PlanRow;
import io.stagesync.engine.Progress;
import io.stagesync.engine.RunReport;
import io.stagesync.engine.RunRequest;
import io.stagesync.engine.Surroundings;
import io.stagesync.engine.TakenForProven;
import io.stagesync.engine.TestStores;
import io.stagesync.mapping.Conversion;
import io.stagesync.mapping.FieldCondition;
import io.stagesync.mapping.Limits;
import io.stagesync.mapping.Mapping;
import io.stagesync.port.InMemoryCrm;
import io.stagesync.port.InMemoryLists;
import io.stagesync.proof.Draft.LabelDraft;
import io.stagesync.proof.Draft.TrackDraft;
import io.stagesync.reconcile.Catalogs;
import io.stagesync.state.Store;
import io.stagesync.vocabulary.FieldCatalog;
import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.RecordId;
import io.stagesync.vocabulary.RecordType;
import io.stagesync.vocabulary.Side;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Two CRMs that have the words of a draft and some more, people in both, and the real engine. It
 * runs every mapping, also one that breaks a law: the tests ask the proof themselves.
 */
final class World {
  static final Map<Side, FieldName> SEGMENT =
      Map.of(
          Side.SALESFORCE,
          new FieldName(Side.SALESFORCE, "Lead", "Segment__c"),
          Side.HUBSPOT,
          new FieldName(Side.HUBSPOT, "contact", "segment"));
  static final Map<Side, FieldName> ORIGIN =
      Map.of(Side.HUBSPOT, new FieldName(Side.HUBSPOT, "contact", "origin"));

  /** What the leads of a pilot show, where a file asks for it. */
  static final FieldName PILOT = new FieldName(Side.SALESFORCE, "Lead", "In_Pilot__c");

  static final List<String> PILOT_WORDS = List.of("Yes", "Soon", "No");

  private static final FieldCondition ACCOUNT = Conversion.STOCK_CUSTOMER;

  /** The list that a pilot names. */
  static final String LIST = "77";

  final Draft draft;
  final InMemoryCrm salesforce;
  final InMemoryCrm hubspot;
  final Store store;
  private final Mapping mapping;
  private final Map<Side, Map<FieldName, FieldCatalog>> fields = new EnumMap<>(Side.class);
  private final Set<RecordId> listed = new HashSet<>();
  private Instant now = Instant.parse("2027-02-01T08:00:00Z");

  /** One person's two records. */
  record Person(RecordId lead, RecordId contact, boolean partner) {
    RecordId on(Side side) {
      return side == Side.SALESFORCE ? lead : contact;
    }
  }

  World(Draft draft, Mapping mapping, Store store, long seed) {
    this.draft = draft;
    this.mapping = loosened(draft, mapping);
    this.store = store;
    Random order = new Random(seed);
    for (Side side : Side.values()) {
      Map<FieldName, FieldCatalog> all = new HashMap<>();
      draft.tracks.stream()
          .filter(t -> t.has(side))
          .forEach(t -> all.put(field(t, side), catalog(t, side, order)));
      attributes(side).forEach(attribute -> all.put(attribute, plain(List.of("A"))));
      if (side == Side.SALESFORCE) {
        all.put(PILOT, plain(PILOT_WORDS));
        all.put(ACCOUNT.field(), plain(ACCOUNT.values().stream().map(RawValue::text).toList()));
      }
      fields.put(side, all);
    }
    salesforce = new InMemoryCrm(Side.SALESFORCE, on(Side.SALESFORCE));
    salesforce.accepts(on(Side.SALESFORCE), Set.of(new RawValue(Meanings.CONVERTED)));
    hubspot = new InMemoryCrm(Side.HUBSPOT, on(Side.HUBSPOT));
  }

  private static FieldCatalog plain(List<String> words) {
    return new FieldCatalog(
        true, true, true, false, words.stream().map(RawValue::new).toList(), Map.of(), Map.of());
  }

  /** Whether somebody takes part, by the draft. */
  boolean takesPart(Person person) {
    return draft
        .pilot
        .map(
            p ->
                (p.shows().isEmpty() || p.shows().contains(pilot(person)))
                    && (!p.listed() || listed.contains(person.contact())))
        .orElse(true);
  }

  private String pilot(Person person) {
    return salesforce.value(person.lead(), PILOT).map(RawValue::text).orElse("");
  }

  /** Somebody joins the pilot, or leaves it, as far as one of two things says so. */
  void move(Person person, boolean byList, String shows) {
    if (byList) {
      if (!listed.remove(person.contact())) {
        listed.add(person.contact());
      }
    } else {
      salesforce.edit(person.lead(), PILOT, Optional.of(new RawValue(shows)), Hand.REP.id);
      hubspot.later(Duration.ofSeconds(1)); // or its clock would fall behind
    }
  }

  /** From now on the fields of the tracks accept what these catalogs say. */
  void accept(Catalogs catalogs) {
    for (Side side : Side.values()) {
      on(side).putAll(catalogs.on(side).fields());
      crm(side).accepts(on(side), catalogs.on(side).convertedStatuses());
    }
  }

  private World(World before, Draft draft, Mapping mapping) {
    this.draft = draft;
    this.mapping = loosened(draft, mapping);
    this.store = before.store;
    this.salesforce = before.salesforce;
    this.hubspot = before.hubspot;
    this.fields.putAll(before.fields);
    this.listed.addAll(before.listed);
    this.now = before.now;
  }

  /** The same world under another file, from where it stands now. */
  World under(Draft other, Mapping changed) {
    return new World(this, other, changed);
  }

  private static Mapping loosened(Draft draft, Mapping mapping) {
    return draft.limits.isPresent() ? mapping : mapping.withLimits(new Limits(1_000_000, 100, 100));
  }

  private List<FieldName> attributes(Side side) {
    return draft.attributes
        ? Stream.of(SEGMENT, ORIGIN)
            .flatMap(a -> Optional.ofNullable(a.get(side)).stream())
            .toList()
        : List.of();
  }

  private Map<FieldName, FieldCatalog> on(Side side) {
    return Objects.requireNonNull(fields.get(side));
  }

  static FieldName field(TrackDraft track, Side side) {
    String path = Objects.requireNonNull(track.fields.get(side));
    int dot = path.indexOf('.');
    return new FieldName(side, path.substring(0, dot), path.substring(dot + 1));
  }

  private static FieldCatalog catalog(TrackDraft track, Side side, Random order) {
    boolean status = isStatus(track, side);
    Set<String> words = new LinkedHashSet<>();
    Set<String> offered = new LinkedHashSet<>();
    for (LabelDraft label : track.labels) {
      words.addAll(label.on(side).words());
      if (side == Side.SALESFORCE) {
        words.addAll(label.partner);
        offered.addAll(label.partner.isEmpty() ? label.on(side).words() : label.partner);
      }
    }
    words.addAll(track.ignored.getOrDefault(side, List.of()));
    track.changes.stream().filter(c -> c.side() == side).forEach(c -> words.add(c.was()));
    words.add(Meanings.UNKNOWN);
    if (status) {
      words.add(Meanings.CONVERTED);
    }
    List<String> listed = new ArrayList<>(words);
    boolean forwardOnly = "contact.lifecyclestage".equals(track.fields.get(side));
    if (forwardOnly && order.nextInt(3) == 0) {
      Collections.shuffle(listed, order);
    }
    boolean restricts = side == Side.SALESFORCE && order.nextBoolean();
    return new FieldCatalog(
        true,
        !status,
        true,
        forwardOnly,
        listed.stream().map(RawValue::new).toList(),
        restricts
            ? Map.of(
                new RecordType(Draft.PARTNER),
                Set.copyOf(offered.stream().map(RawValue::new).toList()))
            : Map.of(),
        Map.of());
  }

  static boolean isStatus(TrackDraft track, Side side) {
    return side == Side.SALESFORCE && "Lead.Status".equals(track.fields.get(side));
  }

  /** The words of a side's picklist. */
  List<String> words(TrackDraft track, Side side) {
    return Objects.requireNonNull(on(side).get(field(track, side))).values().stream()
        .map(RawValue::text)
        .toList();
  }

  /** What both CRMs accept. */
  Catalogs catalogs() {
    return new Catalogs(salesforce.catalog(false), hubspot.catalog(false));
  }

  /** Whether a side takes a word for a person's record. */
  boolean offers(TrackDraft track, Side side, String word, boolean partner) {
    FieldCatalog catalog = Objects.requireNonNull(on(side).get(field(track, side)));
    Set<RawValue> offered = catalog.offered().get(new RecordType(Draft.PARTNER));
    return !partner || offered == null || offered.contains(new RawValue(word));
  }

  Person person(int number, boolean partner, Map<FieldName, RawValue> values) {
    String email = "p" + number + "@example.com";
    Map<FieldName, RawValue> ofLead = new HashMap<>(values);
    ofLead.keySet().removeIf(f -> f.side() != Side.SALESFORCE);
    Map<FieldName, RawValue> ofContact = new HashMap<>(values);
    ofContact.keySet().removeIf(f -> f.side() != Side.HUBSPOT);
    Person person =
        new Person(salesforce.create(email, ofLead), hubspot.create(email, ofContact), partner);
    if (partner) {
      salesforce.type(person.lead(), new RecordType(Draft.PARTNER));
      hubspot.later(Duration.ofSeconds(1)); // or its clock would fall behind
    }
    return person;
  }

  InMemoryCrm crm(Side side) {
    return side == Side.SALESFORCE ? salesforce : hubspot;
  }

  /** What a person's record shows; empty: nothing, or no such field. */
  String shown(Person person, TrackDraft track, Side side) {
    return track.has(side)
        ? crm(side).value(person.on(side), field(track, side)).map(RawValue::text).orElse("")
        : "";
  }

  void edit(Person person, TrackDraft track, Side side, String word) {
    edit(person, track, side, word, "a person");
  }

  void edit(Person person, TrackDraft track, Side side, String word, String by) {
    later(Duration.ofMinutes(1));
    crm(side)
        .edit(
            person.on(side),
            field(track, side),
            word.isEmpty() ? Optional.empty() : Optional.of(new RawValue(word)),
            by);
  }

  void later(Duration duration) {
    now = now.plus(duration);
    salesforce.later(duration);
    hubspot.later(duration);
  }

  RunReport sync() {
    return sync(Optional.empty(), Set.of(Side.values()));
  }

  /**
   * A run a day later, so that no field was written too often within a day.
   *
   * @param first the side that is written before the other one; empty: both beside each other
   * @param pushes the sides that are written
   */
  RunReport sync(Optional<Side> first, Set<Side> pushes) {
    later(Duration.ofHours(25));
    return engine(store, first).run(new RunRequest("sync", RunRequest.Reads.CHANGES, pushes));
  }

  private Engine engine(Store any, Optional<Side> first) {
    return TakenForProven.engine(
        any,
        new Crms(
            salesforce,
            hubspot,
            (since, pages) -> Optional.empty(),
            new InMemoryLists(list -> listed)),
        mapping,
        new Surroundings(
            clock(),
            this::later,
            new EmailKey("a secret of this test".getBytes(StandardCharsets.UTF_8)),
            Progress.SILENT,
            () -> false,
            new Holder("here", 1, "test", process -> false)),
        first);
  }

  /**
   * A person looks at the plan of what waits, and approves exactly that.
   *
   * @param copy where a copy of the store may lie meanwhile
   */
  Approved approve(Path copy) {
    List<PlanRow> rows = new ArrayList<>();
    store.copyTo(copy);
    try (Plan plan = engine(TestStores.open(copy), Optional.empty()).plan()) {
      plan.rows(rows::add);
      ApplyReport applied =
          engine(store, Optional.empty()).apply(plan.header(), rows.iterator(), true);
      Files.delete(copy);
      return new Approved(rows, applied);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What was approved, and what became of it. */
  record Approved(List<PlanRow> rows, ApplyReport applied) {
    Approved {
      rows = List.copyOf(rows);
    }
  }

  private Clock clock() {
    return new Clock() {
      @Override
      public ZoneId getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return this;
      }

      @Override
      public Instant instant() {
        return now;
      }
    };
  }
}
