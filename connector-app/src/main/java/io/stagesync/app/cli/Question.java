package io.stagesync.app.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * Asks a person.
 *
 * @param silent whether nobody is to be asked
 */
record Question(Terminal terminal, boolean silent) {

  /** Whether a person is there to answer. */
  boolean asks() {
    return !silent && terminal.interactive();
  }

  /** Says something before the next question. */
  void tell(String line) {
    if (asks()) {
      terminal.err().print(line + "\n");
    }
  }

  /** The answer, or what was given on the command line, or the usual one. */
  String ask(String what, @Nullable String given, String usual) {
    if (given != null) {
      return given;
    }
    if (!asks()) {
      return usual;
    }
    terminal.err().print(what + " [" + usual + "]: ");
    terminal.err().flush();
    try {
      var answer = terminal.in().readLine();
      return answer == null || answer.isBlank() ? usual : answer.strip();
    } catch (IOException e) {
      throw new UncheckedIOException("the answer cannot be read", e);
    }
  }
}
