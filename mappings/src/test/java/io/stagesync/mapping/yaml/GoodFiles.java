package io.stagesync.mapping.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** The files that say everything that the language can say, and the shipped ones. */
final class GoodFiles {
  private static final Path FOLDER = Path.of("src/test/resources/good");

  private GoodFiles() {}

  /** Those that were written to hold every key. */
  static Map<String, JsonNode> whole() {
    var files = new LinkedHashMap<String, JsonNode>();
    try (Stream<Path> all = Files.list(FOLDER)) {
      for (var file : all.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
        files.put(file.getFileName().toString(), YamlAsJson.read(Files.readString(file)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  /** These and the shipped ones. */
  static Map<String, JsonNode> all() {
    var files = whole();
    MappingFile.PRESETS.forEach(
        name -> files.put(name, YamlAsJson.read(MappingFile.presetText(name))));
    return files;
  }

  /**
   * Visits every value of a document with the keys that lead to it; items of lists are {@code []}.
   */
  static void walk(JsonNode node, BiConsumer<List<String>, JsonNode> visitor) {
    walk(List.of(), node, visitor);
  }

  private static void walk(
      List<String> path, JsonNode node, BiConsumer<List<String>, JsonNode> visitor) {
    visitor.accept(path, node);
    for (var entry : List.copyOf(node.properties())) {
      walk(and(path, entry.getKey()), entry.getValue(), visitor);
    }
    if (node.isArray()) {
      var items = new ArrayList<JsonNode>();
      node.forEach(items::add);
      items.forEach(item -> walk(and(path, "[]"), item, visitor));
    }
  }

  private static List<String> and(List<String> path, String step) {
    return Stream.concat(path.stream(), Stream.of(step)).toList();
  }
}
