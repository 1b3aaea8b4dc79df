package io.stagesync.salesforce.simulator;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row of an update that the org carried out.
 *
 * @param lead the lead's id
 * @param fields what was sent; null where a field was cleared
 * @param converted whether the lead was a converted one then
 */
public record WrittenLead(String lead, Map<String, @Nullable String> fields, boolean converted) {
  public WrittenLead {
    fields = Collections.unmodifiableMap(new HashMap<>(fields));
  }
}
