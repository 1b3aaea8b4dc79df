package io.stagesync.hubspot.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.extension.ResponseTransformerV2;
import com.github.tomakehurst.wiremock.http.ChunkedDribbleDelay;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.HttpHeaders;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Map;

/** Lets each request in: token, limits, what is to go wrong; then asks the account. */
final class FrontDoor implements ResponseTransformerV2 {
  private final Desk desk;
  private final Traffic traffic;
  private final Weather weather;
  private volatile SimulatorSettings settings;

  FrontDoor(SimulatorSettings settings, Desk desk, Traffic traffic, Weather weather) {
    this.settings = settings;
    this.desk = desk;
    this.traffic = traffic;
    this.weather = weather;
  }

  void settings(SimulatorSettings other) {
    settings = other;
  }

  SimulatorSettings settings() {
    return settings;
  }

  @Override
  public String getName() {
    return "hubspot";
  }

  @Override
  public boolean applyGlobally() {
    return false;
  }

  @Override
  public Response transform(Response ignored, ServeEvent event) {
    var request = event.getRequest();
    var path = request.getUrl().split("\\?", 2)[0];
    return Endpoint.of(request.getMethod().getName(), path)
        .map(endpoint -> enter(endpoint, request))
        .orElseGet(() -> response(Answer.notFound(), Map.of()));
  }

  private Response enter(Endpoint endpoint, Request request) {
    weather.arrived(endpoint);
    var bearer = String.valueOf(request.getHeader("Authorization"));
    boolean admin = bearer.equals("Bearer " + settings.adminToken());
    if (!admin && !bearer.equals("Bearer " + settings.token())) {
      return response(
          new Answer(
              401,
              Wire.error(
                  "INVALID_AUTHENTICATION", "Authentication credentials not found or expired.")),
          Map.of());
    }
    var tooMany = traffic.admit(endpoint);
    var headers = traffic.headers(endpoint);
    if (!tooMany.isEmpty()) {
      return response(new Answer(429, tooMany), headers);
    }
    if (!allowed(endpoint.scope(), admin)) {
      return response(new Answer(403, missing(endpoint.scope())), headers);
    }
    var trouble = weather.next(endpoint);
    if (trouble.isPresent() && trouble.get().when() == Trouble.When.INSTEAD) {
      return broken(trouble.get());
    }
    var answer = answer(endpoint, request);
    return trouble.map(this::broken).orElseGet(() -> response(answer, headers));
  }

  private boolean allowed(String scope, boolean admin) {
    return scope.isBlank()
        || settings.scopes().contains(scope)
        || admin && scope.equals(Endpoint.SCHEMAS);
  }

  private Answer answer(Endpoint endpoint, Request request) {
    try {
      return desk.answer(
          endpoint, Asked.of(request.getUrl(), request.getBodyAsString()), settings.scopes());
    } catch (JsonProcessingException | NumberFormatException e) {
      return Answer.invalid("Invalid input: " + e.getMessage());
    }
  }

  private static ObjectNode missing(String scope) {
    var error =
        Wire.error(
            "MISSING_SCOPES",
            "This app hasn't been granted all required scopes to make this call.");
    error
        .putArray("errors")
        .addObject()
        .put("message", "One or more of the following scopes are required.")
        .putObject("context")
        .putArray("requiredScopes")
        .add(scope);
    return error;
  }

  private Response broken(Trouble trouble) {
    if (trouble.status() == 0) {
      return Response.Builder.like(response(Answer.notFound(), Map.of()))
          .fault(Fault.EMPTY_RESPONSE)
          .build();
    }
    var broken =
        Response.Builder.like(response(Answer.notFound(), trouble.headers()))
            .status(trouble.status())
            .body(trouble.body());
    if (!trouble.stall().equals(Duration.ZERO)) {
      broken.chunkedDribbleDelay(
          new ChunkedDribbleDelay(10, Math.toIntExact(trouble.stall().toMillis())));
    }
    return broken.build();
  }

  private Response response(Answer answer, Map<String, String> further) {
    var headers = new ArrayList<HttpHeader>();
    if (!further.containsKey("Content-Type")) {
      headers.add(new HttpHeader("Content-Type", "application/json;charset=utf-8"));
    }
    headers.add(
        new HttpHeader(
            "Date",
            DateTimeFormatter.RFC_1123_DATE_TIME.format(
                settings.clock().instant().atOffset(ZoneOffset.UTC))));
    headers.add(new HttpHeader("X-HubSpot-Correlation-Id", "5f1c2a90-0000-4000-8000-000000000000"));
    further.forEach((name, value) -> headers.add(new HttpHeader(name, value)));
    return Response.response()
        .status(answer.status())
        .headers(new HttpHeaders(headers))
        .body(answer.body().toString())
        .incrementInitialDelay(settings.latency().toMillis())
        .build();
  }
}
