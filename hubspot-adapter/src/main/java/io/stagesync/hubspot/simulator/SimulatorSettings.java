package io.stagesync.hubspot.simulator;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Set;

/**
 * How a simulated account is set up.
 *
 * @param port the port on 127.0.0.1; 0 takes a free one
 * @param portalId the account's id
 * @param token the access token that it accepts
 * @param sourceId the app id under which writes with that token stand in the history
 * @param scopes what the token may do
 * @param limits how many calls the account allows
 * @param indexLag how long a change takes to show up in a search
 * @param latency how long each answer takes at least
 * @param timeZone the account's time zone; the daily limit starts again at its midnight
 * @param clock the account's own clock
 */
public record SimulatorSettings(
    int port,
    long portalId,
    String token,
    String sourceId,
    Set<String> scopes,
    Limits limits,
    Duration indexLag,
    Duration latency,
    ZoneId timeZone,
    Clock clock) {
  public SimulatorSettings {
    scopes = Set.copyOf(scopes);
  }

  /**
   * How many calls an account allows.
   *
   * @param burst calls within any 10 seconds, searches not counted
   * @param search searches within any second
   * @param daily calls from midnight to midnight
   */
  public record Limits(int burst, int search, long daily) {
    /** A Professional account: 190, 5 and 625,000. */
    public static final Limits PROFESSIONAL = new Limits(190, 5, 625_000);

    /** No limit that a test would meet. */
    public static final Limits NONE =
        new Limits(Integer.MAX_VALUE, Integer.MAX_VALUE, Long.MAX_VALUE);
  }

  /** A Professional account without index lag and latency, on a free port. */
  public static SimulatorSettings standard(Clock clock) {
    return new SimulatorSettings(
        0,
        4_217_300L,
        "pat-eu1-simulated",
        "5670736",
        Set.of("crm.objects.contacts.read", "crm.objects.contacts.write", "oauth"),
        Limits.PROFESSIONAL,
        Duration.ZERO,
        Duration.ZERO,
        ZoneId.of("UTC"),
        clock);
  }

  /** The token of an admin, who may do all that the token may, and define properties. */
  public String adminToken() {
    return token + "-admin";
  }

  /** The same on a given port. */
  public SimulatorSettings onPort(int other) {
    return new SimulatorSettings(
        other, portalId, token, sourceId, scopes, limits, indexLag, latency, timeZone, clock);
  }

  /** The same account under another id. */
  public SimulatorSettings withPortalId(long other) {
    return new SimulatorSettings(
        port, other, token, sourceId, scopes, limits, indexLag, latency, timeZone, clock);
  }

  /** The same with another access token. */
  public SimulatorSettings withToken(String other) {
    return new SimulatorSettings(
        port, portalId, other, sourceId, scopes, limits, indexLag, latency, timeZone, clock);
  }

  /** The same with a token that may do something else. */
  public SimulatorSettings withScopes(Set<String> other) {
    return new SimulatorSettings(
        port, portalId, token, sourceId, other, limits, indexLag, latency, timeZone, clock);
  }

  /** The same with other limits. */
  public SimulatorSettings withLimits(Limits other) {
    return new SimulatorSettings(
        port, portalId, token, sourceId, scopes, other, indexLag, latency, timeZone, clock);
  }

  /** The same with a search index that is later. */
  public SimulatorSettings withIndexLag(Duration other) {
    return new SimulatorSettings(
        port, portalId, token, sourceId, scopes, limits, other, latency, timeZone, clock);
  }

  /** The same with slower answers. */
  public SimulatorSettings withLatency(Duration other) {
    return new SimulatorSettings(
        port, portalId, token, sourceId, scopes, limits, indexLag, other, timeZone, clock);
  }

  /** The same in another time zone. */
  public SimulatorSettings inTimeZone(ZoneId other) {
    return new SimulatorSettings(
        port, portalId, token, sourceId, scopes, limits, indexLag, latency, other, clock);
  }

  /** Leaves the token out. */
  @Override
  public String toString() {
    return "SimulatorSettings[portal " + portalId + ", port " + port + "]";
  }
}
