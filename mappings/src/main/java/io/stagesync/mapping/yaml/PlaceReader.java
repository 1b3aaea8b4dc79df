package io.stagesync.mapping.yaml;

import io.stagesync.mapping.Diagnostic.Place;
import io.stagesync.mapping.Places;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Notes where each part of a file stands, for checks that come after its reading. */
final class PlaceReader {
  private final Map<List<String>, Place> places = new HashMap<>();

  private PlaceReader() {}

  static Places read(String file, Site top) {
    var reader = new PlaceReader();
    reader.inside(List.of(), top);
    return new Places(file, reader.places);
  }

  private void inside(List<String> path, Site site) {
    for (var entry : site.entries()) {
      // Tests know their places themselves, and there may be thousands.
      if (!path.isEmpty() || !entry.name().equals("tests")) {
        note(path, entry.name(), entry);
      }
    }
    for (var item : site.itemsOrSelf()) {
      if (item.isScalar()) {
        places.putIfAbsent(under(path, item.text()), item.place());
      }
    }
    for (int i = 0; i < site.items().size(); i++) {
      if (!site.items().get(i).isScalar()) {
        note(path, String.valueOf(i), site.items().get(i));
      }
    }
  }

  private void note(List<String> path, String name, Site site) {
    var here = under(path, name);
    places.putIfAbsent(here, site.place());
    inside(here, site);
  }

  private static List<String> under(List<String> path, String name) {
    var longer = new ArrayList<>(path);
    longer.add(name);
    return List.copyOf(longer);
  }
}
