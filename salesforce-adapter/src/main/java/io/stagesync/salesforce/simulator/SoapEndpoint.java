package io.stagesync.salesforce.simulator;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Answers the Partner API's calls. */
final class SoapEndpoint {
  private static final int DEFAULT_PAGE = 2000;

  private final World world;
  private final Sessions sessions;
  private final Queries queries;
  private final Updates updates;
  private final Describes describes;
  private final AtomicLong used = new AtomicLong();
  private volatile long limit;

  SoapEndpoint(World world, Sessions sessions, Queries queries, Updates updates, long dailyLimit) {
    this.world = world;
    this.sessions = sessions;
    this.queries = queries;
    this.updates = updates;
    this.describes = new Describes(world);
    this.limit = dailyLimit;
  }

  /** A request, read. */
  record Call(CallKind kind, XmlNode header, XmlNode body) {}

  static Call read(byte[] request) {
    var envelope = XmlNode.parse(request);
    var body =
        envelope
            .child("Body")
            .flatMap(b -> b.children.stream().findFirst())
            .orElseThrow(() -> SoapFault.unexpected("INVALID_OPERATION", "there is no body"));
    var kind =
        switch (body.name) {
          case "query", "queryAll" -> CallKind.QUERY;
          case "queryMore" -> CallKind.QUERY_MORE;
          case "update" -> CallKind.UPDATE;
          case "describeSObjects", "describeSObject" -> CallKind.DESCRIBE;
          case "describeLayout" -> CallKind.LAYOUT;
          case "getServerTimestamp" -> CallKind.SERVER_TIME;
          case "getUserInfo" -> CallKind.USER_INFO;
          default -> CallKind.OTHER;
        };
    return new Call(kind, envelope.child("Header").orElse(body), body);
  }

  /**
   * The whole answer to a call.
   *
   * @throws SoapFault when the call as a whole is refused
   */
  String answer(Call call, Optional<SimulatedFault> fault) {
    sessions.use(call.header().text("SessionHeader", "sessionId"));
    if (used.incrementAndGet() > limit) {
      throw dailyLimit();
    }
    fault.ifPresent(SoapEndpoint::refuse);
    boolean unheardOf = fault.filter(SimulatedFault.UNHEARD_OF_STATUS::equals).isPresent();
    return SoapXml.envelope(body(call, unheardOf), used.get(), limit);
  }

  /** Pretends that others used the org's calls up to a number. */
  void used(long calls) {
    used.set(calls);
  }

  void limit(long calls) {
    limit = calls;
  }

  private static void refuse(SimulatedFault fault) {
    switch (fault) {
      case DAILY_LIMIT -> throw dailyLimit();
      case CONCURRENT_LIMIT ->
          throw SoapFault.unexpected(
              "REQUEST_LIMIT_EXCEEDED",
              "ConcurrentRequests (Concurrent API Requests) Limit exceeded.");
      case SERVER_UNAVAILABLE ->
          throw SoapFault.unexpected("SERVER_UNAVAILABLE", "the server is too busy");
      case MAINTENANCE ->
          throw SoapFault.unexpected("ORG_IN_MAINTENANCE", "the organization is in maintenance");
      case LOCATOR_LOST ->
          throw new SoapFault(
              "InvalidQueryLocatorFault", "INVALID_QUERY_LOCATOR", "invalid query locator");
      case QUERY_TIMEOUT ->
          throw SoapFault.unexpected(
              "QUERY_TIMEOUT", "Your query request was running for too long.");
      case WEB_PAGE_503, DROP_BEFORE, DROP_AFTER, CUT_AFTER, UNHEARD_OF_STATUS -> {
        // not refused here: they change how the answer travels
      }
    }
  }

  private static SoapFault dailyLimit() {
    return SoapFault.unexpected("REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded.");
  }

  private String body(Call call, boolean unheardOf) {
    var body = call.body();
    return switch (call.kind()) {
      case QUERY -> {
        var size = call.header().text("QueryOptions", "batchSize");
        yield result(
            body.name,
            queries.query(
                body.text("queryString"),
                body.name.equals("queryAll"),
                size.isEmpty() ? DEFAULT_PAGE : Integer.parseInt(size)));
      }
      case QUERY_MORE -> result(body.name, queries.queryMore(body.text("queryLocator")));
      case UPDATE -> {
        var bound = call.header().text("ConditionalRequestHeader", "ifModifiedBefore");
        yield response(
            body.name,
            updates.update(
                body.all("sObjects"),
                bound.isEmpty() ? Optional.empty() : Optional.of(Stamps.parse(bound)),
                unheardOf));
      }
      case DESCRIBE -> response(body.name, describes.objects(texts(body, "sObjectType")));
      case LAYOUT -> response(body.name, describes.layout(texts(body, "recordTypeIds")));
      case SERVER_TIME ->
          result(
              body.name,
              new SoapXml().leaf("timestamp", Stamps.millis(world.clock.instant())).toString());
      case USER_INFO ->
          result(
              body.name,
              new SoapXml()
                  .leaf("organizationId", World.ORG)
                  .leaf("organizationName", "Simulated org")
                  .leaf("sessionSecondsValid", 7200)
                  .leaf("userId", World.OURSELVES)
                  .toString());
      case TOKEN, OTHER ->
          throw SoapFault.unexpected("INVALID_OPERATION", "the simulator has no " + body.name);
    };
  }

  private static List<String> texts(XmlNode body, String name) {
    return body.all(name).stream().filter(n -> !n.nil).map(n -> n.text().strip()).toList();
  }

  private static String result(String call, String content) {
    return response(call, new SoapXml().open("result").raw(content).close("result").toString());
  }

  private static String response(String call, String content) {
    return "<" + call + "Response>" + content + "</" + call + "Response>";
  }
}
