package io.stagesync.mapping;

import io.stagesync.mapping.Diagnostic.Place;
import java.util.List;
import java.util.Map;

/**
 * Where the parts of a mapping file stand in it.
 *
 * @param file as the user named it
 * @param byPath the place of each part by the keys that lead to it; behind a key its word, and each
 *     word of a list, is a part too
 */
public record Places(String file, Map<List<String>, Place> byPath) {
  public Places {
    byPath = Map.copyOf(byPath);
  }

  /** No place is known but the file. */
  public static Places none(String file) {
    return new Places(file, Map.of());
  }

  /**
   * The place of a part, {@code of("tracks", "lead-stage", "labels", "mql", "salesforce")}. Where
   * the file leaves it out, the nearest part around it that is there.
   */
  public Place of(String... path) {
    for (int length = path.length; length > 0; length--) {
      var place = byPath.get(List.of(path).subList(0, length));
      if (place != null) {
        return place;
      }
    }
    return Place.whole(file);
  }
}
