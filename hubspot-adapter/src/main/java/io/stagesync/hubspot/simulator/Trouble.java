package io.stagesync.hubspot.simulator;

import java.time.Duration;
import java.util.Map;

/**
 * Something that goes wrong with one request.
 *
 * @param when whether the request is carried out first
 * @param status the answer's status; 0 breaks the connection instead
 * @param body the answer's body
 * @param headers further headers of the answer
 * @param stall how long the answer's body takes to arrive
 */
public record Trouble(
    When when, int status, String body, Map<String, String> headers, Duration stall) {
  public Trouble {
    headers = Map.copyOf(headers);
  }

  /** Whether the account carries a request out before it goes wrong. */
  public enum When {
    INSTEAD,
    AFTERWARDS
  }

  /** The connection breaks, and the request never reached the account. */
  public static Trouble cutBefore() {
    return new Trouble(When.INSTEAD, 0, "", Map.of(), Duration.ZERO);
  }

  /** The request is carried out, and its answer gets lost. */
  public static Trouble cutAfter() {
    return new Trouble(When.AFTERWARDS, 0, "", Map.of(), Duration.ZERO);
  }

  /** The proxy in front of the account answers with a page for people. */
  public static Trouble badGateway() {
    return html(502, When.INSTEAD);
  }

  /** The request is carried out, and the proxy in front gave up before it was. */
  public static Trouble gaveUpAfter() {
    return html(524, When.AFTERWARDS);
  }

  /** A page for people under a status that says success. */
  public static Trouble garbled() {
    return html(200, When.INSTEAD);
  }

  /** The headers come, the body takes its time. */
  public static Trouble stalled(Duration stall) {
    return new Trouble(When.INSTEAD, 200, "{\"results\":[]}", Map.of(), stall);
  }

  /** The record is locked for a moment. */
  public static Trouble locked() {
    return json(423, Wire.error("LOCKED", "The resource is locked.").toString(), Map.of());
  }

  /** The account moves to another data centre. */
  public static Trouble moving(Duration forAbout) {
    return json(
        477,
        Wire.error("MIGRATION_IN_PROGRESS", "The account is being migrated.").toString(),
        Map.of("Retry-After", Long.toString(forAbout.toSeconds())));
  }

  /** Ten seconds' calls are used up. */
  public static Trouble burstLimit() {
    return json(429, Refusal.burst(0).toString(), Map.of());
  }

  /** A second's searches are used up. */
  public static Trouble searchLimit() {
    return json(429, Refusal.search().toString(), Map.of());
  }

  /** The day's calls are used up. */
  public static Trouble dailyLimit() {
    return json(429, Refusal.daily().toString(), Map.of());
  }

  /** Any answer in JSON, without the request being carried out. */
  public static Trouble json(int status, String body, Map<String, String> headers) {
    return new Trouble(When.INSTEAD, status, body, headers, Duration.ZERO);
  }

  private static Trouble html(int status, When when) {
    var page = "<html><head><title>" + status + "</title></head><body>cloudflare</body></html>";
    return new Trouble(when, status, page, Map.of("Content-Type", "text/html"), Duration.ZERO);
  }
}
