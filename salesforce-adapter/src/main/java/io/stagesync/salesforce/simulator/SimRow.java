package io.stagesync.salesforce.simulator;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** One record: texts as they travel, in the order of its table's fields. */
final class SimRow {
  final SimTable table;
  final String id;
  private @Nullable String[] values;

  SimRow(SimTable table, String id, int fields) {
    this.table = table;
    this.id = id;
    this.values = new String[fields];
    set("Id", id);
  }

  @Nullable String get(String field) {
    int place = table.place(field);
    return place < values.length ? values[place] : null;
  }

  void set(String field, @Nullable String value) {
    int place = table.place(field);
    if (place >= values.length) {
      values = Arrays.copyOf(values, place + 4);
    }
    values[place] = value;
  }

  boolean is(String field) {
    return "true".equals(get(field));
  }
}
