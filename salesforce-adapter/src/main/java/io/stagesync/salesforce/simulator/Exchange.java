package io.stagesync.salesforce.simulator;

import com.github.tomakehurst.wiremock.extension.ResponseTransformerV2;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.HttpHeaders;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.Response;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import io.stagesync.net.CallMeter;
import java.util.Optional;

/** One request and its answer, with whatever goes wrong in between. */
final class Exchange implements ResponseTransformerV2 {
  static final String NAME = "salesforce";
  private static final String PAGE =
      "<html><head><title>Down for maintenance</title></head><body>We are down for maintenance."
          + "</body></html>";

  private final TokenEndpoint tokens;
  private final SoapEndpoint soap;
  private final SimulatorFaults faults;
  private final CallMeter<CallKind> meter;

  Exchange(
      TokenEndpoint tokens, SoapEndpoint soap, SimulatorFaults faults, CallMeter<CallKind> meter) {
    this.tokens = tokens;
    this.soap = soap;
    this.faults = faults;
    this.meter = meter;
  }

  @Override
  public String getName() {
    return NAME;
  }

  @Override
  public boolean applyGlobally() {
    return false;
  }

  @Override
  public Response transform(Response response, ServeEvent event) {
    var request = event.getRequest();
    if (request.getUrl().equals("/services/oauth2/token")) {
      return token(request);
    }
    if (request.getUrl().startsWith("/services/Soap/u/65.0")) {
      return call(request);
    }
    return text(404, "application/json", "[{\"errorCode\":\"NOT_FOUND\"}]").build();
  }

  private Response token(Request request) {
    meter.count(CallKind.TOKEN);
    var fault = faults.take(CallKind.TOKEN);
    if (fault.isPresent()) {
      return broken(fault.get()).incrementInitialDelay(delay(CallKind.TOKEN)).build();
    }
    var instance = "http://127.0.0.1:" + request.getPort();
    var answer = tokens.answer(request.getHost(), request.getBodyAsString(), instance);
    return text(answer.status(), "application/json;charset=UTF-8", answer.body())
        .incrementInitialDelay(delay(CallKind.TOKEN))
        .build();
  }

  private Response call(Request request) {
    SoapEndpoint.Call call;
    try {
      call = SoapEndpoint.read(request.getBody());
    } catch (SoapFault e) {
      return text(500, "text/xml;charset=UTF-8", SoapXml.fault(e)).build();
    }
    meter.count(call.kind());
    var fault = faults.take(call.kind());
    var answer =
        fault.filter(f -> f == SimulatedFault.WEB_PAGE_503 || f == SimulatedFault.DROP_BEFORE);
    return (answer.isPresent() ? broken(answer.get()) : carriedOut(call, fault))
        .incrementInitialDelay(delay(call.kind()))
        .build();
  }

  private Response.Builder carriedOut(SoapEndpoint.Call call, Optional<SimulatedFault> fault) {
    try {
      var body = soap.answer(call, fault);
      return fault.isPresent() && fault.get() != SimulatedFault.UNHEARD_OF_STATUS
          ? broken(fault.get())
          : text(200, "text/xml;charset=UTF-8", body);
    } catch (SoapFault e) {
      return text(500, "text/xml;charset=UTF-8", SoapXml.fault(e));
    }
  }

  private static Response.Builder broken(SimulatedFault fault) {
    return switch (fault) {
      case DROP_BEFORE, DROP_AFTER -> Response.response().fault(Fault.CONNECTION_RESET_BY_PEER);
      case CUT_AFTER -> Response.response().fault(Fault.MALFORMED_RESPONSE_CHUNK);
      default -> text(503, "text/html", PAGE);
    };
  }

  private long delay(CallKind kind) {
    return faults.latency(kind).toMillis();
  }

  private static Response.Builder text(int status, String type, String body) {
    return Response.response()
        .status(status)
        .headers(new HttpHeaders(HttpHeader.httpHeader("Content-Type", type)))
        .body(body);
  }
}
