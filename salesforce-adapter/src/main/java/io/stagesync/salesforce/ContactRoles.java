package io.stagesync.salesforce;

import com.sforce.ws.bind.XmlObject;
import io.stagesync.port.CallCount.Purpose;
import io.stagesync.vocabulary.RecordId;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which opportunities a contact takes part in, by {@code OpportunityContactRole}. A lead's own
 * opportunity is read with the lead; this finds those that came later.
 */
final class ContactRoles {
  private static final int IDS = 2000;
  private static final String OUTCOMES =
      "SELECT ContactId, OpportunityId, Opportunity.IsWon, Opportunity.IsClosed,"
          + " Opportunity.SystemModstamp FROM OpportunityContactRole WHERE ";
  private static final String CONTACTS = "SELECT ContactId FROM OpportunityContactRole WHERE ";

  private final Pages pages;

  ContactRoles(Pages pages) {
    this.pages = pages;
  }

  /** What the opportunities of each contact say; contacts without one are missing. */
  Map<RecordId, Outcome> outcomes(Collection<RecordId> contacts) {
    var found = new HashMap<RecordId, Outcome>();
    for (var chunk : Soql.chunks(contacts, IDS)) {
      pages.repeatable(
          Purpose.OPPORTUNITIES,
          false,
          OUTCOMES + Soql.in("ContactId", chunk),
          rows ->
              rows.forEach(
                  row -> {
                    var contact = SalesforceId.of(String.valueOf(row.getField("ContactId")));
                    var id = SalesforceId.ofNullable(row.getField("OpportunityId"));
                    var outcome =
                        id.isPresent() && row.getField("Opportunity") instanceof XmlObject parent
                            ? Outcome.of(id.get(), parent)
                            : Outcome.unreadable(id);
                    found.merge(contact, outcome, Outcome::and);
                  }));
    }
    return found;
  }

  /** The contacts that take part in any of these opportunities. */
  Set<RecordId> contacts(Collection<RecordId> opportunities) {
    var contacts = new LinkedHashSet<RecordId>();
    for (var chunk : Soql.chunks(opportunities, IDS)) {
      pages.repeatable(
          Purpose.OPPORTUNITIES,
          false,
          CONTACTS + Soql.in("OpportunityId", chunk),
          rows ->
              rows.forEach(
                  row ->
                      SalesforceId.ofNullable(row.getField("ContactId")).ifPresent(contacts::add)));
    }
    return contacts;
  }
}
