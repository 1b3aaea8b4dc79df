package io.stagesync.mapping;

import io.stagesync.vocabulary.Label;
import io.stagesync.vocabulary.Track;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What other tracks have to show while a person is moved to a label, or away from it. All tracks
 * count, of each one of its labels.
 *
 * @param entry for each track the labels that let a person in, in the file's order; never empty
 * @param exit the same for a move away
 */
public record Criteria(Map<Track, List<Label>> entry, Map<Track, List<Label>> exit) {
  /** None. */
  public static final Criteria NONE = new Criteria(Map.of(), Map.of());

  public Criteria {
    entry = copy(entry);
    exit = copy(exit);
  }

  private static Map<Track, List<Label>> copy(Map<Track, List<Label>> some) {
    var copy = new HashMap<Track, List<Label>>();
    some.forEach((track, labels) -> copy.put(track, List.copyOf(labels)));
    return Map.copyOf(copy);
  }

  /** Whether there is anything to ask. */
  public boolean asks() {
    return !entry.isEmpty() || !exit.isEmpty();
  }
}
