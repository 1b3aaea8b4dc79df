package io.stagesync.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stagesync.vocabulary.FieldName;
import io.stagesync.vocabulary.Side;
import java.net.URI;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
  private static final SalesforceCredentials SECRET =
      new SalesforceCredentials.ClientSecret("id", "secret");

  @Test
  void plainHttpIsForLoopbackHostsOnly() {
    assertThatThrownBy(() -> settings("http://acme.my.salesforce.com"))
        .hasMessageContaining("use https");
    assertThatCode(() -> settings("http://127.0.0.1:8080")).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example.org",
        "https://salesforce.com.evil.example.org",
        "http://acme.my.salesforce.com",
        "http://127.0.0.1",
        "https://169.254.169.254"
      })
  void aTokenIsNeverSentToAnotherHostThatAnAnswerNames(String instance) {
    var allowed = settings("https://acme.my.salesforce.com").allowedHosts();

    assertThatThrownBy(() -> allowed.check(URI.create(instance)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theOrgsOwnInstanceIsAllowed() {
    var allowed = settings("https://login.salesforce.com").allowedHosts();

    assertThat(allowed.check(URI.create("https://acme--sbx.sandbox.my.salesforce.com")))
        .hasHost("acme--sbx.sandbox.my.salesforce.com");
  }

  @Test
  void onlyFieldsOfLeadCanBeMapped() {
    var field = new FieldName(Side.SALESFORCE, "CampaignMember", "Status");

    assertThatThrownBy(
            () ->
                SalesforceSettings.of(
                    URI.create("https://acme.my.salesforce.com"), SECRET, Set.of(field)))
        .hasMessageContaining("is not a field of Salesforce's Lead");
  }

  @ParameterizedTest
  @CsvSource({
    "https://login.salesforce.com, https://login.salesforce.com",
    "https://acme.my.salesforce.com, https://login.salesforce.com",
    "https://test.salesforce.com, https://test.salesforce.com",
    "https://acme--sbx.sandbox.my.salesforce.com, https://test.salesforce.com",
    "http://127.0.0.1:8080, http://127.0.0.1:8080",
  })
  void aClaimIsMadeForTheLoginHostOfItsKindOfOrg(URI login, String audience) {
    assertThat(JwtAssertion.audience(login)).isEqualTo(audience);
  }

  private static SalesforceSettings settings(String loginUrl) {
    return SalesforceSettings.of(URI.create(loginUrl), SECRET, Set.of());
  }
}
