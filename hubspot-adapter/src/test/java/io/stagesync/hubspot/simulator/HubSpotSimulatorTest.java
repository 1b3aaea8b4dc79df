package io.stagesync.hubspot.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.stagesync.hubspot.simulator.SimulatorSettings.Limits;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HubSpotSimulatorTest {
  private static final String CONTACTS = "/crm/objects/2026-09/contacts";
  private static final Actor ANNA = Actor.person(101);

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-22T08:00:00Z"));
  private final InstantSource ticking = now::get;
  private final Clock clock = ticking.withZone(ZoneOffset.UTC);
  private final HubSpotSimulator simulator =
      HubSpotSimulator.start(
          SimulatorSettings.standard(clock)
              .withLimits(new Limits(10, 3, 50))
              .withIndexLag(Duration.ofSeconds(15)));
  private final Portal portal = simulator.portal();
  private final HttpClient http = HttpClient.newHttpClient();

  private record Got(int status, JsonNode body, HttpResponse<String> whole) {}

  @AfterEach
  void stop() {
    simulator.close();
  }

  private void pass(Duration duration) {
    now.updateAndGet(time -> time.plus(duration));
  }

  private Got send(String method, String path, String body) {
    var request =
        HttpRequest.newBuilder(simulator.baseUrl().resolve(path))
            .header("Authorization", "Bearer " + simulator.settings().token())
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      return new Got(answer.statusCode(), new ObjectMapper().readTree(answer.body()), answer);
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  private String lead() {
    return portal.create(Map.of("lifecyclestage", "lead"), ANNA);
  }

  private static String inputs(List<String> ids) {
    return ids.stream()
        .map(id -> "{\"id\":\"" + id + "\",\"properties\":{\"lifecyclestage\":\"customer\"}}")
        .collect(Collectors.joining(",", "{\"inputs\":[", "]}"));
  }

  @Test
  void aSearchShowsAChangeOnlyOnceTheIndexHasCaughtUp() {
    lead();
    var all = "{\"limit\":10}";

    assertThat(send("POST", CONTACTS + "/search", all).body().path("total").asInt()).isZero();
    pass(Duration.ofSeconds(15));
    assertThat(send("POST", CONTACTS + "/search", all).body().path("total").asInt()).isEqualTo(1);
    assertThat(send("GET", CONTACTS, "").body().path("results")).hasSize(1);
  }

  @Test
  void theBurstLimitRollsInsteadOfStartingAnew() {
    for (int i = 0; i < 10; i++) {
      assertThat(send("GET", CONTACTS, "").status()).isEqualTo(200);
      pass(Duration.ofMillis(900));
    }
    var refused = send("GET", CONTACTS, "");

    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.body().path("policyName").asText()).isEqualTo("TEN_SECONDLY_ROLLING");
    assertThat(refused.whole().headers().firstValue("Retry-After")).isEmpty();
    assertThat(refused.whole().headers().firstValue("X-HubSpot-RateLimit-Max")).contains("10");
    pass(Duration.ofMillis(1_000));
    assertThat(send("GET", CONTACTS, "").status()).isEqualTo(200);
    assertThat(send("GET", CONTACTS, "").status()).isEqualTo(429);
  }

  @Test
  void searchesHaveALimitOfTheirOwn() {
    for (int i = 0; i < 3; i++) {
      assertThat(send("POST", CONTACTS + "/search", "{}").status()).isEqualTo(200);
    }
    var refused = send("POST", CONTACTS + "/search", "{}");

    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.body().path("category").asText()).isEqualTo("RATE_LIMITS");
    assertThat(send("GET", CONTACTS, "").status()).isEqualTo(200);
  }

  @Test
  void theDayStartsAnewAtTheAccountsMidnight() {
    simulator.usedToday(50);
    assertThat(send("GET", CONTACTS, "").body().path("policyName").asText()).isEqualTo("DAILY");

    pass(Duration.ofHours(16));
    assertThat(send("GET", CONTACTS, "").status()).isEqualTo(200);
  }

  @Test
  void theSameIdTwiceRefusesTheWholeBatch() {
    var id = lead();

    var refused = send("POST", CONTACTS + "/batch/update", inputs(List.of(id, id)));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body().path("message").asText())
        .isEqualTo("Duplicate IDs found in batch input: [" + id + "]. IDs must be unique");
    assertThat(portal.value(id, "lifecyclestage")).isEqualTo("lead");
  }

  @Test
  void withoutTraceIdsOneBadRowRefusesAll() {
    var good = lead();
    var bad =
        "{\"inputs\":[{\"id\":\""
            + good
            + "\",\"properties\":{\"lifecyclestage\":\"customer\"}},"
            + "{\"id\":\""
            + lead()
            + "\",\"properties\":{\"nonsense\":\"x\"}}]}";

    assertThat(send("POST", CONTACTS + "/batch/update", bad).status()).isEqualTo(400);
    assertThat(portal.value(good, "lifecyclestage")).isEqualTo("lead");
  }

  @Test
  void aBatchTakesAHundredAndFiftyWithHistory() {
    var ids = IntStream.range(0, 101).mapToObj(i -> lead()).toList();
    var history = "{\"propertiesWithHistory\":[\"lifecyclestage\"],";

    assertThat(send("POST", CONTACTS + "/batch/update", inputs(ids)).status()).isEqualTo(400);
    assertThat(send("POST", CONTACTS + "/batch/read", inputs(ids)).status()).isEqualTo(400);
    assertThat(
            send(
                    "POST",
                    CONTACTS + "/batch/read",
                    history + inputs(ids.subList(0, 51)).substring(1))
                .status())
        .isEqualTo(400);
    assertThat(send("POST", CONTACTS + "/batch/read", inputs(ids.subList(0, 100))).status())
        .isEqualTo(200);
  }

  @Test
  void missingIdsAreNamedInOneErrorOfA207() {
    var got = send("POST", CONTACTS + "/batch/read", inputs(List.of(lead(), "98", "99")));

    assertThat(got.status()).isEqualTo(207);
    assertThat(got.body().path("numErrors").asInt()).isEqualTo(1);
    assertThat(got.body().path("errors").path(0).path("context").path("ids")).hasSize(2);
    assertThat(got.body().path("results")).hasSize(1);
  }

  @Test
  void anOldIdReachesTheSurvivorSinglyAndIsPassedOverInABatch() {
    var old = lead();
    var survivor = portal.merge(old, lead());
    var change = "{\"properties\":{\"hs_lead_status\":\"OPEN\"}}";

    var batch = send("POST", CONTACTS + "/batch/update", inputs(List.of(old)));
    var single = send("PATCH", CONTACTS + "/" + old, change);

    assertThat(batch.status()).isEqualTo(200);
    assertThat(batch.body().path("results")).isEmpty();
    assertThat(single.body().path("id").asText()).isEqualTo(survivor);
    assertThat(portal.value(old, "hs_lead_status")).isEqualTo("OPEN");
  }

  @Test
  void aSearchBeyondTenThousandRowsIsRefused() {
    assertThat(send("POST", CONTACTS + "/search", "{\"limit\":200,\"after\":\"9900\"}").status())
        .isEqualTo(400);
  }

  @Test
  void aPersonMayGoBackWhereAnAppMayNot() {
    var id = portal.create(Map.of("lifecyclestage", "customer"), ANNA);

    portal.edit(id, "lifecyclestage", "lead", Actor.integration("1"));
    assertThat(portal.value(id, "lifecyclestage")).isEqualTo("customer");
    portal.edit(id, "lifecyclestage", "lead", Actor.workflow(7));
    assertThat(portal.history(id, "lifecyclestage"))
        .extracting(HistoryEntry::value)
        .containsExactly("lead", "customer");
  }

  @Test
  void aValueThatIsNoOptionIsRefusedAlsoToPeople() {
    var id = lead();

    assertThatThrownBy(() -> portal.edit(id, "lifecyclestage", "wizard", ANNA))
        .hasMessageContaining("INVALID_OPTION");
  }

  @Test
  void aTokenThatIsNotTheRightOneIsRefused() {
    simulator.token("another");
    var old = simulator.settings().withToken("pat-eu1-simulated");

    var request =
        HttpRequest.newBuilder(simulator.baseUrl().resolve(CONTACTS))
            .header("Authorization", "Bearer " + old.token())
            .build();

    assertThat(http.sendAsync(request, HttpResponse.BodyHandlers.ofString()).join().statusCode())
        .isEqualTo(401);
  }
}
