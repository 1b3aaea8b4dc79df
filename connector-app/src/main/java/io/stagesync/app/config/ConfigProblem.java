package io.stagesync.app.config;

import java.util.Comparator;

/**
 * One thing that is wrong with a config file.
 *
 * @param file as the user named it
 * @param line from 1; 0: the file as a whole
 * @param column from 1; 0: the file as a whole
 * @param id what kind of thing
 * @param message what is wrong, in one sentence
 * @param help what to do next, in one sentence
 */
public record ConfigProblem(String file, int line, int column, Id id, String message, String help)
    implements Comparable<ConfigProblem> {
  private static final Comparator<ConfigProblem> ORDER =
      Comparator.comparingInt(ConfigProblem::line)
          .thenComparingInt(ConfigProblem::column)
          .thenComparing(ConfigProblem::message);

  /** What can be wrong. */
  public enum Id {
    FILE_MISSING,
    FILE_UNREADABLE,
    FILE_TOO_LARGE,
    ENCODING,
    SYNTAX,
    UNKNOWN_KEY,
    DUPLICATE_KEY,
    MISSING_KEY,
    WRONG_TYPE,
    MISSING_VARIABLE,
    VARIABLE_FILE,
    INLINE_SECRET,
    BAD_ADDRESS,
    BAD_CRON,
    BAD_TIME_ZONE,
    BAD_VALUE,
    BAD_STORE,
    MAPPING_FILE,
    KEY_FILE,
    ONE_OF_TWO
  }

  /** Two lines for people: place, id and sentence, then what to do. */
  public String render() {
    var place = line == 0 ? file : file + ":" + line + ":" + column;
    return place + ": " + id + " " + message + "\n  help: " + help;
  }

  @Override
  public int compareTo(ConfigProblem other) {
    return ORDER.compare(this, other);
  }
}
