package io.stagesync.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.port.CallCount.Purpose;
import io.stagesync.port.Conversion;
import io.stagesync.port.CrmRecord;
import io.stagesync.salesforce.SalesforceSettings.Conversions;
import io.stagesync.salesforce.SalesforceSettings.Customers;
import io.stagesync.vocabulary.Evidence;
import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.Side;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whether the account that a lead was converted into is a customer already. */
class CustomerAccountsTest extends SimulatedTest {
  private static final FieldName TYPE = new FieldName(Side.SALESFORCE, "Account", "Type");

  @Override
  SalesforceSettings settings() {
    var usual = super.settings();
    return new SalesforceSettings(
        usual.loginUrl(),
        usual.credentials(),
        usual.fields(),
        usual.workers(),
        usual.connect(),
        usual.deadline(),
        usual.dailyShare(),
        usual.conditionalWrites(),
        new Conversions(
            true,
            Optional.of(
                new Customers(
                    TYPE,
                    Set.of(
                        new RawValue("Customer - Direct"), new RawValue("Customer - Channel"))))));
  }

  /** A lead that was converted with an opportunity at a stage into an account of a type. */
  private void converted(String email, String stage, String type) {
    var became =
        org.convert(
            lead(email),
            "Closed - Converted",
            stage.isEmpty() ? Optional.empty() : Optional.of(stage));
    if (!type.isEmpty()) {
      org.accountType(became.account(), type);
    }
  }

  private List<Evidence> evidence() {
    return sweep().stream()
        .map(CrmRecord::conversion)
        .flatMap(Optional::stream)
        .map(Conversion::evidence)
        .toList();
  }

  @Test
  void theAccountIsReadWithTheLeadAtNoCallOfItsOwn() {
    converted("lost@example.org", "Closed Lost", "Customer - Channel");
    crm.catalog(false);
    var before = crm.calls();

    assertThat(evidence()).containsExactly(Evidence.EXISTING_CUSTOMER_ACCOUNT);
    assertThat(crm.calls().since(before).of(Purpose.SWEEP)).isEqualTo(1);
    assertThat(crm.calls().since(before).of(Purpose.OPPORTUNITIES)).isEqualTo(1);
  }

  @Test
  void aCustomersAccountGoesBeforeEveryOpportunityButAWonOne() {
    converted("open@example.org", "Prospecting", "Customer - Direct");
    converted("lost@example.org", "Closed Lost", "Customer - Direct");
    converted("none@example.org", "", "Customer - Direct");
    converted("won@example.org", "Closed Won", "Customer - Direct");

    assertThat(evidence())
        .containsExactlyInAnyOrder(
            Evidence.EXISTING_CUSTOMER_ACCOUNT,
            Evidence.EXISTING_CUSTOMER_ACCOUNT,
            Evidence.EXISTING_CUSTOMER_ACCOUNT,
            Evidence.WON);
  }

  @Test
  void anotherAccountSaysNothing() {
    converted("prospect@example.org", "Prospecting", "Prospect");
    converted("blank@example.org", "", "");

    assertThat(evidence()).containsExactly(Evidence.OPEN, Evidence.NONE);
  }

  @Test
  void anAccountThatCannotBeReadIsNotTakenForNone() {
    converted("open@example.org", "Prospecting", "Customer - Direct");
    converted("won@example.org", "Closed Won", "Prospect");
    org.setup().readable("Account", "Type", false);

    assertThat(crm.catalog(true).field(TYPE)).isEmpty();
    assertThat(evidence()).containsExactlyInAnyOrder(Evidence.UNREADABLE, Evidence.WON);
  }

  @Test
  void theFieldThatTellsItIsDescribedWithItsValues() {
    var field = crm.catalog(true).field(TYPE).orElseThrow();

    assertThat(field.values())
        .contains(new RawValue("Prospect"), new RawValue("Customer - Direct"));
    assertThat(field.writable()).isFalse();
  }

  @Test
  void anOrgWhoseAccountsAreClosedToUsIsReadAllTheSame() {
    converted("open@example.org", "Prospecting", "Customer - Direct");
    org.setup().readableObject("Account", false);

    assertThat(evidence()).containsExactly(Evidence.UNREADABLE);
  }
}
