package io.stagesync.app.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What another process gets from the control surface. */
class ControlSurfaceTest {
  private final HttpClient client = HttpClient.newHttpClient();
  private final AtomicBoolean stopped = new AtomicBoolean();
  private Simulation simulation;

  @BeforeEach
  void start() throws IOException {
    simulation =
        Simulation.start(
            SimulationOptions.believable(300, 1), Clock.systemUTC(), () -> stopped.set(true));
  }

  @AfterEach
  void stop() {
    simulation.close();
  }

  private HttpResponse<String> ask(String method, String path)
      throws IOException, InterruptedException {
    URI control = simulation.control().address();
    var request =
        HttpRequest.newBuilder(control.resolve(path))
            .method(method, HttpRequest.BodyPublishers.noBody())
            .build();
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private <T> T ask(String method, String path, Class<T> type)
      throws IOException, InterruptedException {
    var answer = ask(method, path);
    assertThat(answer.statusCode()).isEqualTo(200);
    return ControlSurface.JSON.readValue(answer.body(), type);
  }

  @Test
  void itTellsTheTruthAndWhatBecameOfEveryEdit() throws Exception {
    var before = ask("GET", "/truth", Truth.class);
    var edits = ask("POST", "/edits?count=12&seed=3", Edit[].class);
    var after = ask("GET", "/truth", Truth.class);

    assertThat(before.fates().made()).isZero();
    assertThat(edits).hasSizeGreaterThanOrEqualTo(12);
    assertThat(after.fates().made()).isEqualTo(edits.length);
    assertThat(after.fates().stand() + after.fates().superseded()).isEqualTo(edits.length);
    assertThat(after.writesToConverted()).isZero();
    assertThat(after).isEqualTo(simulation.crms().truth());
  }

  @Test
  void itCountsPeopleAndCalls() throws Exception {
    assertThat(ask("GET", "/people").body()).contains("\"IN_AGREEMENT\":", "\"UPSELL\":");
    assertThat(ask("GET", "/calls", SimulatedCrms.Calls.class).hubspot()).isEmpty();
  }

  @Test
  void itEndsTheSimulationWhenItIsAsked() throws Exception {
    assertThat(ask("POST", "/stop").statusCode()).isEqualTo(200);
    assertThat(stopped).isTrue();
  }

  @Test
  void itSaysWhatIsWrongWithARequest() throws Exception {
    assertThat(ask("POST", "/edits?count=many&seed=1").statusCode()).isEqualTo(400);
    assertThat(ask("POST", "/edits?count=many&seed=1").body()).contains("count has to be a whole");
    assertThat(ask("GET", "/edits?count=1&seed=1").statusCode()).isEqualTo(404);
    assertThat(ask("GET", "/truth/more").statusCode()).isEqualTo(404);
  }
}
