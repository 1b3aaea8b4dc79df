package io.stagesync.vocabulary;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What one side accepts just now: an input of every decision.
 *
 * @param side the CRM that was asked
 * @param fields every mapped field that exists there and that our user may read
 * @param convertedStatuses the lead statuses that Salesforce flags as converted ones ({@code
 *     LeadStatus.IsConverted}); empty for HubSpot
 * @param absent fields that were asked for beside the mapped ones, to find pairs, and that do not
 *     exist or that our user may not read
 */
public record Catalog(
    Side side,
    Map<FieldName, FieldCatalog> fields,
    Set<RawValue> convertedStatuses,
    Set<FieldName> absent) {
  public Catalog {
    fields = Map.copyOf(fields);
    convertedStatuses = Set.copyOf(convertedStatuses);
    absent = Set.copyOf(absent);
  }

  /** A catalog that was asked for mapped fields alone. */
  public Catalog(Side side, Map<FieldName, FieldCatalog> fields, Set<RawValue> convertedStatuses) {
    this(side, fields, convertedStatuses, Set.of());
  }

  /** What is known of a field; empty where it does not exist or may not be read. */
  public Optional<FieldCatalog> field(FieldName name) {
    return Optional.ofNullable(fields.get(name));
  }
}
