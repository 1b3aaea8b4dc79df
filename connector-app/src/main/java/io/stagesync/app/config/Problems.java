package io.stagesync.app.config;

import io.stagesync.app.config.ConfigProblem.Id;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.Node;

/** Collects everything that is wrong with one file, so that it is told in one go. */
final class Problems {
  private final String file;
  private final List<ConfigProblem> found = new ArrayList<>();

  Problems(String file) {
    this.file = file;
  }

  /** Something is wrong at a place in the file. */
  void at(Node node, Id id, String message, String help) {
    at(node.getStartMark(), id, message, help);
  }

  /** Something is wrong at a place in the file. */
  void at(Mark mark, Id id, String message, String help) {
    found.add(new ConfigProblem(file, mark.getLine() + 1, mark.getColumn() + 1, id, message, help));
  }

  /** Something is wrong with the file as a whole. */
  void whole(Id id, String message, String help) {
    found.add(new ConfigProblem(file, 0, 0, id, message, help));
  }

  boolean none() {
    return found.isEmpty();
  }

  /** All of them, in the file's order. */
  List<ConfigProblem> all() {
    return found.stream().sorted().toList();
  }
}
