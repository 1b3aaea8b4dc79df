package io.stagesync.salesforce.simulator;

import io.stagesync.salesforce.simulator.ParsedQuery.Condition;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the comparisons of a query do. */
final class Conditions {
  private Conditions() {}

  static Condition both(Condition first, Condition second) {
    var ids = first.ids() != null ? first.ids() : second.ids();
    return named(ids, row -> first.test(row) && second.test(row));
  }

  static Condition in(World world, ColumnPath column, Collection<@Nullable String> values) {
    var set = new HashSet<>(values);
    return named(
        column.text().equals("Id") ? set : null, row -> set.contains(column.value(world, row)));
  }

  /**
   * A comparison.
   *
   * @throws SoapFault for an operator that is none
   */
  static Condition compare(
      World world, ColumnPath column, String operator, @Nullable String literal) {
    return switch (operator) {
      case "=" ->
          named(
              column.text().equals("Id") && literal != null ? Set.of(literal) : null,
              row -> order(column, column.value(world, row), literal) == 0);
      case "!=", "<>" -> row -> order(column, column.value(world, row), literal) != 0;
      case "<" -> row -> valued(world, column, row) && below(world, column, row, literal) < 0;
      case "<=" -> row -> valued(world, column, row) && below(world, column, row, literal) <= 0;
      case ">" -> row -> valued(world, column, row) && below(world, column, row, literal) > 0;
      case ">=" -> row -> valued(world, column, row) && below(world, column, row, literal) >= 0;
      default -> throw SoapFault.malformed("unexpected operator " + operator);
    };
  }

  /** The order of two values of a column; nothing comes first. */
  static int order(ColumnPath column, @Nullable String left, @Nullable String right) {
    if (left == null || right == null) {
      return left == null ? (right == null ? 0 : -1) : 1;
    }
    return column.field().type.equals("int")
        ? Long.compare(Long.parseLong(left), Long.parseLong(right))
        : left.compareTo(right);
  }

  private static boolean valued(World world, ColumnPath column, SimRow row) {
    return column.value(world, row) != null;
  }

  private static int below(World world, ColumnPath column, SimRow row, @Nullable String literal) {
    return order(column, column.value(world, row), literal);
  }

  private static Condition named(@Nullable Set<@Nullable String> ids, Condition condition) {
    if (ids == null) {
      return condition;
    }
    var only = new HashSet<String>();
    for (var id : ids) {
      if (id != null) {
        only.add(id);
      }
    }
    return new Condition() {
      @Override
      public boolean test(SimRow row) {
        return condition.test(row);
      }

      @Override
      public Set<String> ids() {
        return only;
      }
    };
  }
}
