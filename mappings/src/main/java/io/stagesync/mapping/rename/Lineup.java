package io.stagesync.mapping.rename;

import io.stagesync.vocabulary.FieldCatalog;
import io.stagesync.vocabulary.RawValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The values of one picklist, as it was or is, or as a mapping file says it.
 *
 * @param values all, in their order
 * @param open those that have no counterpart on the other side of the comparison: that went or came
 * @param names what else a value goes by: what the screen shows, or the label that it means
 */
public record Lineup(
    List<RawValue> values, List<RawValue> open, Map<RawValue, List<String>> names) {
  public Lineup {
    values = List.copyOf(values);
    open = List.copyOf(open);
    names = Map.copyOf(names);
  }

  /** A field's values, with what the screen shows for each. */
  public static Lineup of(FieldCatalog field, List<RawValue> open) {
    var names = new HashMap<RawValue, List<String>>();
    field.displayLabels().forEach((value, label) -> names.put(value, List.of(label)));
    return new Lineup(field.values(), open, names);
  }

  /** Everything that a value goes by, itself last. */
  List<String> namesOf(RawValue value) {
    var all = new ArrayList<>(names.getOrDefault(value, List.of()));
    all.add(value.text());
    return all;
  }

  /** The next value before (-1) or behind (1) that another lineup has too. */
  Optional<RawValue> neighbour(RawValue value, int step, Lineup other) {
    for (int i = values.indexOf(value) + step; i >= 0 && i < values.size(); i += step) {
      if (other.values.contains(values.get(i))) {
        return Optional.of(values.get(i));
      }
    }
    return Optional.empty();
  }
}
