package io.stagesync.hubspot.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How the account answers who creates a property or changes one's options. */
final class Definitions {
  private static final List<String> REQUIRED =
      List.of("name", "label", "groupName", "type", "fieldType");

  /** The account keeps the options of these to itself. */
  private static final Set<String> CLOSED = Set.of("lifecyclestage");

  private final PropertySheet sheet;

  Definitions(PropertySheet sheet) {
    this.sheet = sheet;
  }

  Answer create(JsonNode body) {
    for (String key : REQUIRED) {
      if (body.path(key).asText().isBlank()) {
        return Answer.invalid("Property definition is missing " + key);
      }
    }
    var name = body.path("name").asText();
    if (!name.matches("[a-z][a-z0-9_]*")) {
      return Answer.invalid("Property name " + name + " is not valid");
    }
    if (sheet.has(name)) {
      return new Answer(
          409, Wire.error("PROPERTY_EXISTS", "A property named \"" + name + "\" already exists"));
    }
    var problem = problem(body.path("options"));
    if (!problem.isEmpty()) {
      return Answer.invalid(problem);
    }
    sheet.define(name, body.path("type").asText(), body.path("fieldType").asText(), false);
    if (body.path("type").asText().equals("enumeration")) {
      sheet.options(name, options(body.path("options")));
    }
    return new Answer(201, sheet.json(List.of(name)).path("results").path(0));
  }

  Answer change(String name, JsonNode body) {
    if (!sheet.has(name)) {
      return Answer.notFound();
    }
    var problem =
        CLOSED.contains(name)
            ? "The definition of " + name + " is read only"
            : problem(body.path("options"));
    if (!problem.isEmpty()) {
      return Answer.invalid(problem);
    }
    if (body.has("options")) {
      sheet.options(name, options(body.path("options")));
    }
    return Answer.ok(sheet.json(List.of(name)).path("results").path(0));
  }

  /** What is wrong with options; blank where all is well. */
  private static String problem(JsonNode options) {
    var values = new HashSet<String>();
    for (JsonNode option : options) {
      var value = option.path("value").asText();
      if (value.isBlank() || option.path("label").asText().isBlank() || !option.has("hidden")) {
        return "Every option needs a label, a value and hidden";
      }
      if (!values.add(value)) {
        return "Option " + value + " is there twice";
      }
    }
    return "";
  }

  private static List<Option> options(JsonNode nodes) {
    var options = new ArrayList<Option>();
    for (JsonNode node : nodes) {
      options.add(
          new Option(
              node.path("value").asText(),
              node.path("label").asText(),
              node.path("displayOrder").asInt(-1),
              node.path("hidden").asBoolean()));
    }
    return options;
  }
}
