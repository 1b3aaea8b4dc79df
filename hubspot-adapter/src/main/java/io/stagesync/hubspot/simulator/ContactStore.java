package io.stagesync.hubspot.simulator;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The account's contacts by id, and which ids were merged into which. Guarded by its Portal. */
final class ContactStore {
  private static final long FIRST_ID = 101_000_000_000L;

  private final NavigableMap<Long, ContactRecord> records = new TreeMap<>();
  private final Map<Long, Long> survivors = new HashMap<>();
  private final SplittableRandom gaps = new SplittableRandom(7);
  private long nextId = FIRST_ID;

  ContactRecord create(Instant now) {
    nextId += 1 + gaps.nextInt(60);
    var record = new ContactRecord(nextId, now);
    records.put(record.id, record);
    return record;
  }

  /** The record of exactly this id, archived or not. */
  Optional<ContactRecord> exactly(String id) {
    return number(id).map(records::get);
  }

  /** The live record of this id, or the one that it was merged into. */
  Optional<ContactRecord> resolve(String id) {
    return number(id)
        .map(
            n -> {
              long at = n;
              while (survivors.containsKey(at)) {
                at = survivors.get(at);
              }
              return records.get(at);
            })
        .filter(record -> !record.archived);
  }

  /** Whether an id belongs to a record that was merged away. */
  boolean mergedAway(String id) {
    return number(id).map(survivors::containsKey).orElse(false);
  }

  /** Records from an id on, in the order of their ids. */
  Collection<ContactRecord> from(long id) {
    return records.tailMap(id, true).values();
  }

  /** Takes a record out for good. */
  void erase(long id) {
    records.remove(id);
  }

  /** Makes a new record out of two; what the first has wins, but for the stage that is further. */
  ContactRecord merge(
      ContactRecord primary, ContactRecord other, PropertySheet sheet, Instant now) {
    var survivor = create(now);
    for (ContactRecord source : List.of(other, primary)) {
      for (String property : source.values().keySet()) {
        if (!sheet.readOnly(property)) {
          survivor.inherit(source, property);
        }
      }
    }
    var stage = "lifecyclestage";
    if (sheet.order(stage, other.value(stage)) > sheet.order(stage, primary.value(stage))) {
      survivor.inherit(other, stage);
    }
    survivor
        .values()
        .put(
            "hs_merged_object_ids",
            Stream.of(primary, other)
                .flatMap(r -> Stream.of(r.value("hs_merged_object_ids"), Long.toString(r.id)))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(";")));
    records.remove(primary.id);
    records.remove(other.id);
    survivors.put(primary.id, survivor.id);
    survivors.put(other.id, survivor.id);
    return survivor;
  }

  private static Optional<Long> number(String id) {
    try {
      return Optional.of(Long.parseLong(id));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
