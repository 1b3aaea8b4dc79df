package io.stagesync.mapping.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.StringReader;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Sees YAML as editors do, who hold JSON Schemas against it: types by the core schema of 1.2. */
final class YamlAsJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final Pattern INTEGER = Pattern.compile("[-+]?[0-9]{1,15}");
  private static final Pattern FLOAT = Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+\\.[0-9]*)");

  /** What needs no quotes, and means the same with a keyword's meaning lost in them. */
  private static final Pattern PLAIN =
      Pattern.compile("[A-Za-z][A-Za-z0-9_.-]*( [A-Za-z0-9_.-]+)*");

  private static final Pattern NO_TEXT = Pattern.compile("(?i)true|false|null|yes|no|on|off|y|n");

  private YamlAsJson() {}

  /** The document of a text that is YAML. */
  static JsonNode read(String text) {
    return json(new Yaml(new LoaderOptions()).compose(new StringReader(text)));
  }

  private static JsonNode json(Node node) {
    if (node instanceof MappingNode map) {
      var object = JSON.objectNode();
      map.getValue()
          .forEach(
              tuple ->
                  object.set(
                      tuple.getKeyNode() instanceof ScalarNode key ? key.getValue() : "[]",
                      json(tuple.getValueNode())));
      return object;
    }
    if (node instanceof SequenceNode list) {
      var array = JSON.arrayNode();
      list.getValue().forEach(item -> array.add(json(item)));
      return array;
    }
    var scalar = (ScalarNode) node;
    return scalar.getScalarStyle() == ScalarStyle.PLAIN
        ? plain(scalar.getValue())
        : JSON.textNode(scalar.getValue());
  }

  private static JsonNode plain(String text) {
    if (text.isEmpty() || text.equals("~") || text.equalsIgnoreCase("null")) {
      return JSON.nullNode();
    }
    if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
      return JSON.booleanNode(Boolean.parseBoolean(text));
    }
    if (INTEGER.matcher(text).matches()) {
      return JSON.numberNode(Long.parseLong(text));
    }
    return FLOAT.matcher(text).matches()
        ? JSON.numberNode(Double.parseDouble(text))
        : JSON.textNode(text);
  }

  /** The same document as YAML again, on one line. */
  static String write(JsonNode node) {
    var text = new StringBuilder();
    write(node, text);
    return text.append('\n').toString();
  }

  private static void write(JsonNode node, StringBuilder text) {
    if (node.isObject()) {
      text.append("{ ");
      node.properties()
          .forEach(
              entry -> {
                scalar(JSON.textNode(entry.getKey()), text);
                text.append(": ");
                write(entry.getValue(), text);
                text.append(", ");
              });
      text.append("}");
    } else if (node.isArray()) {
      text.append("[ ");
      for (var item : node) {
        write(item, text);
        text.append(", ");
      }
      text.append("]");
    } else {
      scalar(node, text);
    }
  }

  private static void scalar(JsonNode node, StringBuilder text) {
    var said = node.asText();
    boolean bare =
        node.isTextual() && PLAIN.matcher(said).matches() && !NO_TEXT.matcher(said).matches();
    text.append(bare ? said : node.toString());
  }
}
