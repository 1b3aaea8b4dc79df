package io.stagesync.mapping;

import io.stagesync.vocabulary.Label;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;

/**
 * The declared ways of a track in the file's order, found by where they lead without looking at all
 * of them: it is asked of nearly every two labels, and of nearly none there is one.
 */
final class WaysBack extends AbstractList<WayBack> implements RandomAccess {
  private final List<WayBack> all;
  private final Map<Label, Map<Label, List<WayBack>>> leading = new HashMap<>();

  private WaysBack(Collection<WayBack> ways) {
    this.all = List.copyOf(ways);
    for (WayBack way : all) {
      for (Label from : way.from()) {
        leading
            .computeIfAbsent(from, start -> new HashMap<>())
            .computeIfAbsent(way.to(), end -> new ArrayList<>())
            .add(way);
      }
    }
    leading.values().forEach(ends -> ends.replaceAll((end, some) -> List.copyOf(some)));
  }

  static WaysBack copyOf(Collection<WayBack> ways) {
    return ways instanceof WaysBack known ? known : new WaysBack(ways);
  }

  /** The ways that lead from one label to another. */
  List<WayBack> leading(Label from, Label to) {
    Map<Label, List<WayBack>> starting = leading.get(from);
    return starting == null ? List.of() : starting.getOrDefault(to, List.of());
  }

  @Override
  public WayBack get(int index) {
    return all.get(index);
  }

  @Override
  public int size() {
    return all.size();
  }
}
