package io.stagesync.salesforce.simulator;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A lead to be made.
 *
 * @param fields its fields by API name
 * @param recordType the developer name of its record type
 */
public record LeadDraft(Map<String, String> fields, Optional<String> recordType) {
  public LeadDraft {
    fields = Map.copyOf(fields);
  }

  /** A lead with an address, and the first status of the list. */
  public static LeadDraft of(String email) {
    return new LeadDraft(
        Map.of("Email", email, "LastName", email, "Company", "Example"), Optional.empty());
  }

  /** The same with a Lead Status. */
  public LeadDraft status(String status) {
    return with("Status", status);
  }

  /** The same with a Lead Stage. */
  public LeadDraft stage(String stage) {
    return with("Lead_Stage__c", stage);
  }

  /** The same with a field. */
  public LeadDraft with(String field, String value) {
    var more = new HashMap<>(fields);
    more.put(field, value);
    return new LeadDraft(more, recordType);
  }

  /** The same with a record type. */
  public LeadDraft recordType(String developerName) {
    return new LeadDraft(fields, Optional.of(developerName));
  }
}
