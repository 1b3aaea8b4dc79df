package io.stagesync.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ErrorBodyTest {
  @Test
  void theCodeThatIsHiddenInTheMessageIsFound() {
    var body =
        ErrorBody.of(
            """
            {"status":"error","category":"VALIDATION_ERROR","message":"Property values were not valid: \
            [{\\"isValid\\":false,\\"message\\":\\"Property \\\\\\"missing\\\\\\" does not exist\\",\
            \\"error\\":\\"PROPERTY_DOESNT_EXIST\\",\\"name\\":\\"missing\\"}]"}""");

    assertThat(body.word()).isEqualTo("PROPERTY_DOESNT_EXIST");
    assertThat(body.message()).isEqualTo("Property \"missing\" does not exist");
  }

  @Test
  void aPageForPeopleIsAnErrorWithoutWords() {
    var body = ErrorBody.of("<html><body>502 Bad Gateway</body></html>");

    assertThat(body.word()).isEmpty();
    assertThat(body.message()).isEmpty();
  }

  @Test
  void anAddressInAMessageIsMasked() {
    var body = ErrorBody.of("VALIDATION_ERROR", "Email address carla@orion.example is invalid");

    assertThat(body.message()).isEqualTo("Email address c***@orion.example is invalid");
  }

  @Test
  void anEndlessMessageIsCut() {
    assertThat(ErrorBody.of("X", "a".repeat(10_000)).message()).hasSize(304).endsWith(" ...");
  }

  @Test
  void theScopesThatAreMissingAreNamed() {
    var body =
        ErrorBody.of(
            "{\"category\":\"MISSING_SCOPES\",\"errors\":[{\"context\":{\"requiredScopes\":"
                + "[\"crm.objects.contacts.write\"]}}]}");

    assertThat(body.scopes()).containsExactly("crm.objects.contacts.write");
  }
}
