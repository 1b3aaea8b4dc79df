package io.stagesync.salesforce.simulator;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column of a query, reached through any number of parents.
 *
 * @param text as the query has it
 * @param through the fields that lead to the record that has the column
 * @param field the column itself
 */
record ColumnPath(String text, List<SimField> through, SimField field) {

  /**
   * Finds a column.
   *
   * @throws SoapFault for one that is not there for our user
   */
  static ColumnPath resolve(World world, SimTable table, String text) {
    var whole = table.fields.get(text);
    if (whole != null && whole.readable) {
      return new ColumnPath(text, List.of(), whole);
    }
    var parts = text.split("\\.", -1);
    var through = new ArrayList<SimField>();
    var current = table;
    for (int i = 0; i < parts.length - 1; i++) {
      var relation = current.relation(parts[i]);
      if (relation == null || !relation.readable || relation.target == null) {
        throw SoapFault.invalidField(
            "Didn't understand relationship '" + parts[i] + "' in field path.");
      }
      current = world.table(relation.target);
      if (!current.readable) {
        throw SoapFault.invalidField(
            "Didn't understand relationship '" + parts[i] + "' in field path.");
      }
      through.add(relation);
    }
    var field = current.fields.get(parts[parts.length - 1]);
    if (field == null || !field.readable) {
      throw SoapFault.invalidField(
          "No such column '" + parts[parts.length - 1] + "' on entity '" + current.name + "'.");
    }
    return new ColumnPath(text, List.copyOf(through), field);
  }

  /** The value that a record shows there. */
  @Nullable String value(World world, SimRow row) {
    var owner = owner(world, row);
    return owner == null ? null : owner.get(field.name);
  }

  /** The record that has the column; null where a parent is missing or deleted. */
  @Nullable SimRow owner(World world, SimRow row) {
    var current = row;
    for (var relation : through) {
      var id = current.get(relation.name);
      var parent = id == null ? null : world.table(String.valueOf(relation.target)).rows.get(id);
      if (parent == null
          || (parent.table.fields.containsKey("IsDeleted") && parent.is("IsDeleted"))) {
        return null;
      }
      current = parent;
    }
    return current;
  }
}
