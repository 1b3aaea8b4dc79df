package io.stagesync.hubspot.simulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * The world inside the simulated account: people and workflows edit it here, tests look at it here.
 * May be used by several threads.
 */
public final class Portal {
  private static final String STAGE = "lifecyclestage";

  private final Object lock = new Object();
  private final ContactStore store = new ContactStore();
  private final PropertySheet sheet = new PropertySheet();
  private final SearchIndex index;
  private final Map<String, TreeMap<Long, Instant>> lists = new HashMap<>();
  private final Map<String, String> listTypes = new HashMap<>();
  private final Clock clock;

  Portal(Clock clock, Duration indexLag) {
    this.clock = clock;
    this.index = new SearchIndex(indexLag);
  }

  /**
   * Adds a contact.
   *
   * @param values property values by name
   * @return its id
   * @throws IllegalArgumentException when the account would refuse a value
   */
  public String create(Map<String, String> values, Actor by) {
    return within(
        () -> {
          var writable = new HashMap<>(values);
          var synced = writable.remove("salesforcelastsynctime");
          valid(writable);
          var now = now();
          var record = store.create(now);
          new TreeMap<>(writable).forEach((name, value) -> record.set(name, value, now, by));
          if (synced != null) {
            record.values().put("salesforcelastsynctime", synced);
          }
          index.changed(record, now);
          return Long.toString(record.id);
        });
  }

  /**
   * Changes properties of a contact as somebody: people and workflows may set a lifecycle stage
   * backward, apps may not.
   *
   * @param values new values by property name; a blank clears
   * @throws IllegalArgumentException when the account would refuse a value or knows no such contact
   */
  public void edit(String id, Map<String, String> values, Actor by) {
    within(
        () -> {
          valid(values);
          apply(live(id), values, by);
          return id;
        });
  }

  /** Changes one property, as {@link #edit(String, Map, Actor)}. */
  public void edit(String id, String property, String value, Actor by) {
    edit(id, Map.of(property, value), by);
  }

  /** Moves a contact's stamp without a change that a caller of the API could see. */
  public void touch(String id) {
    within(
        () -> {
          var record = live(id);
          record.touch(now());
          index.changed(record, now());
          return id;
        });
  }

  /** Puts a contact into the recycle bin. */
  public void archive(String id) {
    within(
        () -> {
          var record = live(id);
          record.archived = true;
          index.gone(record, now());
          return id;
        });
  }

  /** Takes a contact back out of the recycle bin. */
  public void restore(String id) {
    within(
        () -> {
          var record = store.exactly(id).orElseThrow(() -> unknown(id));
          record.archived = false;
          record.touch(now());
          index.changed(record, now());
          return id;
        });
  }

  /** Erases a contact for good, as a request for privacy does. */
  public void erase(String id) {
    within(
        () -> {
          var record = live(id);
          store.erase(record.id);
          index.gone(record, now());
          return id;
        });
  }

  /**
   * Merges two contacts. Both ids stand for the survivor from then on.
   *
   * @return the survivor's id, which is new
   */
  public String merge(String primary, String other) {
    return within(
        () -> {
          var first = live(primary);
          var second = live(other);
          var survivor = store.merge(first, second, sheet, now());
          index.gone(first, now());
          index.gone(second, now());
          index.changed(survivor, now());
          return Long.toString(survivor.id);
        });
  }

  /** What a property of a contact shows; blank where it has no value. Follows merges. */
  public String value(String id, String property) {
    return within(() -> live(id).value(property));
  }

  /** Every value of a contact by property name. Follows merges. */
  public Map<String, String> values(String id) {
    return within(() -> live(id).snapshot());
  }

  /** A property's history, newest first. Follows merges. */
  public List<HistoryEntry> history(String id, String property) {
    return within(() -> live(id).history(property));
  }

  /** When a contact was last changed. Follows merges. */
  public Instant modified(String id) {
    return within(() -> live(id).modified);
  }

  /**
   * How many times a property of a contact was named in a write through the API that the account
   * answered with success, refused backward moves among them.
   */
  public int writes(String id, String property) {
    return within(() -> live(id).writes(property));
  }

  /** The ids of all live contacts, in their order. */
  public List<String> ids() {
    return within(
        () -> {
          var ids = new ArrayList<String>();
          for (ContactRecord record : store.from(0)) {
            if (!record.archived) {
              ids.add(Long.toString(record.id));
            }
          }
          return ids;
        });
  }

