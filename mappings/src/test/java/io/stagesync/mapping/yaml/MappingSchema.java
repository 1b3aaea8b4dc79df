package io.stagesync.mapping.yaml;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The JSON Schema that is shipped: judges documents, and tells what it says of a part of one. */
final class MappingSchema {
  private static final List<String> FOR_EDITORS = List.of("defaultSnippets", "enumDescriptions");

  private final JsonNode text;
  private final Schema schema;

  MappingSchema() {
    try {
      text = new ObjectMapper().readTree(SchemaFile.text());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the schema is no JSON", e);
    }
    var draft7 = Dialect.builder(Dialects.getDraft7());
    FOR_EDITORS.forEach(word -> draft7.keyword(new NonValidationKeyword(word)));
    schema = SchemaRegistry.withDialect(draft7.build()).getSchema(SchemaFile.text());
  }

  JsonNode root() {
    return text;
  }

  /** What it holds against a document; empty where nothing. */
  List<String> complaints(JsonNode document) {
    return schema.validate(document).stream().map(Object::toString).toList();
  }

  boolean accepts(JsonNode document) {
    return complaints(document).isEmpty();
  }

  /** Every part of the schema that speaks of the value behind these keys and places in lists. */
  List<JsonNode> at(List<String> path) {
    var here = alternatives(text).toList();
    for (var step : path) {
      here = here.stream().flatMap(part -> step(part, step)).toList();
    }
    return here;
  }

  private Stream<JsonNode> step(JsonNode part, String step) {
    var next = part.at("/properties").get(step);
    if (next == null) {
      next = part.get("additionalProperties");
    }
    if (next == null && step.equals("[]")) {
      next = part.get("items");
    }
    return next == null || next.isBoolean() ? Stream.empty() : alternatives(next);
  }

  /** A part itself and what it is made of. */
  private Stream<JsonNode> alternatives(JsonNode part) {
    var all = new ArrayList<JsonNode>(List.of(part));
    var reference = part.get("$ref");
    if (reference != null) {
      alternatives(text.at(reference.asText().substring(1))).forEach(all::add);
    }
    for (var many : List.of("allOf", "anyOf", "oneOf")) {
      for (var one : part.path(many)) {
        alternatives(one).forEach(all::add);
      }
    }
    return all.stream();
  }

  /** The keys that may stand there. */
  Set<String> keys(List<String> path) {
    var keys = new TreeSet<String>();
    at(path).forEach(part -> part.path("properties").fieldNames().forEachRemaining(keys::add));
    return keys;
  }

  /** The same for all values behind names of the user's own choice. */
  String place(List<String> path) {
    var place = new StringBuilder();
    for (int i = 0; i < path.size(); i++) {
      boolean key = path.get(i).equals("[]") || keys(path.subList(0, i)).contains(path.get(i));
      place.append('/').append(key ? path.get(i) : "*");
    }
    return place.toString();
  }

  /** The words that may stand there. */
  Set<String> choices(List<String> path) {
    var choices = new TreeSet<String>();
    at(path).forEach(part -> part.path("enum").forEach(word -> choices.add(word.asText())));
    return choices;
  }

  /** Whether other words than these may stand there, too. */
  boolean open(List<String> path) {
    return at(path).stream().anyMatch(part -> part.has("pattern") || part.has("type"));
  }

  /** Every part that has keys of its own, wherever it stands. */
  List<JsonNode> partsWithKeys() {
    var parts = new ArrayList<JsonNode>();
    collect(text, parts);
    return parts;
  }

  private static void collect(JsonNode node, List<JsonNode> parts) {
    if (node.path("properties").isObject() && !node.has("body")) {
      parts.add(node);
    }
    node.properties().stream()
        .filter(entry -> !entry.getKey().equals("defaultSnippets"))
        .forEach(entry -> collect(entry.getValue(), parts));
    if (node.isArray()) {
      node.forEach(item -> collect(item, parts));
    }
  }
}
