package io.stagesync.port;

import io.stagesync.vocabulary.Catalog;
import io.stagesync.vocabulary.Evidence;
import io.stagesync.vocabulary.FieldCatalog;
import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.RecordId;
import io.stagesync.vocabulary.RecordType;
import io.stagesync.vocabulary.Side;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A CRM in memory, with a clock of its own that moves by a second at each change. It refuses
 * converted leads, keeps histories, silently keeps a forward-only field from going backward, and
 * lets a test do things between a read and a write.
 */
public final class InMemoryCrm implements Crm {
  private final Side side;
  private Map<FieldName, FieldCatalog> fields;
  private Set<RawValue> convertedStatuses = Set.of();
  private final Map<RecordId, KeptRecord> rows = new LinkedHashMap<>();
  private Instant now = Instant.parse("2026-11-01T08:00:00Z");
  private int numbers;

  /** Runs before each batch of writes is carried out, on the writer's own thread. */
  public Runnable beforeWrite = () -> {};

  /** Runs after each batch was carried out; what it throws reaches the writer as no answer. */
  public Runnable afterWrite = () -> {};

  /** The same, before the next batch alone. */
  public void beforeNextWrite(Runnable happens) {
    beforeWrite =
        () -> {
          beforeWrite = () -> {};
          happens.run();
        };
  }

  /** The same, after the next batch alone. */
  public void afterNextWrite(Runnable happens) {
    afterWrite =
        () -> {
          afterWrite = () -> {};
          happens.run();
        };
  }

  /** Whether nobody can reach it. */
  public boolean closed;

  /** May answer a write in the CRM's place; null: carry it out. */
  public Function<RecordWrite, @Nullable WriteResult> instead = write -> null;

  /** What a feed hands out in place of what changed; a late index shows what was. */
  public UnaryOperator<List<CrmRecord>> fed = page -> page;

  /** What our user is said to be allowed. */
  public Access access = new Access(true, List.of(), List.of(), List.of());

  /** Every field that was written by us, oldest first. */
  public final List<RecordWrite> written = new ArrayList<>();

  /** Every write that reached this CRM, refused ones too, oldest first. */
  public final List<RecordWrite> offered = new ArrayList<>();

  private static final Author US = new Author("integration", true);

  public InMemoryCrm(Side side, Map<FieldName, FieldCatalog> fields) {
    this.side = side;
    this.fields = Map.copyOf(fields);
  }

  /** What the fields accept from now on. */
  public synchronized void accepts(Map<FieldName, FieldCatalog> now, Set<RawValue> converted) {
    fields = Map.copyOf(now);
    convertedStatuses = Set.copyOf(converted);
  }

  /** One field is there from now on, or accepts something else. */
  public synchronized void offers(FieldName field, FieldCatalog now) {
    var all = new HashMap<>(fields);
    all.put(field, now);
    fields = Map.copyOf(all);
  }

  /** One field is gone from now on, or is not shown to us. */
  public synchronized void lacks(FieldName field) {
    var all = new HashMap<>(fields);
    all.remove(field);
    fields = Map.copyOf(all);
  }

  /** Lets this CRM's clock go on. */
  public synchronized void later(Duration duration) {
    now = now.plus(duration);
  }

  /** A person creates a record. */
  public synchronized RecordId create(String email, Map<FieldName, RawValue> values) {
    var id =
        new RecordId((side == Side.SALESFORCE ? "00Q" : "") + String.format("%06d", ++numbers));
    var row = new KeptRecord(email, fields.keySet());
    rows.put(id, row);
    values.forEach((f, v) -> row.set(f, Reading.of(v), new Author("creator", false), next()));
    stamp(row, new Author("creator", false));
    return id;
  }

  /** A record becomes one of a record type. */
  public synchronized void type(RecordId id, RecordType type) {
    row(id).recordType = Optional.of(type);
    stamp(row(id), new Author("somebody", false));
  }

  /** Somebody edits a field; empty: clears it. */
  public synchronized void edit(RecordId id, FieldName field, Optional<RawValue> value, String by) {
    var row = row(id);
    row.set(field, value.map(Reading::of).orElse(Reading.BLANK), new Author(by, false), next());
    stamp(row, new Author(by, false));
  }

  /** A lead is converted, or its opportunity moves. */
  public synchronized void convert(RecordId id, Evidence evidence) {
    var row = row(id);
    row.convert(evidence, LocalDate.ofInstant(now, ZoneOffset.UTC));
    stamp(row, new Author("converter", false));
  }

  /** The same as if it had happened some days ago. */
  public synchronized void convertedOn(RecordId id, Evidence evidence, long daysFromNow) {
    convert(id, evidence);
    row(id).convertedAfter(daysFromNow);
  }

  /** A contact names its lead. */
  public synchronized void name(RecordId id, RecordId counterpart) {
    row(id).counterpart = Optional.of(counterpart);
    stamp(row(id), new Author("somebody", false));
  }

  /** Somebody deletes a record. */
  public synchronized void delete(RecordId id) {
    row(id).gone = true;
    stamp(row(id), new Author("somebody", false));
  }

  /** Somebody takes a deleted record back. */
  public synchronized void undelete(RecordId id) {
    row(id).gone = false;
    stamp(row(id), new Author("somebody", false));
  }

