package io.stagesync.port;

import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.FieldShape;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.RecordId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every adapter holds to, whatever CRM is behind it. */
public abstract class CrmContract {
  private CrmWorld world;
  private Crm crm;
  private FieldName field;
  private RawValue first;
  private RawValue second;
  private RawValue third;

  /** A new world without records. */
  protected abstract CrmWorld newWorld();

  @BeforeEach
  void open() {
    world = newWorld();
    crm = world.crm();
    field = world.field();
    first = world.values().get(0);
    second = world.values().get(1);
    third = world.values().get(2);
  }

  @AfterEach
  void close() {
    crm.close();
    world.close();
  }

  @Test
  void aSweepHandsOnEveryRecordOnceWithItsValueAndAddress() {
    var ids = create(5);
    world.settle();
    var seen = sweep(List.of());
    assertThat(seen).extracting(CrmRecord::id).containsExactlyInAnyOrderElementsOf(ids);
    assertThat(seen)
        .allSatisfy(r -> assertThat(r.fields()).containsEntry(field, Reading.of(first)));
    assertThat(seen).extracting(r -> r.email().orElse("")).contains("p0@example.com");
  }

  @Test
  void aSweepWithKnownIdsHandsOnTheSameRecordsAndWhatIsNewOrGone() {
    var ids = create(4);
    world.delete(ids.get(1));
    world.settle();
    var seen = sweep(ids.subList(0, 3));
    assertThat(live(seen)).containsExactlyInAnyOrder(ids.get(0), ids.get(2), ids.get(3));
  }

  @Test
  void aBlankFieldIsBlankAndNotUnreadable() {
    var id = world.create("blank@example.com", Map.of(field, first));
    world.edit(id, field, Optional.empty());
    world.settle();
    assertThat(fetch(id).fields()).containsEntry(field, Reading.BLANK);
  }

  @Test
  void everyIdThatIsAskedForIsAnsweredAlsoWhenItIsGone() {
    var ids = create(3);
    world.delete(ids.get(2));
    world.settle();
    var answers = crm.fetch(ids);
    assertThat(answers).extracting(CrmRecord::id).containsExactlyInAnyOrderElementsOf(ids);
    assertThat(answers)
        .filteredOn(r -> r.presence() == CrmRecord.Presence.GONE)
        .extracting(CrmRecord::id)
        .containsExactly(ids.get(2));
  }

  @Test
  void theFirstReadOfAFeedBringsACursorAndNothingElse() {
    create(3);
    world.settle();
    for (Feed feed : crm.feeds()) {
      var pages = new ArrayList<CrmRecord>();
      assertThat(crm.changes(feed, Optional.empty(), pages::addAll).text()).isNotBlank();
      assertThat(pages).isEmpty();
    }
  }

  @Test
  void whatChangedSinceACursorIsHandedOn() {
    var ids = create(3);
    world.settle();
    var cursors = cursors();
    world.edit(ids.get(1), field, Optional.of(second));
    var created = world.create("new@example.com", Map.of(field, third));
    world.settle();
    var changed = new ArrayList<CrmRecord>();
    for (Feed feed : crm.feeds()) {
      crm.changes(feed, Optional.ofNullable(cursors.get(feed)), changed::addAll);
    }
    assertThat(changed).extracting(CrmRecord::id).contains(ids.get(1), created);
    assertThat(changed)
        .filteredOn(r -> r.id().equals(ids.get(1)))
        .allSatisfy(r -> assertThat(r.fields()).containsEntry(field, Reading.of(second)));
  }

  @Test
  void aWriteIsCarriedOutAndItsResultStandsInTheSamePlace() {
    var ids = create(3);
    world.settle();
    var results =
        crm.write(
            List.of(
                write(ids.get(2), Optional.of(second), "t1"),
                write(ids.get(0), Optional.of(third), "t2")));
    assertThat(results)
        .extracting(WriteResult::kind)
        .containsExactly(WriteResult.Kind.WRITTEN, WriteResult.Kind.WRITTEN);
    assertThat(world.value(ids.get(2), field)).contains(second);
    assertThat(world.value(ids.get(0), field)).contains(third);
    assertThat(world.value(ids.get(1), field)).contains(first);
  }

