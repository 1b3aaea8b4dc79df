package io.stagesync.app.config;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How to reach a Salesforce org. One of {@code clientSecret} and {@code jwt} is there.
 *
 * @param loginUrl the org's own My Domain address; https, or plain http on a loopback host
 * @param clientId the app's consumer key
 * @param clientSecret the app's consumer secret, for the client credentials flow
 * @param jwt for the JWT bearer flow
 * @param dailyShare the part of the org's daily calls, all users' together, beyond which we stop;
 *     above 0, at most 1
 * @param workers how many requests may be under way at once
 * @param conditionalWrites whether Salesforce is asked to refuse a write to a record that is newer
 *     than the version that was read
 */
public record SalesforceAccess(
    URI loginUrl,
    String clientId,
    Optional<Secret> clientSecret,
    Optional<Jwt> jwt,
    double dailyShare,
    int workers,
    boolean conditionalWrites) {

  /**
   * The JWT bearer flow.
   *
   * @param username the integration user's name
   * @param keyFile its private key, PKCS #8 in PEM
   */
  public record Jwt(String username, Path keyFile) {}
}
