package io.stagesync.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stagesync.port.CallCount.Purpose;
import io.stagesync.port.CrmException;
import io.stagesync.salesforce.simulator.CallKind;
import io.stagesync.salesforce.simulator.SalesforceSimulator;
import io.stagesync.salesforce.simulator.SimulatedFault;
import io.stagesync.salesforce.simulator.SimulatorSettings;
import io.stagesync.vocabulary.RecordId;
import java.net.URI;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class TokensTest extends SimulatedTest {

  @Test
  void oneTokenServesManyCallsAndTellsWhoWeAre() {
    var account = crm.account();
    sweep();
    sweep();

    assertThat(account.id()).isEqualTo(org.orgId());
    assertThat(account.user()).isEqualTo(new RecordId(org.integrationUser()));
    assertThat(simulator.calls()).containsEntry(CallKind.TOKEN, 1L);
  }

  @Test
  void aTokenThatExpiresHalfWayIsRenewedAndTheCallMadeAgain() {
    var id = lead("anna@example.org");
    crm.catalog(false);
    simulator.expireTokens();

    assertThat(sweep()).hasSize(1);
    simulator.expireTokens();
    assertThat(writeOne(id, STAGE, "Customer").kind().name()).isEqualTo("WRITTEN");

    assertThat(org.writesOf(id)).isEqualTo(1);
    assertThat(simulator.calls()).containsEntry(CallKind.TOKEN, 3L);
    assertThat(crm.calls().of(Purpose.TOKEN)).isEqualTo(3);
    assertThat(crm.calls().of(Purpose.RETRY)).isEqualTo(2);
  }

  @Test
  void aTokenDiesByItsAgeAsWell() {
    sweep();
    passes(Duration.ofHours(3));

    assertThat(sweep()).isEmpty();
    assertThat(simulator.calls()).containsEntry(CallKind.TOKEN, 2L);
  }

  @Test
  void manyWorkersThatMeetAnExpiredTokenTogetherRenewItOnce()
      throws InterruptedException, ExecutionException {
    var many =
        new SalesforceCrm(
            new SalesforceSettings(
                simulator.baseUrl(),
                settings().credentials(),
                Set.of(STATUS),
                8,
                Duration.ofSeconds(10),
                Duration.ofSeconds(30),
                0.8,
                false),
            clock,
            pause);
    many.catalog(false);
    simulator.expireTokens();
    simulator.faults().latency(CallKind.QUERY, Duration.ofMillis(100));

    var pool = Executors.newFixedThreadPool(8);
    try {
      var all = new ArrayList<Future<?>>();
      for (int i = 0; i < 8; i++) {
        all.add(pool.submit(() -> many.sweep(List.of(), page -> {})));
      }
      for (var one : all) {
        one.get();
      }
    } finally {
      pool.shutdown();
    }

    assertThat(simulator.calls()).containsEntry(CallKind.TOKEN, 2L);
  }

  @Test
  void aWrongSecretIsSaidInWordsWithTheSideAndTheNextStep() {
    var wrong = with(new SalesforceCredentials.ClientSecret("simulated-client", "s3cret-wrong"));

    assertThatThrownBy(wrong::account)
        .isInstanceOfSatisfying(
            CrmException.class, e -> assertThat(e.kind()).isEqualTo(CrmException.Kind.CREDENTIALS))
        .hasMessageContaining("Salesforce at 127.0.0.1")
        .hasMessageContaining("the client secret is wrong. Copy the app's consumer secret again.")
        .hasMessageNotContaining("s3cret-wrong");
  }

  @Test
  void clientCredentialsOnTheCommonLoginHostAreExplained() {
    var wrongHost =
        new SalesforceCrm(
            SalesforceSettings.of(simulator.loginHost(), settings().credentials(), Set.of(STATUS)),
            clock,
            pause);

    assertThatThrownBy(wrongHost::account)
        .hasMessageContaining("client credentials work on the org's own address only")
        .hasMessageContaining("https://YOUR-DOMAIN.my.salesforce.com");
  }

  @Test
  void anEndpointThatIsAwayForAMomentIsAskedAgain() {
    simulator
        .faults()
        .next(CallKind.TOKEN, SimulatedFault.WEB_PAGE_503, SimulatedFault.DROP_BEFORE);

    assertThat(crm.account().id()).isEqualTo(org.orgId());
    assertThat(pauses).hasSize(2);
  }

  @Test
  void aUserWhoIsLockedOutLaterStopsTheRunWithItsReason() {
    sweep();
    simulator.expireTokens();
    simulator.refuseTokens("inactive_user", "user is inactive");

    assertThatThrownBy(this::sweep)
        .isInstanceOfSatisfying(
            CrmException.class, e -> assertThat(e.kind()).isEqualTo(CrmException.Kind.CREDENTIALS))
        .hasMessageContaining("Activate it in Setup, Users.");
  }

  @Test
  void aSignedClaimIsTakenInsteadOfASecret() throws NoSuchAlgorithmException {
    var keys = keys();
    try (var withKey =
        SalesforceSimulator.start(SimulatorSettings.of(clock).withKey(keys.getPublic()))) {
      var bearer =
          new SalesforceCrm(
              SalesforceSettings.of(
                  withKey.baseUrl(),
                  new SalesforceCredentials.JwtBearer(
                      "simulated-client", "integration@example.com", pem(keys)),
                  Set.of(STATUS)),
              clock,
              pause);

      assertThat(bearer.account().id()).isEqualTo(withKey.org().orgId());
    }
  }

  @Test
  void aClaimSignedWithAnotherKeyIsRefused() throws NoSuchAlgorithmException {
    try (var withKey =
        SalesforceSimulator.start(SimulatorSettings.of(clock).withKey(keys().getPublic()))) {
      var bearer =
          new SalesforceCrm(
              SalesforceSettings.of(
                  withKey.baseUrl(),
                  new SalesforceCredentials.JwtBearer(
                      "simulated-client", "integration@example.com", pem(keys())),
                  Set.of(STATUS)),
              clock,
              pause);

      assertThatThrownBy(bearer::account).hasMessageContaining("invalid assertion");
    }
  }

  @Test
  void aKeyInTheWrongFormIsExplainedBeforeAnythingIsSent() {
    var bearer =
        with(
            new SalesforceCredentials.JwtBearer(
                "simulated-client", "me@example.com", "-----BEGIN RSA PRIVATE KEY-----"));

    assertThatThrownBy(bearer::account).hasMessageContaining("openssl pkcs8 -topk8 -nocrypt");
    assertThat(simulator.calls()).isEmpty();
  }

  @Test
  void nothingShowsASecret() {
    var secret = new SalesforceCredentials.ClientSecret("id", "s3cret");
    var bearer = new SalesforceCredentials.JwtBearer("id", "me@example.com", "s3cret");

    assertThat(
            SalesforceSettings.of(URI.create("https://a.my.salesforce.com"), secret, Set.of())
                + " "
                + SalesforceSettings.of(URI.create("https://a.my.salesforce.com"), bearer, Set.of())
                + new Session("s3cret", simulator.baseUrl(), new RecordId("o"), new RecordId("u")))
        .doesNotContain("s3cret");
  }

  private SalesforceCrm with(SalesforceCredentials credentials) {
    return new SalesforceCrm(
        SalesforceSettings.of(simulator.baseUrl(), credentials, Set.of(STATUS)), clock, pause);
  }

  private static KeyPair keys() throws NoSuchAlgorithmException {
    var generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    return generator.generateKeyPair();
  }

  private static String pem(KeyPair keys) {
    return "-----BEGIN PRIVATE KEY-----\n"
        + Base64.getMimeEncoder().encodeToString(keys.getPrivate().getEncoded())
        + "\n-----END PRIVATE KEY-----\n";
  }
}
