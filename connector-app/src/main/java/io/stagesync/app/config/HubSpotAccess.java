package io.stagesync.app.config;

import java.net.URI;

/**
 * How to reach a HubSpot account.
 *
 * @param baseUrl where the API is; https, or plain http on a loopback host
 * @param accessToken the service key or access token
 * @param apiVersion the date-versioned API, {@code 2026-09} for example
 * @param requestsPerTenSeconds what the account's tier allows in any ten seconds
 * @param dailyShare the part of the account's daily calls beyond which we stop; above 0, at most 1
 */
public record HubSpotAccess(
    URI baseUrl,
    Secret accessToken,
    String apiVersion,
    int requestsPerTenSeconds,
    double dailyShare) {}
