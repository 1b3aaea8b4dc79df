package io.stagesync.hubspot.simulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** How the account answers list, single read and batch read, all straight from its records. */
final class Reads {
  private static final int PAGE = 100;
  private static final int PAGE_WITH_HISTORY = 50;

  private final Portal portal;
  private final long portalId;

  Reads(Portal portal, long portalId) {
    this.portal = portal;
    this.portalId = portalId;
  }

  Answer list(Asked asked) {
    var limit = asked.number("limit", 10);
    if (limit < 1 || limit > PAGE) {
      return Answer.invalid("limit must be between 1 and " + PAGE);
    }
    var archived = Boolean.parseBoolean(asked.query().get("archived"));
    var names = asked.names("properties");
    var answer = Wire.JSON.createObjectNode();
    var results = answer.putArray("results");
    for (ContactRecord record : portal.store().from(after(asked))) {
      if (record.archived != archived) {
        continue;
      }
      if (results.size() == limit) {
        var next = answer.putObject("paging").putObject("next");
        next.put("after", Long.toString(record.id));
        next.put("link", "https://api.hubapi.com/crm/v3/objects/contacts?after=" + record.id);
        break;
      }
      results.add(Wire.contact(record, names, portal.sheet(), portalId));
    }
    return Answer.ok(answer);
  }

  private static long after(Asked asked) {
    var after = asked.query().get("after");
    return after == null ? 0 : Long.parseLong(after);
  }

  Answer single(Asked asked) {
    return portal
        .store()
        .resolve(asked.id())
        .map(
            record ->
                Answer.ok(
                    Wire.contact(record, asked.names("properties"), portal.sheet(), portalId)))
        .orElseGet(Answer::notFound);
  }

  Answer batch(Asked asked) {
    var history = asked.texts("propertiesWithHistory");
    var ids = inputIds(asked);
    if (ids.size() > (history.isEmpty() ? PAGE : PAGE_WITH_HISTORY)) {
      return Answer.invalid(
          history.isEmpty()
              ? "The maximum number of inputs supported in a batch request is 100. Received "
                  + ids.size()
              : "The maximum number of inputs supported in a batch request for property histories"
                  + " is 50. Received "
                  + ids.size());
    }
    var names = asked.texts("properties");
    var results = Wire.JSON.createArrayNode();
    var missing = Wire.JSON.createArrayNode();
    for (String id : new HashSet<>(ids)) {
      portal
          .find(id)
          .ifPresentOrElse(
              record -> results.add(withHistory(record, names, history)), () -> missing.add(id));
    }
    var errors = Wire.JSON.createArrayNode();
    if (!missing.isEmpty()) {
      errors.add(notFound(missing));
    }
    return new Answer(missing.isEmpty() ? 200 : 207, Wire.batch(results, errors, portal.now()));
  }

  private ObjectNode withHistory(ContactRecord record, List<String> names, List<String> history) {
    var all = new ArrayList<>(names);
    all.addAll(history);
    var node = Wire.contact(record, all, portal.sheet(), portalId);
    if (!history.isEmpty()) {
      var rows = node.putObject("propertiesWithHistory");
      for (String property : history) {
        if (portal.sheet().has(property)) {
          rows.set(property, Wire.history(record.history(property)));
        }
      }
    }
    return node;
  }

  static ObjectNode notFound(ArrayNode ids) {
    var error =
        Wire.error(
            "OBJECT_NOT_FOUND",
            "Could not get some CONTACT objects, they may be deleted or not exist. Check that ids"
                + " are valid.");
    error.putObject("context").set("ids", ids);
    return error;
  }

  static List<String> inputIds(Asked asked) {
    var ids = new ArrayList<String>();
    asked.body().path("inputs").forEach(input -> ids.add(input.path("id").asText()));
    return ids;
  }
}
