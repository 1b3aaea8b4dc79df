package io.stagesync.example;

import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.RecordType;
import io.stagesync.vocabulary.Side;
import io.stagesync.vocabulary.Track;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What both sides accept, where it is not simply every word of the mapping.
 *
 * @param fields by track and side; empty: every word, in the order of the ranks
 * @param convertedStatuses the statuses that Salesforce flags as converted ones; empty: {@link
 *     #USUAL}
 * @param paused the tracks that are paused because a picklist changed under the mapping
 */
public record Terms(
    Map<Track, Map<Side, Field>> fields,
    Optional<Set<RawValue>> convertedStatuses,
    Set<Track> paused) {
  /** The converted status that every org has on its first day. */
  public static final Set<RawValue> USUAL = Set.of(new RawValue("Closed - Converted"));

  /** Every word of the mapping. */
  public static final Terms PLAIN = new Terms(Map.of(), Optional.empty(), Set.of());

  public Terms {
    fields = Map.copyOf(fields);
    convertedStatuses = convertedStatuses.map(Set::copyOf);
    paused = Set.copyOf(paused);
  }

  /** The statuses that Salesforce flags as converted ones. */
  public Set<RawValue> converted() {
    return convertedStatuses.orElse(USUAL);
  }

  /** The same with these tracks paused. */
  public Terms pausing(Set<Track> tracks) {
    return new Terms(fields, convertedStatuses, tracks);
  }

  /** What is said of one field. */
  public Optional<Field> field(Track track, Side side) {
    return Optional.ofNullable(fields.getOrDefault(track, Map.of()).get(side));
  }

  /**
   * One field.
   *
   * @param order the first values in the CRM's own order; those that are left out follow
   * @param inactive values of the mapping that the field does not accept any more
   * @param writable whether our user may write it
   * @param clearable whether it may be blank; empty: as usual, every field but Lead Status
   * @param keepsHistory whether the CRM keeps who changed it and when
   * @param offered for each record type that offers fewer values, those that it offers
   */
  public record Field(
      List<RawValue> order,
      Set<RawValue> inactive,
      boolean writable,
      Optional<Boolean> clearable,
      boolean keepsHistory,
      Map<RecordType, Set<RawValue>> offered) {
    /** A field that accepts every word of the mapping. */
    public static final Field PLAIN =
        new Field(List.of(), Set.of(), true, Optional.empty(), true, Map.of());

    public Field {
      order = List.copyOf(order);
      inactive = Set.copyOf(inactive);
      offered = Map.copyOf(offered);
    }
  }
}