  @Test
  void aFieldCanBeCleared() {
    var id = create(1).get(0);
    world.settle();
    var result = crm.write(List.of(write(id, Optional.empty(), "t1"))).get(0);
    assertThat(result.kind()).isEqualTo(WriteResult.Kind.WRITTEN);
    assertThat(world.value(id, field)).isEmpty();
  }

  @Test
  void oneRecordsFailureDoesNotTouchTheOthers() {
    var ids = create(3);
    world.delete(ids.get(1));
    world.settle();
    var results =
        crm.write(
            List.of(
                write(ids.get(0), Optional.of(second), "t1"),
                write(ids.get(1), Optional.of(second), "t2"),
                write(ids.get(2), Optional.of(second), "t3")));
    assertThat(results)
        .extracting(WriteResult::kind)
        .containsExactly(WriteResult.Kind.WRITTEN, WriteResult.Kind.GONE, WriteResult.Kind.WRITTEN);
    assertThat(world.value(ids.get(2), field)).contains(second);
  }

  @Test
  void aFieldsHistoryIsNewestFirstAndTellsOursFromOthers() {
    var id = create(1).get(0);
    world.settle();
    world.edit(id, field, Optional.of(second));
    world.settle();
    crm.write(List.of(write(id, Optional.of(third), "t1")));
    world.settle();
    var changes =
        crm.history(List.of(id), Instant.EPOCH).getOrDefault(id, List.of()).stream()
            .filter(c -> c.field().equals(field))
            .toList();
    assertThat(changes.get(0).to()).isEqualTo(Reading.of(third));
    assertThat(changes.get(0).by().ours()).isTrue();
    assertThat(changes.get(1).to()).isEqualTo(Reading.of(second));
    assertThat(changes.get(1).by().ours()).isFalse();
    assertThat(changes.get(0).at()).isAfterOrEqualTo(changes.get(1).at());
  }

  @Test
  void theCatalogListsWhatTheFieldAccepts() {
    var catalog = crm.catalog(true).field(field).orElseThrow();
    assertThat(catalog.values()).containsAll(world.values());
    assertThat(catalog.writable()).isTrue();
    assertThat(catalog.shape().kind().holdsOneWord()).isTrue();
    assertThat(catalog.shape().lock()).isEqualTo(FieldShape.Lock.NONE);
  }

  @Test
  void callsAreCounted() {
    var before = crm.calls();
    create(1);
    world.settle();
    sweep(List.of());
    assertThat(crm.calls().since(before).of(CallCount.Purpose.SWEEP)).isPositive();
  }

  private List<RecordId> create(int number) {
    var ids = new ArrayList<RecordId>();
    for (int i = 0; i < number; i++) {
      ids.add(world.create("p" + i + "@example.com", Map.of(field, first)));
    }
    return ids;
  }

  private List<CrmRecord> sweep(List<RecordId> known) {
    var seen = new ArrayList<CrmRecord>();
    crm.sweep(known, seen::addAll);
    return seen;
  }

  private static List<RecordId> live(List<CrmRecord> records) {
    return records.stream()
        .filter(r -> r.presence() == CrmRecord.Presence.LIVE)
        .map(CrmRecord::id)
        .toList();
  }

  private CrmRecord fetch(RecordId id) {
    return crm.fetch(List.of(id)).get(0);
  }

  private Map<Feed, Cursor> cursors() {
    var cursors = new HashMap<Feed, Cursor>();
    for (Feed feed : crm.feeds()) {
      cursors.put(feed, crm.changes(feed, Optional.empty(), page -> {}));
    }
    return cursors;
  }

  private RecordWrite write(RecordId id, Optional<RawValue> value, String trace) {
    return new RecordWrite(id, Map.of(field, value), fetch(id).modified(), trace);
  }
}
