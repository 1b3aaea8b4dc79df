package io.stagesync.hubspot.simulator;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** How the account writes things down in JSON. */
final class Wire {
  static final ObjectMapper JSON = new ObjectMapper();
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
  private static final List<String> ALWAYS =
      List.of("createdate", "email", "firstname", "hs_object_id", "lastmodifieddate", "lastname");

  private Wire() {}

  static String stamp(Instant at) {
    return STAMP.format(at);
  }

  /** A contact with the properties that were asked for and those that always come along. */
  static ObjectNode contact(
      ContactRecord record, Collection<String> asked, PropertySheet sheet, long portalId) {
    var node = contact(record.id, record.values(), asked, sheet, portalId);
    node.put("createdAt", stamp(record.created)).put("updatedAt", stamp(record.modified));
    return node.put("archived", record.archived);
  }

  static ObjectNode contact(
      long id,
      Map<String, String> values,
      Collection<String> asked,
      PropertySheet sheet,
      long portalId) {
    var node = JSON.createObjectNode().put("id", Long.toString(id));
    var properties = node.putObject("properties");
    for (String name : ALWAYS) {
      properties.put(name, values.get(name));
    }
    for (String name : asked) {
      if (sheet.has(name)) {
        properties.put(name, values.get(name));
      }
    }
    return node.put("url", "https://app.hubspot.com/contacts/" + portalId + "/record/0-1/" + id);
  }

  static ArrayNode history(List<HistoryEntry> entries) {
    var rows = JSON.createArrayNode();
    for (HistoryEntry entry : entries) {
      rows.addObject()
          .put("value", entry.value())
          .put("timestamp", stamp(entry.at()))
          .put("sourceType", entry.by().sourceType())
          .put("sourceId", entry.by().sourceId().isEmpty() ? null : entry.by().sourceId());
    }
    return rows;
  }

  /** The body of a failure, as most endpoints write it. */
  static ObjectNode error(String category, String message) {
    return JSON.createObjectNode()
        .put("status", "error")
        .put("message", message)
        .put("correlationId", "5f1c2a90-0000-4000-8000-000000000000")
        .put("category", category);
  }

  /** The frame of a batch's answer. */
  static ObjectNode batch(ArrayNode results, ArrayNode errors, Instant now) {
    var node = JSON.createObjectNode().put("status", "COMPLETE");
    node.set("results", results);
    if (!errors.isEmpty()) {
      node.put("numErrors", errors.size()).set("errors", errors);
    }
    return node.put("startedAt", stamp(now)).put("completedAt", stamp(now));
  }
}
