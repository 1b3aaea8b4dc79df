package io.stagesync.salesforce.simulator;

import java.security.PublicKey;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * A simulated org's settings.
 *
 * @param port 0 for any free one
 * @param clock the org's own clock
 * @param clientId the app's consumer key
 * @param clientSecret the app's consumer secret
 * @param username the integration user's name
 * @param jwtKey the key that signed claims are checked with; empty: the app has no certificate
 * @param tokenLife how long a token holds after its last use
 * @param dailyLimit the org's calls of 24 hours
 * @param pageSize the most rows that a page of a query has, at most 2,000
 */
public record SimulatorSettings(
    int port,
    InstantSource clock,
    String clientId,
    String clientSecret,
    String username,
    Optional<PublicKey> jwtKey,
    Duration tokenLife,
    long dailyLimit,
    int pageSize) {

  /** A fresh org on any free port. */
  public static SimulatorSettings of(InstantSource clock) {
    return new SimulatorSettings(
        0,
        clock,
        "simulated-client",
        "simulated-secret",
        "integration@example.com",
        Optional.empty(),
        Duration.ofHours(2),
        100_000,
        2000);
  }

  /** The same on a given port. */
  public SimulatorSettings onPort(int other) {
    return new SimulatorSettings(
        other, clock, clientId, clientSecret, username, jwtKey, tokenLife, dailyLimit, pageSize);
  }

  /** The same with a key for signed claims. */
  public SimulatorSettings withKey(PublicKey key) {
    return new SimulatorSettings(
        port,
        clock,
        clientId,
        clientSecret,
        username,
        Optional.of(key),
        tokenLife,
        dailyLimit,
        pageSize);
  }

  /** The same with another life of tokens. */
  public SimulatorSettings withTokenLife(Duration life) {
    return new SimulatorSettings(
        port, clock, clientId, clientSecret, username, jwtKey, life, dailyLimit, pageSize);
  }

  /** The same with another daily limit. */
  public SimulatorSettings withDailyLimit(long limit) {
    return new SimulatorSettings(
        port, clock, clientId, clientSecret, username, jwtKey, tokenLife, limit, pageSize);
  }

  /** The same with smaller pages. */
  public SimulatorSettings withPageSize(int rows) {
    return new SimulatorSettings(
        port, clock, clientId, clientSecret, username, jwtKey, tokenLife, dailyLimit, rows);
  }

  /** Leaves the secret out. */
  @Override
  public String toString() {
    return "SimulatorSettings[port=" + port + "]";
  }
}
