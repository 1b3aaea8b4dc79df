package io.stagesync.salesforce.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Answers requests for tokens. The host 127.0.0.1 stands for the org's own My Domain address and
 * {@code localhost} for the common login host, where client credentials do not work.
 */
final class TokenEndpoint {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final SimulatorSettings settings;
  private final Sessions sessions;
  private volatile @Nullable Answer refusal;

  TokenEndpoint(SimulatorSettings settings, Sessions sessions) {
    this.settings = settings;
    this.sessions = sessions;
  }

  /** An answer in JSON. */
  record Answer(int status, String body) {}

  /** From now on every request is refused so; null: none is. */
  void refuse(@Nullable String error, String description) {
    refusal = error == null ? null : error(error, description);
  }

  Answer answer(String host, String form, String instance) {
    var always = refusal;
    if (always != null) {
      return always;
    }
    var fields = fields(form);
    var refused =
        switch (fields.getOrDefault("grant_type", "")) {
          case "client_credentials" -> clientCredentials(host, fields);
          case "urn:ietf:params:oauth:grant-type:jwt-bearer" ->
              claim(fields.getOrDefault("assertion", ""), instance);
          default -> error("unsupported_grant_type", "grant type not supported");
        };
    return refused == null ? token(instance) : refused;
  }

  private @Nullable Answer clientCredentials(String host, Map<String, String> fields) {
    if (host.equals("localhost")) {
      return error("invalid_grant", "request not supported on this domain");
    }
    if (!settings.clientId().equals(fields.get("client_id"))) {
      return error("invalid_client_id", "client identifier invalid");
    }
    return settings.clientSecret().equals(fields.get("client_secret"))
        ? null
        : error("invalid_client", "invalid client credentials");
  }

  private @Nullable Answer claim(String assertion, String instance) {
    var parts = assertion.split("\\.", -1);
    if (settings.jwtKey().isEmpty() || parts.length != 3) {
      return error("invalid_grant", "invalid assertion");
    }
    try {
      var claims = JSON.readTree(Base64.getUrlDecoder().decode(parts[1]));
      return !signed(settings.jwtKey().get(), parts)
          ? error("invalid_grant", "invalid assertion")
          : check(claims, instance);
    } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
      return error("invalid_grant", "invalid assertion");
    }
  }

  private static boolean signed(PublicKey key, String[] parts) throws GeneralSecurityException {
    var signature = Signature.getInstance("SHA256withRSA");
    signature.initVerify(key);
    signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
    return signature.verify(Base64.getUrlDecoder().decode(parts[2]));
  }

  private @Nullable Answer check(JsonNode claims, String instance) {
    if (!settings.clientId().equals(claims.path("iss").asText())) {
      return error("invalid_client_id", "client identifier invalid");
    }
    if (!settings.username().equals(claims.path("sub").asText())) {
      return error("invalid_grant", "user hasn't approved this consumer");
    }
    if (!Set.of(instance, "https://login.salesforce.com").contains(claims.path("aud").asText())) {
      return error("invalid_grant", "audience is invalid");
    }
    long left = claims.path("exp").asLong() - settings.clock().instant().getEpochSecond();
    return left > 0 && left <= 300 ? null : error("invalid_grant", "expired authorization code");
  }

  private Answer token(String instance) {
    var body =
        JSON.createObjectNode()
            .put("access_token", sessions.open())
            .put("signature", "c2lnbmF0dXJl")
            .put("scope", "api")
            .put("instance_url", instance)
            .put("id", instance + "/id/" + World.ORG + "/" + World.OURSELVES)
            .put("token_type", "Bearer")
            .put("issued_at", String.valueOf(settings.clock().instant().toEpochMilli()));
    return new Answer(200, body.toString());
  }

  private static Answer error(String error, String description) {
    var body = JSON.createObjectNode().put("error", error).put("error_description", description);
    return new Answer(400, body.toString());
  }

  private static Map<String, String> fields(String form) {
    var fields = new HashMap<String, String>();
    for (var pair : form.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        fields.put(
            pair.substring(0, equals),
            URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
      }
    }
    return fields;
  }
}
