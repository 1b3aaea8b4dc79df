package io.stagesync.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.stagesync.hubspot.simulator.Actor;
import io.stagesync.hubspot.simulator.Endpoint;
import io.stagesync.hubspot.simulator.HubSpotSimulator;
import io.stagesync.net.Pause;
import io.stagesync.salesforce.simulator.LeadDraft;
import io.stagesync.salesforce.simulator.SalesforceSimulator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole program in processes of its own, against both simulated CRMs over HTTP. */
class ProcessIT {
  @TempDir Path folder = Path.of("");
  private SalesforceSimulator salesforce = simulatedSalesforce();
  private HubSpotSimulator hubspot = simulatedHubSpot();

  private static SalesforceSimulator simulatedSalesforce() {
    return SalesforceSimulator.start(
        io.stagesync.salesforce.simulator.SimulatorSettings.of(Clock.systemUTC()));
  }

  private static HubSpotSimulator simulatedHubSpot() {
    return HubSpotSimulator.start(
        io.stagesync.hubspot.simulator.SimulatorSettings.standard(Clock.systemUTC()));
  }

  @BeforeEach
  void onePersonOnBothSides() throws Exception {
    salesforce
        .org()
        .createLead(
            LeadDraft.of("carla@orion.de")
                .status("Open - Not Contacted")
                .stage("Marketing qualified lead"));
    hubspot
        .portal()
        .create(Map.of("email", "carla@orion.de", "lifecyclestage", "lead"), Actor.person(101));
    assertThat(start("init").waitFor()).as(text("init")).isZero();
  }

  @AfterEach
  void stop() {
    salesforce.close();
    hubspot.close();
  }

  private Process start(String command, String... options) throws Exception {
    var builder =
        new ProcessBuilder(
            Stream.concat(
                    Stream.of(House.root().resolve("stagesync").toString(), command),
                    Stream.of(options))
                .toList());
    builder.directory(folder.toFile());
    builder.redirectOutput(folder.resolve(command + ".out").toFile());
    builder.redirectError(folder.resolve(command + ".err").toFile());
    builder
        .environment()
        .putAll(
            Map.of(
                "SALESFORCE_LOGIN_URL", salesforce.baseUrl().toString(),
                "SALESFORCE_CLIENT_ID", "simulated-client",
                "SALESFORCE_CLIENT_SECRET", "simulated-secret",
                "HUBSPOT_ACCESS_TOKEN", "pat-eu1-simulated",
                "STAGESYNC_EMAIL_KEY", "a-key-of-this-test"));
    var config = folder.resolve("stagesync.yaml");
    if (Files.exists(config)) {
      Files.writeString(
          config,
          Files.readString(config).replace("https://api.hubapi.com", hubspot.baseUrl().toString()));
    }
    return builder.start();
  }

  private String text(String command) throws Exception {
    return Files.readString(folder.resolve(command + ".out"))
        + Files.readString(folder.resolve(command + ".err"));
  }

  @Test
  void aSyncEndsWithExactlyOneJsonObjectOnStandardOutput() throws Exception {
    assertThat(start("sync", "--json").waitFor()).as(text("sync")).isZero();
    var lines = Files.readAllLines(folder.resolve("sync.out"));
    assertThat(lines).hasSize(1);
    var report = new ObjectMapper().readTree(lines.get(0));
    assertThat(report.path("pairs").asInt()).isEqualTo(1);
    var contact = hubspot.portal().ids().get(0);
    assertThat(hubspot.portal().value(contact, "lifecyclestage"))
        .isEqualTo("marketingqualifiedlead");
    assertThat(text("sync")).doesNotContain("carla@orion.de", "pat-eu1", "simulated-secret");
  }

  @Test
  void servingFinishesWhatIsUnderWayWhenTheProcessIsAskedToEnd() throws Exception {
    var serving = start("serve");
    for (int i = 0; i < 120 && !text("serve").contains("runs next at"); i++) {
      Pause.REAL.sleep(Duration.ofMillis(500));
    }
    assertThat(text("serve")).contains("incremental runs next at");
    serving.destroy();
    assertThat(serving.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(serving.exitValue()).as(text("serve")).isZero();
    assertThat(text("serve")).contains("asked to end", "ended");
  }

  /** Starts a sync and kills its process while HubSpot carries its next write out. */
  private void syncThatIsKilledAtItsWrite() throws Exception {
    var started = new CompletableFuture<Process>();
    hubspot.weather().before(Endpoint.BATCH_UPDATE, () -> started.join().destroyForcibly());
    var syncing = start("sync");
    started.complete(syncing);
    assertThat(syncing.waitFor()).as(text("sync")).isNotZero();
  }

  @Test
  void aKillBetweenWriteAndOutcomeIsFinishedByTheNextRun() throws Exception {
    var contact = hubspot.portal().ids().get(0);
    syncThatIsKilledAtItsWrite();
    assertThat(start("sync").waitFor()).as(text("sync")).isZero();
    assertThat(hubspot.portal().value(contact, "lifecyclestage"))
        .isEqualTo("marketingqualifiedlead");
    assertThat(hubspot.portal().writes(contact, "lifecyclestage")).isEqualTo(1);
  }

  @Test
  void aKillBetweenClearAndSetNeverLeavesTheStageBlank() throws Exception {
    var contact = hubspot.portal().ids().get(0);
    assertThat(start("sync").waitFor()).as(text("sync")).isZero();
    salesforce.org().edit(salesforce.org().leads().get(0), "Lead_Stage__c", "Lead", "Kenji");
    syncThatIsKilledAtItsWrite();
    assertThat(start("sync").waitFor()).as(text("sync")).isZero();
    assertThat(hubspot.portal().value(contact, "lifecyclestage")).isEqualTo("lead");
    assertThat(salesforce.org().lead(salesforce.org().leads().get(0), "Lead_Stage__c"))
        .contains("Lead");
  }

  @Test
  void wrongCredentialsNameTheirSide() throws Exception {
    hubspot.token("another");
    assertThat(start("doctor").waitFor()).isEqualTo(1);
    assertThat(text("doctor"))
        .contains("HubSpot refuses the credentials", "Salesforce: reached org")
        .doesNotContain("\tat ");
  }
}
