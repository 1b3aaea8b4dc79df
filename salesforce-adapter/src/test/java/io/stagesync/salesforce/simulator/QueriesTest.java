package io.stagesync.salesforce.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueriesTest {
  private static final Pattern SIZE = Pattern.compile("<size>(\\d+)</size>");

  private Instant now = Instant.parse("2026-11-22T03:00:00.700Z");
  private final World world = new World(() -> now);
  private final SimulatedOrg org = new SimulatedOrg(world);
  private final Queries queries = new Queries(world, 2000);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Status = 'Working - Contacted'|1",
        "Status != 'Working - Contacted'|2",
        "Status <> 'Working - Contacted' AND Lead_Stage__c = null|1",
        "Status IN ('Working - Contacted', 'nothing')|1",
        "(Status = 'Working - Contacted' OR Lead_Stage__c = 'Lead') AND IsConverted = false|1",
        "Status = 'Working - Contacted' OR Lead_Stage__c = 'Lead' AND IsConverted = true|2",
        "ConvertedOpportunity.IsWon = true|1",
        "SystemModstamp >= 2026-11-22T03:00:01Z|2",
        "SystemModstamp > 2026-11-22T03:00:01.999Z|1",
        "SystemModstamp <= 2026-11-22T04:00:00+01:00|1",
        "LastName = 'O\\'Neill \\\\ Sons'|1",
      })
  void aConditionChoosesItsRows(String where, int rows) {
    org.createLead(LeadDraft.of("a@example.org").status("Working - Contacted"));
    now = now.plusSeconds(1);
    org.createLead(LeadDraft.of("b@example.org").with("LastName", "O'Neill \\ Sons"));
    now = now.plusSeconds(1);
    var converted = org.createLead(LeadDraft.of("c@example.org").stage("Lead"));
    org.convert(converted, "Closed - Converted", Optional.of("Closed Won"));

    assertThat(size("SELECT COUNT() FROM Lead WHERE " + where)).isEqualTo(rows);
  }

  @Test
  void theRecycleBinShowsInQueryAllOnly() {
    org.delete("Lead", org.createLead(LeadDraft.of("a@example.org")));

    assertThat(size("SELECT Id FROM Lead")).isZero();
    assertThat(queries.query("SELECT Id FROM Lead", true, 2000)).contains("<size>1</size>");
  }

  @Test
  void rowsComeInTheOrderAskedForAndNoMoreThanAskedFor() {
    var first = org.createLead(LeadDraft.of("a@example.org"));
    now = now.plusSeconds(5);
    var second = org.createLead(LeadDraft.of("b@example.org"));

    var page =
        queries.query(
            "SELECT Email FROM Lead ORDER BY SystemModstamp DESC, Id LIMIT 1", false, 2000);

    assertThat(page).contains("b@example.org").doesNotContain("a@example.org");
    assertThat(first).isLessThan(second);
  }

  @Test
  void aPositionServesOnceAndThenIsForgotten() {
    for (int i = 0; i < 3; i++) {
      org.createLead(LeadDraft.of("p" + i + "@example.org"));
    }
    var page = queries.query("SELECT Id FROM Lead", false, 2);
    var locator = page.replaceAll(".*<queryLocator>(.*)</queryLocator>.*", "$1");

    assertThat(queries.queryMore(locator)).contains("<done>true</done>");
    assertThatThrownBy(() -> queries.queryMore(locator)).hasMessage("invalid query locator");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT Nothing FROM Lead",
        "SELECT Id FROM Lead WHERE Nothing = 1",
        "SELECT ConvertedOpportunity.Nothing FROM Lead",
        "SELECT RecordTypeId FROM Lead"
      })
  void aColumnThatIsNotThereFailsTheWholeQuery(String soql) {
    assertThatThrownBy(() -> queries.query(soql, false, 2000))
        .isInstanceOfSatisfying(
            SoapFault.class, fault -> assertThat(fault.code).isEqualTo("INVALID_FIELD"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"SELECT Id", "SELECT Id FROM Lead WHERE", "SELECT Id, Id FROM Lead"})
  void whatIsNoQueryIsRefused(String soql) {
    assertThatThrownBy(() -> queries.query(soql, false, 2000))
        .isInstanceOfSatisfying(
            SoapFault.class, fault -> assertThat(fault.code).isEqualTo("MALFORMED_QUERY"));
  }

  @Test
  void aStampHasWholeSecondsAndNeverGoesBack() {
    var lead = org.createLead(LeadDraft.of("a@example.org"));
    assertThat(org.lead(lead, "SystemModstamp")).contains("2026-11-22T03:00:00.000Z");

    now = now.minusSeconds(60);
    org.edit(lead, "Lead_Stage__c", "Lead", "Nina");

    assertThat(org.lead(lead, "SystemModstamp")).contains("2026-11-22T03:00:00.000Z");
  }

  @Test
  void aDocumentWithADoctypeIsRefused() {
    var bomb =
        "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><a>&x;</a>"
            .getBytes(java.nio.charset.StandardCharsets.UTF_8);

    assertThatThrownBy(() -> XmlNode.parse(bomb)).hasMessage("a DOCTYPE is not allowed");
  }

  private int size(String soql) {
    var matcher = SIZE.matcher(queries.query(soql, false, 2000));
    assertThat(matcher.find()).isTrue();
    return Integer.parseInt(matcher.group(1));
  }
}
