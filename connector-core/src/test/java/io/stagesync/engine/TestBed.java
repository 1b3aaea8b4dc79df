package io.stagesync.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.engine.RunRequest.Reads;
import io.stagesync.mapping.Limits;
import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.yaml.MappingFile;
import io.stagesync.net.MovedTime;
import io.stagesync.port.Crm;
import io.stagesync.port.InMemoryCrm;
import io.stagesync.port.InMemoryLists;
import io.stagesync.port.Reading;
import io.stagesync.state.Store;
import io.stagesync.vocabulary.FieldCatalog;
import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.RecordId;
import io.stagesync.vocabulary.Side;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The standard mapping between two CRMs in memory, with words short enough for tests. */
final class TestBed implements AutoCloseable {
  static final FieldName STATUS = new FieldName(Side.SALESFORCE, "Lead", "Status");
  static final FieldName STAGE = new FieldName(Side.SALESFORCE, "Lead", "Lead_Stage__c");
  static final FieldName HUBSPOT_STATUS = new FieldName(Side.HUBSPOT, "contact", "hs_lead_status");
  static final FieldName LIFECYCLE = new FieldName(Side.HUBSPOT, "contact", "lifecyclestage");

  static final List<RawValue> STATUSES =
      words(
          "Open - Not Contacted",
          "Working - Contacted",
          "Closed - Converted",
          "Closed - Not Converted");
  static final List<RawValue> STAGES =
      words("Lead", "Marketing qualified lead", "Sales qualified lead", "Opportunity", "Customer");
  static final List<RawValue> HUBSPOT_STATUSES =
      words(
          "NEW",
          "OPEN",
          "IN_PROGRESS",
          "OPEN_DEAL",
          "UNQUALIFIED",
          "ATTEMPTED_TO_CONTACT",
          "CONNECTED",
          "BAD_TIMING");
  static final List<RawValue> LIFECYCLE_STAGES =
      words(
          "subscriber",
          "lead",
          "marketingqualifiedlead",
          "salesqualifiedlead",
          "opportunity",
          "customer",
          "evangelist",
          "other");

  final InMemoryCrm salesforce =
      new InMemoryCrm(
          Side.SALESFORCE,
          Map.of(STATUS, field(STATUSES, false, false), STAGE, field(STAGES, true, false)));
  final InMemoryCrm hubspot =
      new InMemoryCrm(
          Side.HUBSPOT,
          Map.of(
              HUBSPOT_STATUS,
              field(HUBSPOT_STATUSES, true, false),
              LIFECYCLE,
              field(LIFECYCLE_STAGES, true, true)));
  Mapping mapping;

  /** The mapping that it began with. */
  final Mapping standard;

  Store store;
  boolean stopping;

  /** How a run's work is done beside each other, where a seed says it; else on threads. */
  Optional<TakingTurns> turns = Optional.empty();

  /** Who is in HubSpot's lists. */
  final Map<String, Set<RecordId>> lists = new HashMap<>();

  private final MovedTime time = new MovedTime(Instant.parse("2026-11-01T08:00:00Z"));

  TestBed(Store store) {
    this(store, new Limits(100_000, 100, 100));
  }

  TestBed(Store store, Limits limits) {
    this.store = store;
    salesforce.accepts(
        Map.of(STATUS, field(STATUSES, false, false), STAGE, field(STAGES, true, false)),
        Set.of(new RawValue("Closed - Converted")));
    this.mapping = MappingFile.preset("standard").mapping().orElseThrow().withLimits(limits);
    this.standard = mapping;
  }

  /** Goes on with the standard mapping file but for one edit; limits stay as they are. */
  void says(String before, String after) {
    var standard = MappingFile.presetText("standard");
    assertThat(standard).contains(before);
    goesOnWith(standard.replace(before, after));
  }

  /** Goes on with another mapping file; limits stay as they are. */
  void goesOnWith(String text) {
    var loaded = MappingFile.parse("test.yaml", text);
    assertThat(loaded.render()).isEmpty();
    mapping = loaded.mapping().orElseThrow().withLimits(mapping.limits());
  }

