package io.stagesync.mapping.live;

import io.stagesync.mapping.LabelMapping;
import io.stagesync.mapping.Mapping;
import io.stagesync.mapping.TrackMapping;
import io.stagesync.mapping.ValueTable;
import io.stagesync.vocabulary.Catalog;
import io.stagesync.vocabulary.FieldCatalog;
import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.RecordType;
import io.stagesync.vocabulary.Track;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What was compared in one field: nothing that would have to be mended, and worth knowing.
 *
 * @param track the track that has the field
 * @param name the field
 * @param field what the CRM said of it
 * @param written whether the track writes it
 * @param mapped how many of its active values the file gives a meaning
 * @param ignored how many it lists as meaning nothing
 * @param unmapped how many it does not speak of, or not for every record type
 * @param forgotten inactive or hidden values that the file does not speak of; records may hold them
 * @param unsayable for each record type the labels with words here of which it offers none: a move
 *     of such a record to them is held
 * @param lists its values in the CRM's own order, for each record type
 */
public record LiveFact(
    Track track,
    FieldName name,
    FieldCatalog field,
    boolean written,
    int mapped,
    int ignored,
    int unmapped,
    List<RawValue> forgotten,
    Map<RecordType, List<Label>> unsayable,
    List<LiveList> lists) {
  public LiveFact {
    forgotten = List.copyOf(forgotten);
    unsayable = Map.copyOf(unsayable);
    lists = List.copyOf(lists);
  }

  /** One for each field of a side that is there, in the order of the tracks. */
  public static List<LiveFact> of(Mapping mapping, Catalog catalog) {
    var facts = new ArrayList<LiveFact>();
    for (var track : mapping.tracks()) {
      track
          .field(catalog.side())
          .flatMap(
              name ->
                  catalog
                      .field(name)
                      .map(field -> new LiveField(mapping, track, name, catalog, field)))
          .map(LiveFact::of)
          .ifPresent(facts::add);
    }
    return facts;
  }

  private static LiveFact of(LiveField subject) {
    var values = new LiveValues(subject);
    var active =
        subject.field().values().stream()
            .filter(value -> !subject.field().shape().inactive().contains(value))
            .toList();
    int ignored = (int) active.stream().filter(values::ignored).count();
    int spokenOf = (int) active.stream().filter(values::spokenOf).count();
    return new LiveFact(
        subject.track().track(),
        subject.name(),
        subject.field(),
        subject.written(),
        spokenOf - ignored,
        ignored,
        active.size() - spokenOf,
        values.forgotten(),
        unsayable(subject),
        LiveList.of(subject));
  }

  private static Map<RecordType, List<Label>> unsayable(LiveField subject) {
    var unsayable = new TreeMap<RecordType, List<Label>>();
    if (subject.written()) {
      for (var type : new TreeSet<>(subject.field().offered().keySet())) {
        var offered = subject.field().offered().getOrDefault(type, Set.of());
        var labels = unsayable(subject.track(), type, offered, subject);
        if (!labels.isEmpty()) {
          unsayable.put(type, labels);
        }
      }
    }
    return unsayable;
  }

  private static List<Label> unsayable(
      TrackMapping track, RecordType type, Set<RawValue> offered, LiveField subject) {
    var table = ValueTable.of(track, subject.side(), Optional.of(type), subject.catalog());
    return track.labels().stream()
        .map(LabelMapping::label)
        .filter(label -> !table.written(label).isEmpty())
        .filter(label -> table.written(label).stream().noneMatch(offered::contains))
        .toList();
  }
}
