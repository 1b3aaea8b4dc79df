package io.stagesync.hubspot.simulator;

import com.fasterxml.jackson.databind.JsonNode;

/** What the account answers. */
record Answer(int status, JsonNode body) {
  static Answer ok(JsonNode body) {
    return new Answer(200, body);
  }

  static Answer invalid(String message) {
    return new Answer(400, Wire.error("VALIDATION_ERROR", message));
  }

  static Answer notFound() {
    return new Answer(404, Wire.error("OBJECT_NOT_FOUND", "resource not found"));
  }
}