  /** Somebody merges a record into another. */
  public synchronized void merge(RecordId loser, RecordId survivor) {
    row(loser).mergedInto = Optional.of(survivor);
    delete(loser);
  }

  /** What a field holds. */
  public synchronized Optional<RawValue> value(RecordId id, FieldName field) {
    return row(id).reading(field).value();
  }

  /** Ids of all records, in order of creation. */
  public synchronized List<RecordId> ids() {
    return List.copyOf(rows.keySet());
  }

  private KeptRecord row(RecordId id) {
    var row = rows.get(id);
    if (row == null) {
      throw new IllegalArgumentException("no record " + id);
    }
    return row;
  }

  /** When what is done now is done. */
  private Instant next() {
    return now.plusSeconds(1);
  }

  private void stamp(KeptRecord row, Author by) {
    now = next();
    row.stamp(by, now);
  }

  @Override
  public Side side() {
    return side;
  }

  @Override
  public Account account() {
    reached();
    return new Account("in-memory-" + side.key(), side.displayName(), new RecordId("integration"));
  }

  @Override
  public synchronized Catalog catalog(boolean fresh) {
    reached();
    return new Catalog(side, fields, convertedStatuses);
  }

  private void reached() {
    if (closed) {
      throw new CrmException(
          side, CrmException.Kind.UNREACHABLE, "", "closed by the test", Optional.empty(), null);
    }
  }

  @Override
  public Access access() {
    return access;
  }

  @Override
  public List<Feed> feeds() {
    return List.of(new Feed("records"));
  }

  @Override
  public Cursor changes(Feed feed, Optional<Cursor> since, Consumer<List<CrmRecord>> pages) {
    List<CrmRecord> changed;
    Cursor next;
    synchronized (this) {
      next = new Cursor(now.toString());
      changed =
          since
              .map(
                  c ->
                      rows.entrySet().stream()
                          .filter(e -> e.getValue().modified.isAfter(Instant.parse(c.text())))
                          .map(e -> record(e.getKey()))
                          .toList())
              .orElse(List.of());
    }
    var page = fed.apply(changed);
    if (!page.isEmpty()) {
      pages.accept(page);
    }
    return next;
  }

  @Override
  public void sweep(Collection<RecordId> known, Consumer<List<CrmRecord>> pages) {
    List<CrmRecord> live;
    synchronized (this) {
      sweeps++;
      live =
          rows.keySet().stream()
              .map(this::record)
              .filter(r -> r.presence() == CrmRecord.Presence.LIVE)
              .toList();
    }
    pages.accept(live);
  }

  private long sweeps;

  @Override
  public synchronized List<CrmRecord> fetch(Collection<RecordId> ids) {
    return ids.stream().map(this::record).toList();
  }

  @Override
  public synchronized Map<RecordId, List<FieldChange>> history(
      Collection<RecordId> ids, Instant since) {
    var histories = new HashMap<RecordId, List<FieldChange>>();
    ids.forEach(
        id ->
            histories.put(
                id,
                row(id).history.stream()
                    .filter(
                        c ->
                            Optional.ofNullable(fields.get(c.field()))
                                .filter(FieldCatalog::keepsHistory)
                                .isPresent())
                    .toList()));
    return histories;
  }

  @Override
  public List<WriteResult> write(List<RecordWrite> writes) {
    beforeWrite.run();
    List<WriteResult> results;
    synchronized (this) {
      results = writes.stream().map(this::write).toList();
    }
    afterWrite.run();
    return results;
  }

  private WriteResult write(RecordWrite write) {
    offered.add(write);
    var answer = instead.apply(write);
    if (answer != null) {
      return answer;
    }
    var row = row(write.id());
    var refused = row.refusal();
    if (refused.isPresent()) {
      return WriteResult.of(refused.get());
    }
    written.add(write);
    write.fields().forEach((field, value) -> row.set(field, kept(row, field, value), US, next()));
    stamp(row, US);
    var echoed = new HashMap<FieldName, Reading>();
    write.fields().keySet().forEach(f -> echoed.put(f, row.reading(f)));
    return WriteResult.written(echoed, Optional.of(row.modified));
  }

  /** What a field shows after a write: a forward-only one keeps the later value. */
  private Reading kept(KeptRecord row, FieldName field, Optional<RawValue> value) {
    var old = row.reading(field);
    var catalog = fields.get(field);
    boolean backward =
        catalog != null
            && catalog.forwardOnly()
            && value.isPresent()
            && old.value().isPresent()
            && catalog.order(value.get()) < catalog.order(old.value().get());
    return backward ? old : value.map(Reading::of).orElse(Reading.BLANK);
  }

  private CrmRecord record(RecordId id) {
    var row = rows.get(id);
    return row == null ? CrmRecord.gone(id, Optional.empty()) : row.shown(id, side);
  }

  @Override
  public int batchSize() {
    return side == Side.SALESFORCE ? 200 : 100;
  }

  @Override
  public int parallelism() {
    return 1;
  }

  @Override
  public synchronized CallCount calls() {
    return new CallCount(
        Map.of(CallCount.Purpose.SWEEP, sweeps, CallCount.Purpose.WRITE, (long) written.size()));
  }

  @Override
  public Optional<DailyBudget> dailyBudget() {
    return Optional.empty();
  }

  @Override
  public void close() {}
}
