package io.stagesync.hubspot.simulator;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.net.URI;
import java.util.Map;
import java.util.Set;

/** A simulated HubSpot account that listens on 127.0.0.1 until it is closed. */
public final class HubSpotSimulator implements AutoCloseable {
  private final WireMockServer server;
  private final FrontDoor door;
  private final Portal portal;
  private final Traffic traffic;
  private final Weather weather;

  private HubSpotSimulator(SimulatorSettings settings) {
    portal = new Portal(settings.clock(), settings.indexLag());
    traffic = new Traffic(settings);
    weather = new Weather();
    door = new FrontDoor(settings, new Desk(portal, traffic, settings), traffic, weather);
    var configuration =
        WireMockConfiguration.options()
            .bindAddress("127.0.0.1")
            .containerThreads(32)
            .disableRequestJournal()
            .extensions(door);
    server =
        new WireMockServer(
            settings.port() == 0
                ? configuration.dynamicPort()
                : configuration.port(settings.port()));
    server.stubFor(
        WireMock.any(WireMock.anyUrl())
            .willReturn(WireMock.aResponse().withTransformers(door.getName())));
  }

  /** Starts an account without contacts. */
  public static HubSpotSimulator start(SimulatorSettings settings) {
    var simulator = new HubSpotSimulator(settings);
    simulator.server.start();
    return simulator;
  }

  /** The address to call instead of HubSpot's. */
  public URI baseUrl() {
    return URI.create("http://127.0.0.1:" + server.port());
  }

  /** What is in the account. */
  public Portal portal() {
    return portal;
  }

  /** What is to go wrong. */
  public Weather weather() {
    return weather;
  }

  /** How it is set up now. */
  public SimulatorSettings settings() {
    return door.settings();
  }

  /** Calls that the account let in, by operation. */
  public Map<Endpoint, Long> calls() {
    return traffic.answered();
  }

  /** Calls that were turned away because of a limit. */
  public long tooMany() {
    return traffic.refused();
  }

  /** Accepts another token from now on, and no longer the old one. */
  public void token(String token) {
    door.settings(door.settings().withToken(token));
  }

  /** Lets the token do something else from now on. */
  public void scopes(Set<String> scopes) {
    door.settings(door.settings().withScopes(scopes));
  }

  /** Allows another number of calls from now on. */
  public void limits(SimulatorSettings.Limits limits) {
    traffic.limits(limits);
  }

  /** Pretends that so many of the day's calls are used up, by us or others. */
  public void usedToday(long calls) {
    traffic.used(calls);
  }

  @Override
  public void close() {
    server.stop();
  }
}
