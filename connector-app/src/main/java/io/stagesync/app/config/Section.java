package io.stagesync.app.config;

import io.stagesync.app.config.ConfigProblem.Id;
import io.stagesync.mapping.Nearest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/** One block of keys of the file. Whatever is wrong is noted, and the reading goes on. */
final class Section {
  private final String name;
  private final Node place;
  private final Map<String, Node> values = new LinkedHashMap<>();
  private final Problems problems;
  private final Variables variables;

  /**
   * @param name how the block is called, with a dot behind it; blank for the outermost one
   * @param known the keys that it may have
   */
  Section(
      String name, MappingNode node, List<String> known, Problems problems, Variables variables) {
    this.name = name;
    this.place = node;
    this.problems = problems;
    this.variables = variables;
    for (var entry : node.getValue()) {
      var keyNode = entry.getKeyNode();
      var key = keyNode instanceof ScalarNode scalar ? scalar.getValue() : "?";
      if (!known.contains(key)) {
        var help = Nearest.of(known).advice(key, "the keys here are " + Nearest.of(known).list());
        problems.at(keyNode, Id.UNKNOWN_KEY, "unknown key `" + name + key + "`", help);
      } else if (values.putIfAbsent(key, entry.getValueNode()) != null) {
        problems.at(
            keyNode,
            Id.DUPLICATE_KEY,
            "`" + name + key + "` is there twice",
            "keep one of the two");
      }
    }
  }

  /** Whether a key is there with something behind it. */
  boolean has(String key) {
    return node(key).isPresent();
  }

  /** Where a key's value is; the block itself where it is missing. */
  Node place(String key) {
    return values.getOrDefault(key, place);
  }

  /** A text with its variables filled; a problem where it is missing. */
  Optional<String> text(String key) {
    if (!has(key) || literal(key).filter(String::isBlank).isPresent()) {
      missing(key);
      return Optional.empty();
    }
    return optionalText(key);
  }

  /** A text with its variables filled, where it is there. */
  Optional<String> optionalText(String key) {
    return literal(key)
        .flatMap(text -> variables.fill(place(key), text))
        .map(String::strip)
        .filter(text -> !text.isEmpty());
  }

  /** A text as it stands in the file. */
  Optional<String> literal(String key) {
    return node(key)
        .flatMap(
            node -> {
              if (node instanceof ScalarNode scalar) {
                return Optional.of(scalar.getValue());
              }
              problems.at(
                  node,
                  Id.WRONG_TYPE,
                  "`" + name + key + "` is to be one value",
                  "write it behind the colon: " + key + ": ...");
              return Optional.empty();
            });
  }

  /** A block of keys below a key; a problem where it is missing and asked for. */
  Optional<Section> section(String key, boolean required, String... known) {
    if (!has(key)) {
      if (required) {
        missing(key);
      }
      return Optional.empty();
    }
    var node = place(key);
    if (node.getNodeId() != NodeId.mapping) {
      problems.at(
          node,
          Id.WRONG_TYPE,
          "`" + name + key + "` is to be a block of keys",
          "indent its keys below it: " + Nearest.of(List.of(known)).list());
      return Optional.empty();
    }
    return Optional.of(
        new Section(name + key + ".", (MappingNode) node, List.of(known), problems, variables));
  }

  /** Notes that a key's value is wrong. */
  void wrong(String key, Id id, String message, String help) {
    problems.at(place(key), id, "`" + name + key + "`: " + message, help);
  }

  private void missing(String key) {
    problems.at(
        place(key),
        Id.MISSING_KEY,
        "`" + name + key + "` is missing",
        "add it; docs/running.md says what belongs there");
  }

  private Optional<Node> node(String key) {
    return Optional.ofNullable(values.get(key)).filter(n -> !n.getTag().equals(Tag.NULL));
  }
}
