package io.stagesync.app.health;

import io.stagesync.port.Crm;
import io.stagesync.state.Store;
import io.stagesync.vocabulary.Side;
import java.time.Instant;
import java.util.Optional;

/** Whether HubSpot's own Salesforce connector writes the mapped fields beside us. */
record NativeSync(Store store, Crm hubspot) {
  private static final int SAMPLE = 50;

  Optional<Finding> finding() {
    var ids = store.read(s -> s.records().ids(Side.HUBSPOT, Optional.empty(), SAMPLE));
    if (ids.isEmpty()) {
      return Optional.empty();
    }
    boolean beside =
        hubspot.history(ids, Instant.EPOCH).values().stream()
            .flatMap(changes -> changes.stream())
            .anyMatch(change -> !change.by().ours() && change.by().id().startsWith("SALESFORCE"));
    return beside
        ? Optional.of(
            Finding.note(
                "HubSpot",
                "its own Salesforce connector wrote mapped fields too: two programs pull at them",
                "take these fields out of its field mappings and switch its automatic lifecycle"
                    + " stage off"))
        : Optional.empty();
  }
}
