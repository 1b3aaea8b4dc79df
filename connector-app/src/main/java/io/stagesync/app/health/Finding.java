package io.stagesync.app.health;

/**
 * One thing that was looked at.
 *
 * @param level whether it is well
 * @param about what was looked at
 * @param text what was found, in a sentence
 * @param help what to do; blank where nothing has to be done
 */
public record Finding(Level level, String about, String text, String help) {
  /** Whether it is well. */
  public enum Level {
    OK,
    /** It works, at a cost that people should know. */
    NOTE,
    /** A run could not do its job. */
    PROBLEM
  }

  static Finding ok(String about, String text) {
    return new Finding(Level.OK, about, text, "");
  }

  static Finding note(String about, String text, String help) {
    return new Finding(Level.NOTE, about, text, help);
  }

  static Finding problem(String about, String text, String help) {
    return new Finding(Level.PROBLEM, about, text, help);
  }
}
