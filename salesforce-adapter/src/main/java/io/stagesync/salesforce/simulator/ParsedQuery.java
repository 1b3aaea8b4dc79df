package io.stagesync.salesforce.simulator;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A query that was understood.
 *
 * @param count whether only the number of rows is asked for
 * @param order columns to sort by, ascending unless their place in {@code descending} says so
 */
record ParsedQuery(
    SimTable table,
    boolean count,
    List<ColumnPath> columns,
    @Nullable Condition where,
    List<ColumnPath> order,
    List<Boolean> descending,
    int limit) {

  /** A condition on one record. */
  @FunctionalInterface
  interface Condition {
    boolean test(SimRow row);

    /** The only ids that can fulfil it, where it names some. */
    default @Nullable Set<String> ids() {
      return null;
    }
  }
}
