package io.stagesync.app.show;

import io.stagesync.net.Redaction;
import java.io.PrintStream;

/** Lines for people. Addresses are masked unless somebody asked to see them. */
public final class Lines {
  private final PrintStream out;
  private final boolean showPii;

  public Lines(PrintStream out, boolean showPii) {
    this.out = out;
    this.showPii = showPii;
  }

  /** Prints a line. */
  public Lines say(String line) {
    out.print((showPii ? line : Redaction.maskEmails(line)).replaceAll("[\\p{Cntrl}]", " ") + "\n");
    return this;
  }

  /** Prints an empty line. */
  public Lines gap() {
    out.print("\n");
    return this;
  }
}
