package io.stagesync.salesforce;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.stagesync.net.CallMeter;
import io.stagesync.port.CallCount.Purpose;
import io.stagesync.port.CrmException;
import io.stagesync.vocabulary.Side;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Asks the org's token endpoint for a token. */
final class Login {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern IDENTITY =
      Pattern.compile("https?://[^/]+/id/([a-zA-Z0-9]{15,18})/([a-zA-Z0-9]{15,18})");

  private final SalesforceSettings settings;
  private final HttpClient client;
  private final CallMeter<Purpose> meter;
  private final Repetition repetition;
  private final InstantSource clock;

  Login(
      SalesforceSettings settings,
      HttpClient client,
      CallMeter<Purpose> meter,
      Repetition repetition,
      InstantSource clock) {
    this.settings = settings;
    this.client = client;
    this.meter = meter;
    this.repetition = repetition;
    this.clock = clock;
  }

  /**
   * A new token. Asking twice does no harm, so that it is repeated while the endpoint is away.
   *
   * @throws CrmException when it is refused or cannot be reached
   */
  Session session() {
    var attempts = repetition.start();
    var purpose = Purpose.TOKEN;
    boolean signedAgain = false;
    while (true) {
      meter.count(purpose);
      purpose = Purpose.RETRY;
      try {
        return ask();
      } catch (Refused refused) {
        if (!refused.refusal.expiredClaim() || signedAgain) {
          throw refused.refusal.asFinal(settings.loginUrl());
        }
        signedAgain = true;
      } catch (CallFailure failure) {
        if (!failure.treatment().repeats() || !attempts.pauseAfter(failure)) {
          throw failure.asFinal();
        }
      }
    }
  }

  private Session ask() {
    var request =
        HttpRequest.newBuilder(settings.loginUrl().resolve("/services/oauth2/token"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Accept", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(form()))
            .build();
    HttpResponse<String> response;
    try {
      response = client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new CallFailure(
          CallTreatment.AGAIN,
          "",
          "Salesforce's token endpoint at "
              + settings.loginUrl().getHost()
              + " does not answer. Check salesforce.login-url and the network.",
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CallFailure(CallTreatment.MISFIT, "", "interrupted while asking for a token", e);
    }
    var body = parse(response.body());
    if (response.statusCode() == 200 && body != null && body.has("access_token")) {
      return session(body);
    }
    if (body != null && body.hasNonNull("error") && response.statusCode() < 500) {
      throw new Refused(
          new TokenRefusal(
              body.path("error").asText(), body.path("error_description").asText("no reason")));
    }
    throw new CallFailure(
        response.statusCode() >= 500 ? CallTreatment.AGAIN : CallTreatment.MISFIT,
        "HTTP " + response.statusCode(),
        "Salesforce at "
            + settings.loginUrl().getHost()
            + " answered the request for a token with HTTP "
            + response.statusCode()
            + " and no reason. Check that salesforce.login-url is the org's My Domain address.",
        null);
  }

  private Session session(JsonNode body) {
    try {
      var id = IDENTITY.matcher(body.path("id").asText());
      if (!id.matches()) {
        throw new IllegalArgumentException("it does not say which org and user it is for");
      }
      var instance = settings.allowedHosts().check(URI.create(body.path("instance_url").asText()));
      return new Session(
          body.path("access_token").asText(),
          instance,
          SalesforceId.of(id.group(1)),
          SalesforceId.of(id.group(2)));
    } catch (IllegalArgumentException e) {
      throw new CrmException(
          Side.SALESFORCE,
          CrmException.Kind.GARBLED,
          "",
          "Salesforce's token cannot be used: " + e.getMessage(),
          Optional.empty(),
          e);
    }
  }

  private String form() {
    var form = new LinkedHashMap<String, String>();
    if (settings.credentials() instanceof SalesforceCredentials.ClientSecret secret) {
      form.put("grant_type", "client_credentials");
      form.put("client_id", secret.clientId());
      form.put("client_secret", secret.clientSecret());
    } else if (settings.credentials() instanceof SalesforceCredentials.JwtBearer bearer) {
      form.put("grant_type", "urn:ietf:params:oauth:grant-type:jwt-bearer");
      form.put("assertion", JwtAssertion.sign(bearer, settings.loginUrl(), clock.instant()));
    }
    return form.entrySet().stream().map(Login::pair).collect(Collectors.joining("&"));
  }

  private static String pair(Map.Entry<String, String> entry) {
    return entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8);
  }

  private static @Nullable JsonNode parse(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      return null;
    }
  }

  /** The endpoint said no. */
  private static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient TokenRefusal refusal;

    private Refused(TokenRefusal refusal) {
      super(refusal.error());
      this.refusal = refusal;
    }
  }
}
