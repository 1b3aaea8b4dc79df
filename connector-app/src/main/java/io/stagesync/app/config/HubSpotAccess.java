package io.stagesync.app.config;

import java.net.URI;
import java.util.OptionalInt;

/**
 * How to reach a HubSpot account.
 *
 * @param baseUrl where the API is; https, or plain http on a loopback host
 * @param accessToken the service key or access token
 * @param apiVersion the date-versioned API, {@code 2026-09} for example
 * @param burst calls that the account's tier allows in any ten seconds; empty: what the account
 *     says
 * @param share the part of every limit that we use; above 0, at most 1
 */
public record HubSpotAccess(
    URI baseUrl, Secret accessToken, String apiVersion, OptionalInt burst, double share) {}
