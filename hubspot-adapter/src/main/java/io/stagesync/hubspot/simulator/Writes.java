package io.stagesync.hubspot.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** How the account answers single and batch updates. */
final class Writes {
  private static final int BATCH = 100;

  private final Portal portal;
  private final long portalId;
  private final Actor app;

  Writes(Portal portal, SimulatorSettings settings) {
    this.portal = portal;
    this.portalId = settings.portalId();
    this.app = Actor.integration(settings.sourceId());
  }

  Answer single(Asked asked) {
    var record = portal.store().resolve(asked.id());
    if (record.isEmpty()) {
      return Answer.notFound();
    }
    var values = Asked.values(asked.body());
    var problem = Validation.problem(values, portal.sheet(), record.get());
    return problem.isEmpty() ? Answer.ok(write(record.get(), values)) : Answer.invalid(problem);
  }

  Answer batch(Asked asked) {
    var ids = Reads.inputIds(asked);
    if (ids.size() > BATCH) {
      return Answer.invalid(
          "The maximum number of inputs supported in a batch request is 100. Received "
              + ids.size());
    }
    var twice = twice(ids);
    if (!twice.isEmpty()) {
      var error =
          Wire.error(
              "VALIDATION_ERROR",
              "Duplicate IDs found in batch input: " + twice + ". IDs must be unique");
      var named = error.putObject("context").putArray("ids");
      twice.forEach(named::add);
      return new Answer(400, error);
    }
    var inputs = asked.body().path("inputs");
    if (!traced(inputs)) {
      for (JsonNode input : inputs) {
        var problem = Validation.problem(Asked.values(input), portal.sheet());
        if (!problem.isEmpty()) {
          return Answer.invalid(problem);
        }
      }
    }
    return each(inputs);
  }

  private Answer each(JsonNode inputs) {
    var results = Wire.JSON.createArrayNode();
    var errors = Wire.JSON.createArrayNode();
    for (JsonNode input : inputs) {
      var id = input.path("id").asText();
      var values = Asked.values(input);
      var record = portal.find(id);
      if (portal.store().mergedAway(id)) {
        continue;
      }
      var problem =
          record.map(found -> Validation.problem(values, portal.sheet(), found)).orElse("");
      if (record.isEmpty()) {
        errors.add(trace(Reads.notFound(Wire.JSON.createArrayNode().add(id)), input));
      } else if (!problem.isEmpty()) {
        errors.add(trace(Wire.error("VALIDATION_ERROR", problem), input));
      } else {
        var written = write(record.get(), values);
        if (input.has("objectWriteTraceId")) {
          written.set("objectWriteTraceId", input.get("objectWriteTraceId"));
        }
        results.add(written);
      }
    }
    return new Answer(errors.isEmpty() ? 200 : 207, Wire.batch(results, errors, portal.now()));
  }

  private ObjectNode write(ContactRecord record, Map<String, String> values) {
    portal.apply(record, values, app);
    values.keySet().forEach(record::countWrite);
    return Wire.contact(record, values.keySet(), portal.sheet(), portalId);
  }

  private static ObjectNode trace(ObjectNode error, JsonNode input) {
    if (input.has("objectWriteTraceId")) {
      error
          .withObject("/context")
          .putArray("objectWriteTraceId")
          .add(input.get("objectWriteTraceId"));
    }
    return error;
  }

  /** Partial success is given to a batch whose every input carries a trace id of its own. */
  private static boolean traced(JsonNode inputs) {
    var seen = new HashSet<String>();
    for (JsonNode input : inputs) {
      if (!input.has("objectWriteTraceId") || !seen.add(input.get("objectWriteTraceId").asText())) {
        return false;
      }
    }
    return true;
  }

  private static Set<String> twice(Iterable<String> ids) {
    var seen = new HashSet<String>();
    var twice = new HashSet<String>();
    for (String id : ids) {
      if (!seen.add(id)) {
        twice.add(id);
      }
    }
    return twice;
  }
}
