package io.stagesync.app.simulator;

import io.stagesync.hubspot.simulator.HubSpotSimulator;
import io.stagesync.salesforce.simulator.CallKind;
import io.stagesync.salesforce.simulator.SalesforceSimulator;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Both CRMs simulated on 127.0.0.1 with people in them, until it is closed. */
public final class SimulatedCrms implements AutoCloseable {
  private static final Duration SALESFORCE_QUERY = Duration.ofMillis(600);
  private static final Duration SALESFORCE_UPDATE = Duration.ofSeconds(1);
  private static final Duration HUBSPOT_ANSWER = Duration.ofMillis(120);

  /** How long ago everybody moved in. */
  private static final Duration SETTLED = Duration.ofDays(30);

  private static final Duration SEARCH_LAG = Duration.ofSeconds(15);

  private final SalesforceSimulator salesforce;
  private final HubSpotSimulator hubspot;
  private final Town town;
  private final EditLog log;
  private final Access access;

  private SimulatedCrms(SalesforceSimulator salesforce, HubSpotSimulator hubspot, Access access) {
    this.salesforce = salesforce;
    this.hubspot = hubspot;
    this.access = access;
    this.town = new Town(salesforce.org(), hubspot.portal());
    this.log = new EditLog(town);
  }

  /**
   * Starts both and lets people move in.
   *
   * @param clock both CRMs' own clock
   */
  public static SimulatedCrms start(SimulationOptions options, Clock clock) {
    var theirs = new PastClock(clock, SETTLED);
    var org = io.stagesync.salesforce.simulator.SimulatorSettings.of(theirs);
    var account = io.stagesync.hubspot.simulator.SimulatorSettings.standard(theirs);
    if (options.realistic()) {
      account = account.withLatency(HUBSPOT_ANSWER).withIndexLag(SEARCH_LAG);
    }
    var hubspot = HubSpotSimulator.start(account.onPort(options.hubspotPort()));
    var salesforce = SalesforceSimulator.start(org.onPort(options.salesforcePort()));
    if (options.realistic()) {
      salesforce
          .faults()
          .latency(CallKind.QUERY, SALESFORCE_QUERY)
          .latency(CallKind.QUERY_MORE, SALESFORCE_QUERY)
          .latency(CallKind.UPDATE, SALESFORCE_UPDATE);
    }
    var access =
        new Access(
            salesforce.baseUrl(),
            org.clientId(),
            org.clientSecret(),
            hubspot.baseUrl(),
            account.token(),
            account.adminToken());
    var crms = new SimulatedCrms(salesforce, hubspot, access);
    crms.town.settle(options.persons());
    if (options.drifted()) {
      crms.town.drift();
    }
    theirs.setRight();
    return crms;
  }

  /** How to reach them. */
  public Access access() {
    return access;
  }

  /** How many people of each kind there are. */
  public Map<PersonKind, Long> people() {
    return town.inhabitants().stream()
        .collect(Collectors.groupingBy(Inhabitant::kind, TreeMap::new, Collectors.counting()));
  }

  /** Lets people edit. */
  public List<Edit> edit(int count, long seed) {
    return new Edits(town, log).make(count, seed);
  }

  /** From now on people make so many edits exactly while other programs write. */
  public void editUnderWrites(int count, long seed) {
    new EditsUnderWrites(town, log).arm(count, seed, salesforce, hubspot);
  }

  /** How both worlds stand. */
  public Truth truth() {
    return new Comparison(town, log).truth();
  }

  /** The calls that came in, by kind. */
  public Calls calls() {
    return new Calls(
        salesforce.calls().entrySet().stream()
            .collect(Collectors.toMap(e -> e.getKey().name(), Map.Entry::getValue)),
        hubspot.calls().entrySet().stream()
            .collect(Collectors.toMap(e -> e.getKey().name(), Map.Entry::getValue)),
        hubspot.tooMany());
  }

  @Override
  public void close() {
    salesforce.close();
    hubspot.close();
  }

  /**
   * How both simulated CRMs are reached. The secrets open nothing but the simulation.
   *
   * @param loginUrl the org's own address
   * @param baseUrl HubSpot's address
   * @param adminToken the token of an admin who may define properties
   */
  public record Access(
      URI loginUrl,
      String clientId,
      String clientSecret,
      URI baseUrl,
      String accessToken,
      String adminToken) {

    /** A whole config file. */
    public String config(String mapping, String store) {
      return """
      # Reaches both simulated CRMs for as long as they run. The secrets open nothing else; that
      # they stand in this file has to be allowed: --allow-inline-secrets
      salesforce:
        login-url: %s
        client-id: %s
        client-secret: %s
      hubspot:
        base-url: %s
        access-token: %s
        api-version: "2026-09"
        burst: 190
      mapping: %s
      store: jdbc:sqlite:%s
      email-key: the-key-of-a-simulation
      schedule:
        time-zone: UTC
        incremental: "*/15 * * * * ?"
        full-sweep: "0 0 3 * * ?"
        push-to-hubspot: after-read
        push-to-salesforce: after-read
        campaign-members: "0 30 2 * * ?"
      """
          .formatted(
              loginUrl, clientId, clientSecret, baseUrl, accessToken, quoted(mapping), store);
    }

    private static String quoted(String text) {
      return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    /** Leaves the secrets out. */
    @Override
    public String toString() {
      return "Access[" + loginUrl + ", " + baseUrl + "]";
    }
  }

  /**
   * Calls that came in.
   *
   * @param salesforce by kind
   * @param hubspot by operation, those let in
   * @param tooMany calls that HubSpot turned away because of a limit
   */
  public record Calls(Map<String, Long> salesforce, Map<String, Long> hubspot, long tooMany) {
    public Calls {
      salesforce = Map.copyOf(salesforce);
      hubspot = Map.copyOf(hubspot);
    }
  }
}