  /** Puts contacts into a list; a list without any may exist, too. */
  public void join(String list, String... contacts) {
    within(
        () -> {
          var members = lists.computeIfAbsent(list, l -> new TreeMap<>());
          for (String contact : contacts) {
            members.put(live(contact).id, now());
          }
          return list;
        });
  }

  /** Makes a list of something else than contacts: {@code 0-2} for companies. */
  public void listOf(String list, String objectTypeId) {
    within(
        () -> {
          lists.computeIfAbsent(list, l -> new TreeMap<>());
          return listTypes.put(list, objectTypeId);
        });
  }

  /** The kind of records that are in a list. */
  String listIsOf(String list) {
    return listTypes.getOrDefault(list, "0-1");
  }

  /** Takes a contact out of a list. */
  public void leave(String list, String contact) {
    within(() -> lists.getOrDefault(list, new TreeMap<>()).remove(live(contact).id));
  }

  /** Who is in a list since when; empty where there is no such list. */
  Optional<NavigableMap<Long, Instant>> members(String list) {
    return Optional.ofNullable(lists.get(list))
        .map(
            all -> {
              var members = new TreeMap<>(all);
              members
                  .keySet()
                  .removeIf(
                      id -> store.exactly(Long.toString(id)).filter(r -> !r.archived).isEmpty());
              return members;
            });
  }

  /** The options of an enumeration property, as they were given. */
  public List<Option> options(String property) {
    return within(() -> sheet.options(property));
  }

  /** Gives a property other options, or adds a property that has them. */
  public void options(String property, List<Option> options) {
    within(
        () -> {
          sheet.options(property, options);
          return property;
        });
  }

  /** Adds a property of free text. */
  public void text(String property, boolean readOnly) {
    within(
        () -> {
          sheet.text(property, readOnly);
          return property;
        });
  }

  /**
   * Adds a property of any type, or gives one another type and keeps its options.
   *
   * @param type {@code number}, {@code enumeration}
   * @param fieldType {@code checkbox}, {@code calculation_equation}
   * @param calculated whether the account computes it
   */
  public void define(String property, String type, String fieldType, boolean calculated) {
    within(
        () -> {
          sheet.define(property, type, fieldType, calculated);
          return property;
        });
  }

  /**
   * An admin's rule for writes through the API: who sets a property to a value must see to it that
   * another one is not empty.
   */
  public void require(String property, String value, String needed) {
    within(
        () -> {
          sheet.require(property, value, needed);
          return property;
        });
  }

  /** Takes a property out of the account. */
  public void remove(String property) {
    within(
        () -> {
          sheet.remove(property);
          return property;
        });
  }

  /** Lets changes from now on show up in searches later, or earlier. */
  public void indexLag(Duration lag) {
    within(
        () -> {
          index.lag(lag);
          return lag;
        });
  }

  /** Does something as one step that no other change falls into. */
  <T> T within(Supplier<T> step) {
    synchronized (lock) {
      return step.get();
    }
  }

  ContactStore store() {
    return store;
  }

  PropertySheet sheet() {
    return sheet;
  }

  SearchIndex index() {
    return index;
  }

  Instant now() {
    return Instant.ofEpochMilli(clock.millis());
  }

  /** Changes a record as the account does: silently keeps a stage that an app sets backward. */
  void apply(ContactRecord record, Map<String, String> values, Actor by) {
    var now = now();
    var changed = false;
    for (var entry : new TreeMap<>(values).entrySet()) {
      var property = entry.getKey();
      var old = record.value(property);
      var refused =
          property.equals(STAGE)
              && by.forwardOnly()
              && !entry.getValue().isEmpty()
              && sheet.order(STAGE, entry.getValue()) < sheet.order(STAGE, old);
      if (!refused && !old.equals(entry.getValue())) {
        record.set(property, entry.getValue(), now, by);
        changed = true;
      }
    }
    if (changed) {
      index.changed(record, now);
    }
  }

  private void valid(Map<String, String> values) {
    var problem = Validation.problem(values, sheet);
    if (!problem.isEmpty()) {
      throw new IllegalArgumentException(problem);
    }
  }

  private ContactRecord live(String id) {
    return store.resolve(id).orElseThrow(() -> unknown(id));
  }

  private static IllegalArgumentException unknown(String id) {
    return new IllegalArgumentException("the simulated account has no contact " + id);
  }

  /** The record under an id, where it is live. */
  Optional<ContactRecord> find(String id) {
    return store.exactly(id).filter(record -> !record.archived);
  }
}
