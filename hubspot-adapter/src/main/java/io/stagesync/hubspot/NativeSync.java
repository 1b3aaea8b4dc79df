package io.stagesync.hubspot;

import io.stagesync.hubspot.client.model.Filter;
import io.stagesync.hubspot.client.model.FilterGroup;
import io.stagesync.hubspot.client.model.Search;
import io.stagesync.hubspot.client.model.Sort;
import io.stagesync.port.CallCount.Purpose;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks for HubSpot's own connector to Salesforce, which writes the same fields as we do. */
final class NativeSync {
  private static final String TIME = "salesforcelastsynctime";

  private final HubSpotCalls calls;

  NativeSync(HubSpotCalls calls) {
    this.calls = calls;
  }

  /** When it last touched a contact; empty where it never did. Costs one search. */
  Optional<Instant> lastSeen() {
    var search =
        new Search()
            .filterGroups(
                List.of(
                    new FilterGroup()
                        .filters(
                            List.of(new Filter().propertyName(TIME).operator("HAS_PROPERTY")))))
            .sorts(List.of(new Sort().propertyName(TIME).direction("DESCENDING")))
            .properties(List.of(TIME))
            .limit(1);
    var page =
        calls.search(
            Purpose.METADATA,
            "looking for HubSpot's own Salesforce connector",
            () -> StampScan.complete(calls.contacts().searchContacts(calls.version(), search)));
    return StampScan.rows(page).stream()
        .findFirst()
        .flatMap(row -> moment(ContactShape.values(row).get(TIME)));
  }

  /** HubSpot shows a moment as milliseconds or as a date with time, depending on the property. */
  private static Optional<Instant> moment(@Nullable String text) {
    try {
      return text == null || text.isBlank()
          ? Optional.empty()
          : Optional.of(
              text.matches("\\d{1,15}")
                  ? Instant.ofEpochMilli(Long.parseLong(text))
                  : Instant.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
