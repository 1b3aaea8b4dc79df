package io.stagesync.hubspot.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a caller asks for, taken apart. */
record Asked(String path, Map<String, String> query, JsonNode body) {

  static Asked of(String url, String body) throws JsonProcessingException {
    var uri = URI.create(url);
    var query = new HashMap<String, String>();
    if (uri.getRawQuery() != null) {
      for (String pair : uri.getRawQuery().split("&")) {
        var equals = pair.indexOf('=');
        if (equals > 0) {
          query.put(
              pair.substring(0, equals),
              URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
        }
      }
    }
    var tree = body.isEmpty() ? Wire.JSON.createObjectNode() : Wire.JSON.readTree(body);
    return new Asked(uri.getPath(), query, tree);
  }

  /** The path's last part. */
  String id() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** A list in the query, written with commas. */
  List<String> names(String parameter) {
    var text = query.getOrDefault(parameter, "");
    return text.isEmpty() ? List.of() : List.of(text.split(","));
  }

  /** A list of texts in the body. */
  List<String> texts(String field) {
    var texts = new ArrayList<String>();
    body.path(field).forEach(node -> texts.add(node.asText()));
    return texts;
  }

  int number(String parameter, int otherwise) {
    var text = query.get(parameter);
    return text == null ? otherwise : Integer.parseInt(text);
  }

  /** The values that one input of the body sets; a null clears, as a blank does. */
  static Map<String, String> values(JsonNode input) {
    var values = new HashMap<String, String>();
    input
        .path("properties")
        .properties()
        .forEach(e -> values.put(e.getKey(), e.getValue().isNull() ? "" : e.getValue().asText()));
    return values;
  }
}
