package io.stagesync.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DeadlineClientTest {
  private final DeadlineClient client =
      new DeadlineClient(Duration.ofSeconds(5), Duration.ofMillis(300));
  private final CountDownLatch released = new CountDownLatch(1);
  private final AtomicInteger requests = new AtomicInteger();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    released.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  private void answer(HttpExchange exchange) throws IOException {
    requests.incrementAndGet();
    switch (exchange.getRequestURI().getPath()) {
      case "/stall" -> {
        exchange.sendResponseHeaders(200, 100);
        exchange.getResponseBody().write('h');
        exchange.getResponseBody().flush();
        await();
      }
      case "/silent" -> await();
      case "/elsewhere" -> {
        exchange.getResponseHeaders().add("Location", "/hello");
        exchange.sendResponseHeaders(302, -1);
      }
      case "/cut" -> exchange.close();
      default -> {
        var body = "hello".getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
      }
    }
    exchange.close();
  }

  private void await() {
    try {
      released.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return client.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(
        URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path));
  }

  @Test
  void anAnswerInTimeArrives() throws Exception {
    assertThat(get("/hello").body()).isEqualTo("hello");
  }

  @Test
  void aBodyThatStallsEndsAtTheDeadline() {
    assertThatThrownBy(() -> get("/stall"))
        .isInstanceOf(HttpTimeoutException.class)
        .hasMessage("no complete answer from 127.0.0.1 within 300 ms");
  }

  @Test
  void aServerThatNeverAnswersEndsAtTheDeadline() {
    assertThatThrownBy(() -> get("/silent")).isInstanceOf(HttpTimeoutException.class);
  }

  @Test
  void aRequestsOwnTimeOutGoesBeforeTheDeadline() throws Exception {
    var patient = request("/hello").timeout(Duration.ofSeconds(5)).build();

    assertThat(client.send(patient, HttpResponse.BodyHandlers.ofString()).body())
        .isEqualTo("hello");
  }

  @Test
  void aRedirectIsHandedBackAndNotFollowed() throws Exception {
    assertThat(get("/elsewhere").statusCode()).isEqualTo(302);
    assertThat(requests.get()).isEqualTo(1);
  }

  @Test
  void aPostWhoseConnectionBreaksIsNotSentTwice() {
    var post = request("/cut").POST(HttpRequest.BodyPublishers.ofString("x")).build();

    assertThatThrownBy(() -> client.send(post, HttpResponse.BodyHandlers.ofString()))
        .isInstanceOf(IOException.class);
    assertThat(requests.get()).isEqualTo(1);
  }

  @Test
  void whenNobodyListensNothingWasSent() {
    server.stop(0);

    assertThatThrownBy(() -> get("/hello")).isInstanceOf(ConnectException.class);
  }
}
