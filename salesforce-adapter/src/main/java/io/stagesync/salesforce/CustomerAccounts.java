package io.stagesync.salesforce;

import com.sforce.soap.partner.sobject.SObject;
import com.sforce.ws.bind.XmlObject;
import io.stagesync.salesforce.SalesforceSettings.Customers;
import io.stagesync.vocabulary.Evidence;
import io.stagesync.vocabulary.RawValue;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether the account that a lead was converted into is a customer already. The account is read
 * with the lead, at no call of its own. One that cannot be read is never taken for none.
 */
record CustomerAccounts(OrgSchema schema, Customers customers) {
  private static final String ID = "ConvertedAccountId";
  private static final String ACCOUNT = "ConvertedAccount";

  /** The column to ask for; empty where our user may not see it. */
  Optional<String> column() {
    var name = customers.field().name();
    return schema.reads(ID) && schema.accountFields().containsKey(name)
        ? Optional.of(ACCOUNT + "." + name)
        : Optional.empty();
  }

  /** What a converted lead's account says. */
  Outcome outcome(SObject row) {
    if (column().isEmpty()) {
      return Outcome.unreadable(Optional.empty());
    }
    if (SalesforceId.ofNullable(row.getField(ID)).isEmpty()) {
      return Outcome.NOTHING;
    }
    if (!(row.getField(ACCOUNT) instanceof XmlObject account)) {
      return Outcome.unreadable(Optional.empty());
    }
    var value = account.getField(customers.field().name());
    boolean customer = value != null && customers.values().contains(new RawValue(value.toString()));
    return customer
        ? new Outcome(Evidence.EXISTING_CUSTOMER_ACCOUNT, Optional.empty(), Instant.EPOCH)
        : Outcome.NOTHING;
  }
}
