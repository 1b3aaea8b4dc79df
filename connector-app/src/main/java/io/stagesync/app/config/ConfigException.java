package io.stagesync.app.config;

import java.util.List;
import java.util.stream.Collectors;

/** The config file cannot be used; the message lists everything that is wrong with it. */
public final class ConfigException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<ConfigProblem> problems;

  /**
   * @param problems at least one
   */
  public ConfigException(List<ConfigProblem> problems) {
    super(problems.stream().map(ConfigProblem::render).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  /** Everything that is wrong, in the file's order. */
  public List<ConfigProblem> problems() {
    return problems;
  }
}
