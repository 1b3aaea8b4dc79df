package io.stagesync.hubspot.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The bodies of the three kinds of 429, as they were seen on the wire. */
final class Refusal {
  private Refusal() {}

  static ObjectNode burst(long portalId) {
    return body("You have reached your ten_secondly_rolling limit.")
        .put("errorType", "RATE_LIMIT")
        .put("policyName", "TEN_SECONDLY_ROLLING")
        .put("groupName", "publicapi:private_app-api-calls-ten-secondly:5670736:" + portalId);
  }

  static ObjectNode search() {
    return body("You have reached your secondly limit.").put("category", "RATE_LIMITS");
  }

  static ObjectNode daily() {
    return body("You have reached your daily limit.")
        .put("errorType", "RATE_LIMIT")
        .put("policyName", "DAILY")
        .put("requestId", "0d3e8a1c-0000-4000-8000-000000000000");
  }

  private static ObjectNode body(String message) {
    return Wire.JSON
        .createObjectNode()
        .put("status", "error")
        .put("message", message)
        .put("correlationId", "c033cdaa-0000-4000-8000-000000000000");
  }
}
