package io.stagesync.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import io.stagesync.hubspot.simulator.Actor;
import io.stagesync.hubspot.simulator.Endpoint;
import io.stagesync.hubspot.simulator.Option;
import io.stagesync.hubspot.simulator.Trouble;
import io.stagesync.port.Account;
import io.stagesync.port.CrmException;
import io.stagesync.vocabulary.FieldCatalog;
import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.FieldShape.Kind;
import io.stagesync.vocabulary.FieldShape.Lock;
import io.stagesync.vocabulary.RawValue;
import io.stagesync.vocabulary.RecordId;
import io.stagesync.vocabulary.Side;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CatalogAndAccountTest extends HubSpotTest {

  private FieldCatalog field(FieldName name) {
    return crm.catalog(true).field(name).orElseThrow();
  }

  @Test
  void theStageIsForwardOnlyAndTheStatusIsNot() {
    assertThat(field(STAGE).forwardOnly()).isTrue();
    assertThat(field(STATUS).forwardOnly()).isFalse();
    assertThat(field(STATUS).writable()).isTrue();
    assertThat(field(STATUS).clearable()).isTrue();
    assertThat(field(STATUS).keepsHistory()).isTrue();
  }

  @Test
  void optionsComeInTheAccountsOwnOrderHiddenOnesIncluded() {
    portal.options(
        "lifecyclestage",
        List.of(
            new Option("1378463825", "Sales accepted", -1, false),
            new Option("customer", "Customer", 2, true),
            new Option("lead", "Lead", 0, false)));

    assertThat(field(STAGE).values())
        .containsExactly(
            new RawValue("lead"), new RawValue("customer"), new RawValue("1378463825"));
    assertThat(field(STAGE).displayLabels())
        .containsEntry(new RawValue("1378463825"), "Sales accepted");
    assertThat(field(STAGE).shape().type()).isEqualTo("enumeration");
    assertThat(field(STAGE).shape().restricted()).isTrue();
    assertThat(field(STAGE).shape().inactive()).containsExactly(new RawValue("customer"));
  }

  @Test
  void aReadOnlyPropertyIsNotWritableAndAMissingOneIsNotThere() {
    portal.text("hs_lead_status", true);
    portal.remove("lifecyclestage");

    assertThat(field(STATUS).writable()).isFalse();
    assertThat(crm.catalog(true).field(STAGE)).isEmpty();
  }

  @Test
  void whatKindOfPropertyItIsAndWhatLocksItIsTold() {
    assertThat(field(STATUS).shape().label()).isEqualTo("Lead Status");
    assertThat(shape("enumeration", "select", false)).isEqualTo(List.of(Kind.CHOICE, Lock.NONE));
    assertThat(shape("enumeration", "checkbox", false)).isEqualTo(List.of(Kind.CHOICES, Lock.NONE));
    assertThat(shape("string", "calculation_equation", true))
        .isEqualTo(List.of(Kind.TEXT, Lock.CALCULATED));
    assertThat(shape("number", "number", false)).isEqualTo(List.of(Kind.OTHER, Lock.NONE));
    portal.text("hs_lead_status", true);
    assertThat(field(STATUS).shape().lock()).isEqualTo(Lock.READ_ONLY);
    assertThat(shape("enumeration", "select", false))
        .as("a list that lives elsewhere")
        .isEqualTo(List.of(Kind.OTHER, Lock.NONE));
  }

  private List<Enum<?>> shape(String type, String fieldType, boolean calculated) {
    portal.define("hs_lead_status", type, fieldType, calculated);
    var shape = field(STATUS).shape();
    return List.of(shape.kind(), shape.lock());
  }

  @Test
  void thePropertyThatFindsPairsIsAskedForInTheSameCallAndMissedWhereItIsNot() {
    assertThat(crm.catalog(true).absent()).isEmpty();
    portal.remove("salesforceleadid");
    assertThat(crm.catalog(true).absent())
        .containsExactly(new FieldName(Side.HUBSPOT, "contact", "salesforceleadid"));
    assertThat(crm.catalog(true).fields()).containsOnlyKeys(STAGE, STATUS);
    assertThat(crm.calls().total()).isEqualTo(3);
  }

  @Test
  void definitionsAreReadAgainAfterAQuarterOfAnHour() {
    crm.catalog(false);
    time.pass(Duration.ofMinutes(14));
    crm.catalog(false);
    assertThat(crm.calls().total()).isEqualTo(1);

    time.pass(Duration.ofMinutes(2));
    crm.catalog(false);
    assertThat(crm.calls().total()).isEqualTo(2);
  }

  @Test
  void theAccountIsAskedForOnce() {
    crm.account();

    assertThat(crm.account())
        .isEqualTo(new Account("4217300", "HubSpot account 4217300", new RecordId("unknown")));
    assertThat(crm.calls().total()).isEqualTo(1);
  }

  @Test
  void aTokenThatMayNotAskForTheAccountLearnsItFromAContact() {
    simulator.scopes(Set.of("crm.objects.contacts.read"));
    contact("lead");

    assertThat(crm.account().id()).isEqualTo("4217300");
  }

  @Test
  void anAccountThatNothingTellsIsAnErrorThatSaysWhatToDo() {
    simulator.scopes(Set.of("crm.objects.contacts.read"));

    var failure = failure(crm::account);

    assertThat(failure.kind()).isEqualTo(CrmException.Kind.FORBIDDEN);
    assertThat(failure).hasMessageEndingWith("Add the scope \"oauth\", or a contact");
  }

  @Test
  void hubSpotsOwnSalesforceConnectorIsSeenByWhatItTouchedLast() {
    contact("lead");
    assertThat(crm.nativeSyncLastSeen()).isEmpty();

    portal.create(Map.of("salesforcelastsynctime", "1795000000000"), Actor.salesforceSync());
    portal.create(Map.of("salesforcelastsynctime", "1795000009000"), Actor.salesforceSync());
    assertThat(crm.nativeSyncLastSeen()).contains(Instant.ofEpochMilli(1_795_000_009_000L));

    portal.remove("salesforcelastsynctime");
    assertThat(crm.nativeSyncLastSeen()).isEmpty();
  }

  @Test
  void aTokenThatIsRefusedOnceIsTriedOnceMore() {
    var refusal = Trouble.json(401, "{\"category\":\"EXPIRED_AUTHENTICATION\"}", Map.of());
    simulator.weather().next(Endpoint.ACCOUNT, refusal);

    assertThat(crm.account().id()).isEqualTo("4217300");

    simulator.weather().next(2, Endpoint.PROPERTIES, refusal);
    assertThat(failure(() -> crm.catalog(true))).hasMessageContaining("401 EXPIRED_AUTHENTICATION");
  }

  @Test
  void whatWasLearnedEarlierAboutOurOwnWritesIsHandedInAgain() {
    crm.close();
    crm =
        connect(
            s ->
                new HubSpotSettings(
                    s.baseUrl(),
                    s.accessToken(),
                    s.apiVersion(),
                    s.fields(),
                    s.leadIdProperty(),
                    "INTEGRATION 5670736",
                    s.limits()));
    var id = contact("lead");
    portal.edit(id.text(), "lifecyclestage", "customer", Actor.integration("5670736"));

    assertThat(crm.account().user()).isEqualTo(new RecordId("INTEGRATION 5670736"));
    assertThat(crm.history(List.of(id), Instant.EPOCH).getOrDefault(id, List.of()))
        .extracting(change -> change.by().ours())
        .containsExactlyInAnyOrder(true, false);
  }

  @Test
  void aRefusedTokenIsNamedAsSuchAndNeverShown() {
    simulator.token("pat-eu1-another");

    var failure = failure(crm::account);

    assertThat(failure.kind()).isEqualTo(CrmException.Kind.CREDENTIALS);
    assertThat(failure).hasMessageContaining("hubspot.access-token");
    assertThat(failure.getMessage()).doesNotContain("pat-eu1");
    assertThat(crm.toString()).doesNotContain("pat-eu1");
  }
}
