package io.stagesync.app.simulator;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * {@code simulate} in a process of its own, which ends with this. Should this process be killed,
 * its end of the child's standard input closes, and the child ends by itself.
 */
public final class SimulatorProcess implements AutoCloseable {
  private static final Duration ANSWER = Duration.ofSeconds(60);
  private static final long SECONDS_TO_END = 20;

  private final Process process;
  private final Path log;
  private final URI control;
  private final HttpClient client = HttpClient.newHttpClient();

  private SimulatorProcess(Process process, Path log, URI control) {
    this.process = process;
    this.log = log;
    this.control = control;
  }

  /**
   * Starts it and waits until both CRMs answer.
   *
   * @param mainClass carries out command lines
   * @param config the config file to write
   * @throws UncheckedIOException when it does not start; the message names its log
   */
  public static SimulatorProcess start(String mainClass, SimulationOptions options, Path config) {
    var log = config.resolveSibling("simulator.log");
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), mainClass, "simulate"));
    command.addAll(options.arguments());
    command.addAll(List.of("--json", "--until-stdin-closes", "--write-config", config.toString()));
    try {
      var process =
          new ProcessBuilder(command)
              .redirectError(ProcessBuilder.Redirect.to(log.toFile()))
              .start();
      try {
        return new SimulatorProcess(process, log, control(process, log));
      } catch (IOException | RuntimeException e) {
        process.destroyForcibly();
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the simulated CRMs did not start, see " + log, e);
    }
  }

  private static URI control(Process process, Path log) throws IOException {
    var line = process.inputReader(StandardCharsets.UTF_8).readLine();
    if (line == null) {
      throw new IOException("the process ended before it was ready; its last words are in " + log);
    }
    return URI.create(ControlSurface.JSON.readTree(line).path("control").asText());
  }

  /** Its process id. */
  public long id() {
    return process.pid();
  }

  /** How many people of each kind there are. */
  public Map<PersonKind, Long> people() {
    return read(get("/people"), new TypeReference<>() {});
  }

  /** How both worlds stand. */
  public Truth truth() {
    return read(get("/truth"), new TypeReference<>() {});
  }

  /** The calls that came in, by kind. */
  public SimulatedCrms.Calls calls() {
    return read(get("/calls"), new TypeReference<>() {});
  }

  /** Lets people edit. */
  public List<Edit> edit(int count, long seed) {
    return read(post("/edits", count, seed), new TypeReference<>() {});
  }

  /** From now on people make so many edits exactly while we write. */
  public void editUnderWrites(int count, long seed) {
    read(post("/edits-under-writes", count, seed), new TypeReference<Map<String, Long>>() {});
  }

  private HttpRequest get(String path) {
    return HttpRequest.newBuilder(control.resolve(path)).timeout(ANSWER).build();
  }

  private HttpRequest post(String path, int count, long seed) {
    return HttpRequest.newBuilder(control.resolve(path + "?count=" + count + "&seed=" + seed))
        .timeout(ANSWER)
        .POST(HttpRequest.BodyPublishers.noBody())
        .build();
  }

  private <T> T read(HttpRequest request, TypeReference<T> type) {
    try {
      var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IOException("its control surface said " + answer.body());
      }
      return ControlSurface.JSON.readValue(answer.body(), type);
    } catch (IOException e) {
      throw new UncheckedIOException("the simulated CRMs do not answer, see " + log, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while asking the simulated CRMs", e);
    }
  }

  /** Ends the process and waits until it is gone. */
  @Override
  public void close() {
    try {
      process.getOutputStream().close();
      if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (IOException e) {
      process.destroyForcibly();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