  private static FieldCatalog field(List<RawValue> values, boolean clearable, boolean forwardOnly) {
    return new FieldCatalog(true, clearable, true, forwardOnly, values, Map.of(), Map.of());
  }

  static List<RawValue> words(String... texts) {
    return Arrays.stream(texts).map(RawValue::new).toList();
  }

  /** An engine as a process that has just started would have it. */
  Engine engine() {
    return engine(store);
  }

  Engine engine(Store any) {
    return turns
        .map(
            t ->
                new Engine(
                    new Setting(
                        t.at(Store.class, any),
                        crms(),
                        mapping,
                        surroundings(),
                        t,
                        Proofs::counterexample)))
        .orElseGet(() -> new Engine(any, crms(), mapping, surroundings()));
  }

  Crms crms() {
    return new Crms(
        turns.map(t -> t.at(Crm.class, salesforce)).orElse(salesforce),
        turns.map(t -> t.at(Crm.class, hubspot)).orElse(hubspot),
        (since, pages) -> Optional.empty(),
        new InMemoryLists(list -> Optional.ofNullable(lists.get(list)).orElseThrow()));
  }

  Surroundings surroundings() {
    return new Surroundings(
        time,
        pause -> later(pause),
        new EmailKey("a secret of this test".getBytes(StandardCharsets.UTF_8)),
        Progress.SILENT,
        () -> stopping,
        new Holder("here", 1, "test", process -> false));
  }

  /** Lets everybody's clock go on. */
  void later(Duration duration) {
    time.pass(duration);
    salesforce.later(duration);
    hubspot.later(duration);
  }

  RunReport sync() {
    later(Duration.ofMinutes(1));
    return engine().run(new RunRequest("sync", Reads.CHANGES, Set.of(Side.values())));
  }

  RunReport read() {
    later(Duration.ofMinutes(1));
    return engine().run(new RunRequest("incremental", Reads.CHANGES, Set.of()));
  }

  /** A person on both sides; a blank word leaves the field blank. */
  Person person(String email, String status, String stage, String hubspotStatus, String lifecycle) {
    var lead = salesforce.create(email, values(STATUS, status, STAGE, stage));
    var contact =
        hubspot.create(email, values(HUBSPOT_STATUS, hubspotStatus, LIFECYCLE, lifecycle));
    return new Person(lead, contact);
  }

  record Person(RecordId lead, RecordId contact) {}

  /** What befalls a process that is killed. */
  static void dies() {
    throw new IllegalStateException("killed");
  }

  private static Map<FieldName, RawValue> values(
      FieldName first, String firstWord, FieldName second, String secondWord) {
    var values = new HashMap<FieldName, RawValue>();
    if (!firstWord.isBlank()) {
      values.put(first, new RawValue(firstWord));
    }
    if (!secondWord.isBlank()) {
      values.put(second, new RawValue(secondWord));
    }
    return values;
  }

  void edit(RecordId id, FieldName field, String word) {
    crm(field)
        .edit(
            id,
            field,
            word.isBlank() ? Optional.empty() : Optional.of(new RawValue(word)),
            "a person");
  }

  String value(RecordId id, FieldName field) {
    return crm(field).value(id, field).map(RawValue::text).orElse("");
  }

  /** Whether a contact's stage is blank because we cleared it last. */
  boolean emptiedByUs(RecordId contact) {
    return hubspot
        .history(List.of(contact), Instant.EPOCH)
        .getOrDefault(contact, List.of())
        .stream()
        .filter(c -> c.field().equals(LIFECYCLE))
        .limit(1)
        .anyMatch(c -> c.by().ours() && c.to().equals(Reading.BLANK));
  }

  private InMemoryCrm crm(FieldName field) {
    return field.side() == Side.SALESFORCE ? salesforce : hubspot;
  }

  @Override
  public void close() {
    store.close();
  }
}
