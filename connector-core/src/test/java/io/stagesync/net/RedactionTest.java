package io.stagesync.net;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedactionTest {
  @ParameterizedTest
  @CsvSource({
    "Authorization: Bearer pat-eu1-abc, Authorization: Bearer ***",
    "client_secret=abc&x=1, client_secret=***&x=1",
    "{\"access_token\":\"abc\"}, {\"access_token\":\"***\"}",
    "<sessionId>00D!abc</sessionId>, <sessionId>***</sessionId>",
    "<urn:sessionId>00D!abc</urn:sessionId>, <urn:sessionId>***</urn:sessionId>"
  })
  void secretsAreMasked(String text, String shown) {
    assertThat(Redaction.redact(text)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({
    "carla.braun@orion.de, c***@orion.de",
    "x@y.org, x***@y.org",
    "zoë+news@example.org and bo@b.example, z***@example.org and b***@b.example"
  })
  void addressesKeepTheirFirstLetterAndDomain(String text, String shown) {
    assertThat(Redaction.redact(text)).isEqualTo(shown);
  }

  @Test
  void aLineCannotBeForged() {
    assertThat(Redaction.redact("name\r\n2026-11-22 ERROR forged\u001b[31m"))
        .isEqualTo("name  2026-11-22 ERROR forged [31m");
  }
}
