package io.stagesync.mapping.yaml;

import io.stagesync.mapping.DiagnosticId;
import io.stagesync.mapping.Mapping;

/**
 * A file that was read and is not yet known to make sense.
 *
 * @param mapping what it says, as far as it could be read
 * @param sites where it says so
 * @param problems what was found so far
 */
record Draft(Mapping mapping, Sites sites, Problems problems) {

  Site site(Object value) {
    return sites.of(value);
  }

  void senseless(Site site, DiagnosticId id, String message, String suggestion) {
    problems.senseless(site, id, message, suggestion);
  }
}
