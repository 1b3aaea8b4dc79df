package io.stagesync.mapping.yaml;

import java.util.IdentityHashMap;
import java.util.Map;

/** Remembers where each value that was read stands in the file. */
final class Sites {
  private final Site top;
  private final Map<Object, Site> sites = new IdentityHashMap<>();

  Sites(Site top) {
    this.top = top;
  }

  <T> T remember(T value, Site site) {
    sites.put(value, site);
    return value;
  }

  /** Where this very object was read; the top of the file for one that was made up. */
  Site of(Object value) {
    return sites.getOrDefault(value, top);
  }

  Site top() {
    return top;
  }
}
