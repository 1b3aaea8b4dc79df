package io.stagesync.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sforce.soap.partner.FieldType;
import com.sforce.soap.partner.PartnerConnection;
import com.sforce.soap.partner.fault.ApiFault;
import com.sforce.soap.partner.fault.ExceptionCode;
import com.sforce.soap.partner.sobject.SObject;
import com.sforce.ws.ConnectionException;
import io.stagesync.net.CallMeter;
import io.stagesync.net.DeadlineClient;
import io.stagesync.port.CallCount.Purpose;
import io.stagesync.salesforce.simulator.LeadDraft;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the simulated org sends is what Salesforce's own library understands. */
class WireShapesTest extends SimulatedTest {
  private PartnerConnection connection;

  @BeforeEach
  void connect() throws ConnectionException {
    var client = new DeadlineClient(Duration.ofSeconds(5), Duration.ofSeconds(20));
    var login =
        new Login(settings(), client, new CallMeter<>(Purpose.class), new Repetition(pause), clock);
    connection = new Worker(client).connection(login.session());
  }

  @Test
  void aCountHasASizeAndNoRows() throws ConnectionException {
    lead("anna@example.org");

    var result = connection.query("SELECT COUNT() FROM Lead");

    assertThat(result.getSize()).isEqualTo(1);
    assertThat(result.getRecords()).isEmpty();
    assertThat(result.isDone()).isTrue();
  }

  @Test
  void aRowKeepsNothingApartFromNoParentApartFromAValue() throws ConnectionException {
    var plain = org.createLead(LeadDraft.of("a<b>&@example.org"));

    var row =
        connection.query("SELECT Id, Email, Lead_Stage__c, ConvertedOpportunity.IsWon FROM Lead")
            .getRecords()[0];

    assertThat(row.getId()).isEqualTo(plain);
    assertThat(row.getField("Email")).isEqualTo("a<b>&@example.org");
    assertThat(row.getField("Lead_Stage__c")).isNull();
    assertThat(row.getField("ConvertedOpportunity")).isNull();
  }

  @Test
  void aDescribeTellsTypesPermissionsAndRecordTypes() throws ConnectionException {
    org.setup().recordType("Partner", Map.of()).writable("Lead_Stage__c", false);

    var lead = connection.describeSObjects(new String[] {"Lead"})[0];
    var stage =
        Arrays.stream(lead.getFields())
            .filter(f -> f.getName().equals("Lead_Stage__c"))
            .findFirst()
            .orElseThrow();

    assertThat(stage.getType()).isEqualTo(FieldType.picklist);
    assertThat(stage.isUpdateable()).isFalse();
    assertThat(stage.isRestrictedPicklist()).isTrue();
    assertThat(lead.getRecordTypeInfos())
        .extracting(info -> info.getDeveloperName())
        .containsExactly("Partner", "Master");
  }

  @Test
  void theOtherCallsAreUnderstoodToo() throws ConnectionException {
    assertThat(connection.getUserInfo().getUserId()).isEqualTo(org.integrationUser());
    assertThat(connection.getServerTimestamp().getTimestamp().toInstant()).isEqualTo(now);
    assertThat(connection.getLimitInfoHeader().getLimitInfo()[0].getLimit()).isEqualTo(100_000);
  }

  @Test
  void aCampaignMemberIsNeverWritten() {
    assertThat(refusal(List.of(new SObject("CampaignMember"))))
        .isEqualTo(ExceptionCode.INVALID_TYPE);
  }

  @Test
  void moreThanTwoHundredRowsAreRefused() {
    var row = new SObject("Lead");
    row.setId("00Q000000000123EAA");

    assertThat(refusal(Collections.nCopies(201, row))).isEqualTo(ExceptionCode.EXCEEDED_ID_LIMIT);
  }

  private ExceptionCode refusal(List<SObject> rows) {
    return catchThrowableOfType(
            ApiFault.class, () -> connection.update(rows.toArray(SObject[]::new)))
        .getExceptionCode();
  }
}
