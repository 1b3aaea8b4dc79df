package io.stagesync.app.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * Lets another process on this machine look at the simulated worlds and let their people edit.
 * Listens on 127.0.0.1 until it is closed; answers JSON.
 *
 * <ul>
 *   <li>{@code GET /people} how many people of each kind there are
 *   <li>{@code GET /truth} how both worlds stand
 *   <li>{@code GET /calls} which calls came in
 *   <li>{@code POST /edits?count=40&seed=7} lets people edit, and lists the edits
 *   <li>{@code POST /edits-under-writes?count=40&seed=7} lets people edit what is being written
 *   <li>{@code POST /stop} ends the simulation
 * </ul>
 */
public final class ControlSurface implements AutoCloseable {
  static final ObjectMapper JSON = new ObjectMapper();

  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(2, ControlSurface::daemon);

  private ControlSurface(HttpServer server) {
    this.server = server;
  }

  /**
   * Opens it on a free port.
   *
   * @param stop is called when somebody asks for the end
   */
  public static ControlSurface open(SimulatedCrms crms, Runnable stop) throws IOException {
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    var surface = new ControlSurface(HttpServer.create(address, 0));
    surface.answer("GET", "/people", asked -> crms.people());
    surface.answer("GET", "/truth", asked -> crms.truth());
    surface.answer("GET", "/calls", asked -> crms.calls());
    surface.answer(
        "POST", "/edits", asked -> crms.edit((int) number(asked, "count"), number(asked, "seed")));
    surface.answer(
        "POST",
        "/edits-under-writes",
        asked -> {
          crms.editUnderWrites((int) number(asked, "count"), number(asked, "seed"));
          return Map.of("armed", number(asked, "count"));
        });
    surface.answer(
        "POST",
        "/stop",
        asked -> {
          stop.run();
          return Map.of("stopping", true);
        });
    surface.server.setExecutor(surface.threads);
    surface.server.start();
    return surface;
  }

  /** Its address. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void answer(String method, String path, Function<Map<String, String>, Object> work) {
    server.createContext(
        path,
        exchange -> {
          try (exchange) {
            boolean known =
                exchange.getRequestMethod().equals(method)
                    && exchange.getRequestURI().getPath().equals(path);
            if (known) {
              answer(exchange, work);
            } else {
              send(exchange, 404, Map.of("error", "ask " + method + " " + path));
            }
          }
        });
  }

  private static void answer(HttpExchange exchange, Function<Map<String, String>, Object> work)
      throws IOException {
    try {
      send(exchange, 200, work.apply(asked(exchange.getRequestURI())));
    } catch (IllegalArgumentException e) {
      send(exchange, 400, Map.of("error", String.valueOf(e.getMessage())));
    }
  }

  private static void send(HttpExchange exchange, int status, Object answer) throws IOException {
    var body = text(answer).getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  private static String text(Object answer) throws JsonProcessingException {
    return JSON.writeValueAsString(answer);
  }

  private static Map<String, String> asked(URI uri) {
    var asked = new HashMap<String, String>();
    var query = uri.getQuery() == null ? "" : uri.getQuery();
    Arrays.stream(query.split("&"))
        .map(part -> part.split("=", 2))
        .filter(part -> part.length == 2)
        .forEach(part -> asked.put(part[0], part[1]));
    return asked;
  }

  private static long number(Map<String, String> asked, String name) {
    var text = asked.getOrDefault(name, "");
    if (!text.matches("\\d{1,9}")) {
      throw new IllegalArgumentException(name + " has to be a whole number, not \"" + text + "\"");
    }
    return Long.parseLong(text);
  }

  static Thread daemon(Runnable work) {
    var thread = new Thread(work, "control");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
