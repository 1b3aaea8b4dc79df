package io.stagesync.mapping.yaml;

import io.stagesync.mapping.DiagnosticId;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.ScalarEvent;

/** Looks at everything that the language leaves out of YAML before a tree is built. */
final class EventCheck {
  static final int MOST_ALIASES = 20;
  static final int DEEPEST = 20;

  /**
   * Deeper, reading on would tell nobody anything, and the parser's effort grows with the depth.
   */
  private static final int BOTTOMLESS = 100;

  private final Problems problems;
  private int documents;
  private int depth;
  private int aliases;
  private boolean usable = true;
  private boolean readable = true;

  EventCheck(Problems problems) {
    this.problems = problems;
  }

  /** How many documents have begun. */
  int documents() {
    return documents;
  }

  /** Whether everything that was seen so far belongs to the language. */
  boolean usable() {
    return usable;
  }

  /**
   * Whether what was seen since this was last asked can be read on, so that what else is wrong with
   * it is found: a tag hides nothing.
   */
  boolean partReadable() {
    boolean part = readable;
    readable = true;
    return part;
  }

  /** Was refused, and goes down and down: there is no use in reading on. */
  static final class Bottomless extends YAMLException {
    private static final long serialVersionUID = 1L;

    private Bottomless() {
      super("nested more than " + BOTTOMLESS + " deep");
    }
  }

  /**
   * Looks at the next event.
   *
   * @throws Bottomless where the rest is not worth reading
   */
  void see(Event event) {
    if (event instanceof DocumentStartEvent && ++documents == 2) {
      refuse(
          event,
          DiagnosticId.MANY_DOCUMENTS,
          "a second document begins here",
          "keep one document a file; delete the line `---`");
    } else if (event instanceof AliasEvent && ++aliases > MOST_ALIASES) {
      tooManyAliases(event);
    } else if (event instanceof CollectionStartEvent && ++depth == DEEPEST + 1) {
      refuse(
          event,
          DiagnosticId.TOO_DEEP,
          "this is nested more than " + DEEPEST + " deep",
          "nothing that is said here needs half as many; is a bracket missing?");
    } else if (event instanceof CollectionEndEvent) {
      depth--;
    }
    if (depth > BOTTOMLESS) {
      throw new Bottomless();
    }
    tagless(event);
  }

  /** Told once, and each is refused. */
  private void tooManyAliases(Event event) {
    usable = false;
    readable = false;
    if (aliases == MOST_ALIASES + 1) {
      refuse(
          event,
          DiagnosticId.TOO_MANY_ALIASES,
          "this is alias number " + aliases + "; at most " + MOST_ALIASES + " are read",
          "write the value itself");
    }
  }

  private void tagless(Event event) {
    var tag =
        event instanceof ScalarEvent scalar
            ? scalar.getTag()
            : event instanceof CollectionStartEvent start ? start.getTag() : null;
    if (tag != null) {
      usable = false;
      problems.at(
          problems.place(event.getStartMark()),
          DiagnosticId.CUSTOM_TAG,
          "`"
              + tag.replace("tag:yaml.org,2002:", "!!")
              + "` is a YAML tag, and none is needed here",
          "delete it; a value that has to begin with `!` stands in quotes");
    }
  }

  /** Reports something that cannot be read on. */
  void refuse(Event event, DiagnosticId id, String message, String suggestion) {
    usable = false;
    readable = false;
    problems.at(problems.place(event.getStartMark()), id, message, suggestion);
  }
}
