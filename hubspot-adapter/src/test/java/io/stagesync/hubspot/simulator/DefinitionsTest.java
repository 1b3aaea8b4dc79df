package io.stagesync.hubspot.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Admins create properties and change their options over the wire. */
class DefinitionsTest {
  private static final String PROPERTIES = "/crm/properties/2026-09/contacts";
  private static final String REASON =
      """
      {"name":"reason","label":"Reason","groupName":"contactinformation","type":"enumeration",
       "fieldType":"select","options":[{"label":"Later","value":"LATER","hidden":false}]}
      """;

  private final HubSpotSimulator simulator =
      HubSpotSimulator.start(SimulatorSettings.standard(Clock.systemUTC()));

  @AfterEach
  void stop() {
    simulator.close();
  }

  private HttpResponse<String> send(String method, String path, String token, String body)
      throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(simulator.baseUrl() + path))
                .header("Authorization", "Bearer " + token)
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build(),
            HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> admin(String method, String path, String body)
      throws IOException, InterruptedException {
    return send(method, path, simulator.settings().adminToken(), body);
  }

  @Test
  void anAdminMayCreateAPropertyOnceAndStageSyncsTokenMayNot() throws Exception {
    var refused = send("POST", PROPERTIES, simulator.settings().token(), REASON);
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body()).contains("crm.schemas.contacts.write");
    assertThat(admin("POST", PROPERTIES, REASON).statusCode()).isEqualTo(201);
    assertThat(simulator.portal().options("reason"))
        .containsExactly(new Option("LATER", "Later", -1, false));
    assertThat(admin("POST", PROPERTIES, REASON).statusCode()).isEqualTo(409);
  }

  @Test
  void optionsAreReplacedAndThoseOfTheLifecycleStageAreNot() throws Exception {
    admin("POST", PROPERTIES, REASON);
    var options = "{\"options\":[{\"label\":\"Never\",\"value\":\"NEVER\",\"hidden\":false}]}";
    assertThat(admin("PATCH", PROPERTIES + "/reason", options).statusCode()).isEqualTo(200);
    assertThat(simulator.portal().options("reason"))
        .extracting(Option::value)
        .containsExactly("NEVER");
    assertThat(admin("PATCH", PROPERTIES + "/lifecyclestage", options).statusCode()).isEqualTo(400);
    assertThat(admin("PATCH", PROPERTIES + "/nowhere", options).statusCode()).isEqualTo(404);
  }

  @Test
  void aDefinitionThatLacksSomethingIsRefused() throws Exception {
    assertThat(admin("POST", PROPERTIES, REASON.replace("groupName", "group")).body())
        .contains("missing groupName");
    assertThat(admin("POST", PROPERTIES, REASON.replace("\"LATER\"", "\"\"")).statusCode())
        .isEqualTo(400);
    assertThat(admin("POST", PROPERTIES, REASON.replace("reason", "My Reason")).statusCode())
        .isEqualTo(400);
  }
}
