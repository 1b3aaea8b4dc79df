package io.stagesync.app.config;

import io.stagesync.app.config.ConfigProblem.Id;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.Node;

/** Fills {@code ${NAME}} from the environment, or from the file that {@code NAME_FILE} names. */
final class Variables {
  private static final Pattern REFERENCE = Pattern.compile("\\$\\{([^}]*)}");
  private static final long LARGEST = 64 * 1024;

  private final Map<String, String> environment;
  private final Problems problems;

  Variables(Map<String, String> environment, Problems problems) {
    this.environment = environment;
    this.problems = problems;
  }

  /** Whether a text takes something from outside of the file. */
  static boolean refers(String text) {
    return REFERENCE.matcher(text).find();
  }

  /** The text with every reference filled; empty when one has a problem, which is noted. */
  Optional<String> fill(Node place, String text) {
    var filled = new StringBuilder();
    var references = REFERENCE.matcher(text);
    boolean complete = true;
    while (references.find()) {
      var value = value(place, references.group(1));
      complete &= value.isPresent();
      references.appendReplacement(filled, Matcher.quoteReplacement(value.orElse("")));
    }
    references.appendTail(filled);
    return complete ? Optional.of(filled.toString()) : Optional.empty();
  }

  private Optional<String> value(Node place, String name) {
    if (!name.matches("[A-Za-z_][A-Za-z0-9_]*")) {
      problems.at(
          place,
          Id.MISSING_VARIABLE,
          "`${" + name + "}` is no name of an environment variable",
          "use letters, digits and underscores: ${SALESFORCE_CLIENT_ID}");
      return Optional.empty();
    }
    var value = environment.getOrDefault(name, "");
    if (!value.isBlank()) {
      return Optional.of(value);
    }
    var file = environment.getOrDefault(name + "_FILE", "");
    if (!file.isBlank()) {
      return fromFile(place, name, Path.of(file));
    }
    problems.at(
        place,
        Id.MISSING_VARIABLE,
        "the environment has no " + name,
        "set " + name + ", or set " + name + "_FILE to a file that holds it");
    return Optional.empty();
  }

  private Optional<String> fromFile(Node place, String name, Path file) {
    try {
      if (Files.size(file) <= LARGEST) {
        var text = Files.readString(file).strip();
        if (!text.isEmpty()) {
          return Optional.of(text);
        }
      }
      problems.at(
          place,
          Id.VARIABLE_FILE,
          "the file that " + name + "_FILE names is empty or larger than 64 KiB: " + file,
          "let it hold the value alone");
    } catch (IOException | SecurityException e) {
      problems.at(
          place,
          Id.VARIABLE_FILE,
          "the file that " + name + "_FILE names cannot be read: " + file,
          "check that it exists and that this user may read it");
    }
    return Optional.empty();
  }
}
