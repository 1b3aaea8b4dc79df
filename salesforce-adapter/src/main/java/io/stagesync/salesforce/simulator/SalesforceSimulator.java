package io.stagesync.salesforce.simulator;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import io.stagesync.net.CallMeter;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A Salesforce org on this machine's loopback address. It has an integration user, whose writes
 * come in over the wire, and people, whom {@link #org()} speaks for.
 */
public final class SalesforceSimulator implements AutoCloseable {
  private final WireMockServer server;
  private final SimulatedOrg org;
  private final SimulatorFaults faults = new SimulatorFaults();
  private final CallMeter<CallKind> meter = new CallMeter<>(CallKind.class);
  private final Sessions sessions;
  private final TokenEndpoint tokens;
  private final SoapEndpoint soap;

  private SalesforceSimulator(SimulatorSettings settings) {
    var world = new World(settings.clock());
    org = new SimulatedOrg(world);
    sessions = new Sessions(settings.clock(), settings.tokenLife());
    tokens = new TokenEndpoint(settings, sessions);
    soap =
        new SoapEndpoint(
            world,
            sessions,
            new Queries(world, settings.pageSize()),
            new Updates(world, org, faults),
            settings.dailyLimit());
    var config =
        wireMockConfig()
            .bindAddress("127.0.0.1")
            .disableRequestJournal()
            .extensions(new Exchange(tokens, soap, faults, meter));
    server =
        new WireMockServer(
            settings.port() == 0 ? config.dynamicPort() : config.port(settings.port()));
  }

  /** Starts an org; {@link #close()} stops it. */
  public static SalesforceSimulator start(SimulatorSettings settings) {
    var simulator = new SalesforceSimulator(settings);
    simulator.server.start();
    simulator.server.stubFor(any(anyUrl()).willReturn(aResponse().withTransformers(Exchange.NAME)));
    return simulator;
  }

  /** The org's own address, its My Domain so to speak. */
  public URI baseUrl() {
    return URI.create("http://127.0.0.1:" + server.port());
  }

  /** The common login host, where client credentials do not work. */
  public URI loginHost() {
    return URI.create("http://localhost:" + server.port());
  }

  /** The org and its people. */
  public SimulatedOrg org() {
    return org;
  }

  /** What goes wrong. */
  public SimulatorFaults faults() {
    return faults;
  }

  /** Requests so far, by kind; kinds without one are missing. */
  public Map<CallKind, Long> calls() {
    return meter.counts();
  }

  /** Every token that was given out so far is refused from now on. */
  public void expireTokens() {
    sessions.expireAll();
  }

  /** The token endpoint refuses everybody with an error of OAuth; null: it lets them in again. */
  public void refuseTokens(@Nullable String error, String description) {
    tokens.refuse(error, description);
  }

  /** Sets how many of the org's daily calls are used, ours and others' together, and its limit. */
  public void dailyCalls(long used, long limit) {
    soap.used(used);
    soap.limit(limit);
  }

  @Override
  public void close() {
    server.stop();
  }
}
