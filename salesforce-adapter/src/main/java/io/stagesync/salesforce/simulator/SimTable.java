package io.stagesync.salesforce.simulator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All records of one kind. Guarded by the world's lock. */
final class SimTable {
  final String name;
  final String prefix;
  final Map<String, SimField> fields = new LinkedHashMap<>();
  final Map<String, SimRow> rows = new LinkedHashMap<>();
  boolean readable = true;
  boolean editable = true;
  private final Map<String, Integer> places = new LinkedHashMap<>();

  SimTable(String name, String prefix, List<SimField> fields) {
    this.name = name;
    this.prefix = prefix;
    fields.forEach(this::add);
  }

  void add(SimField field) {
    places.putIfAbsent(field.name, places.size());
    fields.put(field.name, field);
  }

  /** The field that is read by a relationship's name. */
  @Nullable SimField relation(String relationship) {
    for (var field : fields.values()) {
      if (relationship.equals(field.relationship)) {
        return field;
      }
    }
    return null;
  }

  SimRow insert(String id) {
    var row = new SimRow(this, id, places.size());
    rows.put(id, row);
    return row;
  }

  int place(String field) {
    var place = places.get(field);
    if (place == null) {
      throw new IllegalArgumentException("the simulated " + name + " has no field " + field);
    }
    return place;
  }
}
