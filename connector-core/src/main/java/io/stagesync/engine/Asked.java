package io.stagesync.engine;

import io.stagesync.mapping.Conversion;
import io.stagesync.mapping.FieldCondition;
import io.stagesync.mapping.Mapping;
import io.stagesync.state.Session;
import io.stagesync.vocabulary.Catalog;
import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.Side;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is asked of each record of a side. A record that did not change is not read again, so
 * something that is asked for the first time is seen only by reading everything once more.
 */
final class Asked {
  private Asked() {}

  /** The store's remark that holds what was asked of a side's records, when it was read last. */
  static String remark(Side side) {
    return "asked-" + side.key();
  }

  /**
   * What a mapping asks of a side's records, a line each. A track's field that is not there just
   * now is not asked for, so that it counts as new when it is there again.
   */
  static String of(Mapping mapping, Catalog catalog) {
    var side = catalog.side();
    var tracks = mapping.fields(side);
    var asked = new TreeSet<String>();
    mapping.read(side).stream()
        .filter(f -> !tracks.contains(f) || catalog.field(f).isPresent())
        .map(FieldName::path)
        .forEach(asked::add);
    if (side == Side.SALESFORCE && mapping.reads().opportunities()) {
      asked.add("opportunities");
    }
    if (side == Side.SALESFORCE) {
      mapping
          .conversion()
          .flatMap(Conversion::customerAccount)
          .map(Asked::account)
          .ifPresent(asked::add);
    }
    return String.join("\n", asked);
  }

  /** What is read off it depends on the values, too. */
  private static String account(FieldCondition customer) {
    return customer.field().path() + " " + new TreeSet<>(customer.values());
  }

  /** Whether a mapping asks for something that was not asked for when a side was read last. */
  static boolean more(Session session, Mapping mapping, Catalog catalog) {
    var now = of(mapping, catalog).lines().toList();
    return session
        .belonging()
        .remark(remark(catalog.side()))
        .map(before -> !Set.of(before.split("\n")).containsAll(now))
        .orElse(false);
  }
}
