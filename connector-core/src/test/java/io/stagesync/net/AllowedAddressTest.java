package io.stagesync.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedAddressTest {
  private final AllowedAddress allowed =
      new AllowedAddress(List.of("api.hubapi.com", ".my.salesforce.com", "127.0.0.1"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://api.hubapi.com/crm",
        "HTTPS://API.HUBAPI.COM",
        "https://acme.my.salesforce.com",
        "http://127.0.0.1:8080"
      })
  void namedHostsMayBeCalled(String address) {
    assertThat(allowed.check(URI.create(address))).isEqualTo(URI.create(address));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "http://api.hubapi.com | is not safe: use https",
        "https://evil.example | is not one of the hosts that may be called",
        "https://my.salesforce.com.evil.example | is not one of the hosts",
        "https://evilmy.salesforce.com | is not one of the hosts",
        "https://api.hubapi.com@evil.example/ | \"evil.example\" is not one of the hosts",
        "http://10.0.0.1 | is not safe",
        "ftp://api.hubapi.com | is not safe",
        "/relative | is not a web address"
      })
  void othersAreRefusedWithASentence(String address, String why) {
    assertThatThrownBy(() -> allowed.check(URI.create(address))).hasMessageContaining(why);
  }
}
