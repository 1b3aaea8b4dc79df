package io.stagesync.trial;

import io.stagesync.example.Given;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Collects edge cases: each way in which a pair stands once, under a name of its own. */
final class Edges {
  private final Map<String, Given> byName = new LinkedHashMap<>();
  private final Set<Given> seen = new HashSet<>();

  void add(String name, Staged staged) {
    if (!seen.add(staged.given())) {
      return;
    }
    String free = name;
    for (int i = 2; byName.containsKey(free); i++) {
      free = name + " (" + i + ")";
    }
    byName.put(free, staged.given());
  }

  Map<String, Given> byName() {
    return byName;
  }
}
