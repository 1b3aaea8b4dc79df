package io.stagesync.salesforce;

import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.port.CallCount.Purpose;
import io.stagesync.port.Conversion;
import io.stagesync.salesforce.SalesforceSettings.Conversions;
import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.RecordId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a mapping does not speak of is not asked for. */
class OrgsThatReadLessTest extends SimulatedTest {
  private SalesforceCrm reading(Set<FieldName> fields, boolean opportunities) {
    var usual = settings();
    return new SalesforceCrm(
        new SalesforceSettings(
            usual.loginUrl(),
            usual.credentials(),
            fields,
            usual.workers(),
            usual.connect(),
            usual.deadline(),
            usual.dailyShare(),
            usual.conditionalWrites(),
            new Conversions(opportunities)),
        clock,
        pause);
  }

  @Test
  void anOrgThatNeverConvertsLeadsIsAskedForNoOpportunity() {
    crm = reading(Set.of(STATUS, STAGE), false);
    var id = lead("anna@example.org");
    assertThat(crm.feeds()).containsExactly(SalesforceCrm.LEADS);
    var start = fromNowOn(SalesforceCrm.LEADS);
    org.convert(id, "Closed - Converted", Optional.of("Prospecting"));
    var before = crm.calls();

    assertThat(changes(SalesforceCrm.LEADS, start))
        .singleElement()
        .satisfies(lead -> assertThat(lead.conversion().map(Conversion::converted)).contains(true));
    assertThat(sweep()).hasSize(1);
    assertThat(crm.fetch(List.of(new RecordId(id)))).hasSize(1);
    assertThat(crm.calls().since(before).of(Purpose.OPPORTUNITIES)).isZero();
    assertThat(crm.calls().since(before).of(Purpose.FEED)).isEqualTo(1);
  }

  @Test
  void whereTheStatusIsNotMappedItIsNeitherReadNorItsListAskedFor() {
    lead("anna@example.org");
    crm.catalog(true);
    var withStatus = crm.calls().of(Purpose.METADATA);

    crm = reading(Set.of(STAGE), true);
    assertThat(crm.catalog(true).fields()).containsOnlyKeys(STAGE);
    assertThat(crm.calls().of(Purpose.METADATA)).isEqualTo(withStatus - 1);
    assertThat(sweep())
        .singleElement()
        .satisfies(lead -> assertThat(lead.fields()).containsOnlyKeys(STAGE));
  }
}
