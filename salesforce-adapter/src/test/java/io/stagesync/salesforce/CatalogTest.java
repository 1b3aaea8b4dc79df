package io.stagesync.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stagesync.port.CallCount.Purpose;
import io.stagesync.salesforce.simulator.LeadDraft;
import io.stagesync.vocabulary.FieldCatalog;
import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.FieldShape;
import io.stagesync.vocabulary.FieldShape.Kind;
import io.stagesync.vocabulary.FieldShape.Lock;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.RecordType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CatalogTest extends SimulatedTest {

  @Test
  void theStatusesComeInTheOrgsOrderWithTheConvertedOnesMarked() {
    var catalog = crm.catalog(false);

    assertThat(field(STATUS).values())
        .extracting(RawValue::text)
        .containsExactly(
            "Open - Not Contacted",
            "Working - Contacted",
            "Closed - Converted",
            "Closed - Not Converted");
    assertThat(catalog.convertedStatuses()).containsExactly(new RawValue("Closed - Converted"));
    assertThat(field(STATUS).clearable()).isFalse();
    assertThat(field(STAGE).clearable()).isTrue();
    assertThat(field(STAGE).writable()).isTrue();
    assertThat(field(STAGE).forwardOnly()).isFalse();
  }

  @Test
  void whatARecordTypeOffersIsKnown() {
    org.setup()
        .status("Partner Working", false)
        .recordType(
            "Partner", Map.of("Status", List.of("Open - Not Contacted", "Partner Working")));

    assertThat(field(STATUS).offered())
        .isEqualTo(
            Map.of(
                new RecordType("Partner"),
                Set.of(new RawValue("Open - Not Contacted"), new RawValue("Partner Working"))));
  }

  @Test
  void howAFieldIsBuiltIsToldBesideWhatItAccepts() {
    org.setup()
        .active("Lead_Stage__c", "Customer", false)
        .byDefault("Lead_Stage__c", "Lead")
        .label("Lead_Stage__c", "Lead", "New lead")
        .renamedStatus("Working - Contacted", "Contacted")
        .statusLabel("Open - Not Contacted", "Open")
        .statusConverted("Closed - Not Converted", true);

    assertThat(field(STAGE).shape())
        .isEqualTo(
            new FieldShape(
                "picklist",
                true,
                Optional.of(new RawValue("Lead")),
                Set.of(new RawValue("Customer")),
                "Lead Stage",
                FieldShape.Kind.CHOICE,
                FieldShape.Lock.NONE));
    assertThat(field(STAGE).knows(new RawValue("Customer"))).isFalse();
    assertThat(field(STAGE).displayLabels()).containsEntry(new RawValue("Lead"), "New lead");
    assertThat(field(STATUS).shape().restricted()).isFalse();
    assertThat(field(STATUS).values().get(1)).isEqualTo(new RawValue("Contacted"));
    assertThat(field(STATUS).displayLabels())
        .containsEntry(new RawValue("Open - Not Contacted"), "Open");
    assertThat(crm.catalog(false).convertedStatuses())
        .contains(new RawValue("Closed - Not Converted"));
  }

  @Test
  void whetherHistoryIsKeptComesFromTheOrg() {
    org.setup().history("Status", false);

    assertThat(field(STATUS).keepsHistory()).isFalse();
    assertThat(field(STAGE).keepsHistory()).isTrue();
  }

  @Test
  void historyThatCannotBeReadIsNoHistory() {
    org.setup().readableObject("LeadHistory", false);

    assertThat(field(STAGE).keepsHistory()).isFalse();
  }

  @Test
  void whatKindOfFieldItIsAndWhatLocksItIsTold() {
    assertThat(shape(STATUS).label()).isEqualTo("Lead Status");
    assertThat(List.of(shape(STATUS).kind(), shape(STATUS).lock()))
        .isEqualTo(List.of(Kind.CHOICE, Lock.NONE));

    org.setup().ofType("Lead_Stage__c", "multipicklist");
    assertThat(shape(STAGE).kind()).isEqualTo(Kind.CHOICES);
    org.setup().ofType("Lead_Stage__c", "double");
    assertThat(shape(STAGE).kind()).isEqualTo(Kind.OTHER);
    org.setup().formula("Lead_Stage__c");
    assertThat(List.of(shape(STAGE).kind(), shape(STAGE).lock()))
        .isEqualTo(List.of(Kind.TEXT, Lock.CALCULATED));
    org.setup().text("Lead_Stage__c").writable("Lead_Stage__c", false);
    assertThat(shape(STAGE).lock()).isEqualTo(Lock.FIELD_PERMISSION);
    org.setup().editsLeads(false);
    assertThat(List.of(shape(STAGE).lock(), shape(STATUS).lock()))
        .containsOnly(Lock.RECORD_PERMISSION);
    org.setup().editsLeads(true).withoutField("Lead_Stage__c");
    assertThat(crm.catalog(true).fields()).containsOnlyKeys(STATUS);
  }

  @Test
  void aRenamedValueTakesItsPlaceInTheListAndInTheLeads() {
    var lead = org.createLead(LeadDraft.of("carla@orion.de").stage("Lead"));
    org.setup()
        .renamed("Lead_Stage__c", "Lead", "New lead")
        .renamed("Status", "Open - Not Contacted", "Open");

    assertThat(field(STAGE).values().get(0)).isEqualTo(new RawValue("New lead"));
    assertThat(field(STATUS).values().get(0)).isEqualTo(new RawValue("Open"));
    assertThat(org.lead(lead, "Lead_Stage__c")).contains("New lead");
    assertThat(org.lead(lead, "Status")).contains("Open");
  }

  private FieldShape shape(FieldName name) {
    return crm.catalog(true).field(name).orElseThrow().shape();
  }

  @Test
  void aCatalogCostsThreeCallsAndIsKeptForAQuarterOfAnHour() {
    crm.catalog(false);
    passes(Duration.ofMinutes(14));
    crm.catalog(false);
    assertThat(crm.calls().of(Purpose.METADATA)).isEqualTo(3);

    passes(Duration.ofMinutes(1));
    org.setup().status("Nurture", false);

    assertThat(field(STATUS).knows(new RawValue("Nurture"))).isTrue();
    assertThat(crm.calls().of(Purpose.METADATA)).isEqualTo(6);
  }

  @Test
  void aFreshCatalogIsReadAtOnceWithRecordTypesInFourCalls() {
    org.setup().recordType("Partner", Map.of());
    crm.catalog(false);
    org.setup().status("Nurture", false);

    assertThat(crm.catalog(true).field(STATUS).orElseThrow().knows(new RawValue("Nurture")))
        .isTrue();
    assertThat(crm.calls().of(Purpose.METADATA)).isEqualTo(8);
  }

  @Test
  void aFieldThatDoesNotExistIsMissing() {
    var crmWithTypo =
        new SalesforceCrm(
            SalesforceSettings.of(
                simulator.baseUrl(),
                settings().credentials(),
                Set.of(STATUS, new FieldName(STATUS.side(), "Lead", "Led_Stage__c"))),
            clock,
            pause);

    assertThat(crmWithTypo.catalog(false).fields()).containsOnlyKeys(STATUS);
  }

  @Test
  void anOrgWhoseLeadsAreClosedToUsSaysSo() {
    org.setup().readableObject("Lead", false);

    assertThatThrownBy(() -> crm.catalog(false))
        .hasMessageContaining("our user may not read leads in Salesforce");
  }

  private FieldCatalog field(FieldName name) {
    return crm.catalog(false).field(name).orElseThrow();
  }
}
