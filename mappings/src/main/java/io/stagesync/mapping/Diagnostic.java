package io.stagesync.mapping;

import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * One thing that is wrong, or worth a look, in a mapping file.
 *
 * @param place where; the file alone where no line can be named
 * @param id what kind of thing
 * @param severity whether the file can be used all the same
 * @param message what is wrong, in one plain sentence
 * @param suggestion what to do next, in one plain sentence
 */
public record Diagnostic(
    Place place, DiagnosticId id, Severity severity, String message, String suggestion)
    implements Comparable<Diagnostic> {
  private static final Comparator<Diagnostic> ORDER =
      Comparator.comparing(Diagnostic::place)
          .thenComparing(Diagnostic::id)
          .thenComparing(Diagnostic::message);

  private static final Pattern UNPRINTABLE =
      Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}]");

  public Diagnostic {
    message = printable(message);
    suggestion = printable(suggestion);
  }

  /** How much a diagnostic weighs. */
  public enum Severity {
    /** The file is refused. */
    ERROR,
    /** The file is used; a person should look. */
    WARNING
  }

  /**
   * A place in a file.
   *
   * @param file as the user named it
   * @param line from 1; 0 means the whole file
   * @param column from 1; 0 means the whole file
   */
  public record Place(String file, int line, int column) implements Comparable<Place> {
    private static final Comparator<Place> ORDER =
        Comparator.comparing(Place::file)
            .thenComparingInt(Place::line)
            .thenComparingInt(Place::column);

    /** A file as a whole. */
    public static Place whole(String file) {
      return new Place(file, 0, 0);
    }

    @Override
    public int compareTo(Place other) {
      return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
      return line == 0 ? file : file + ":" + line + ":" + column;
    }
  }

  /**
   * Messages quote files and CRMs, which may say anything, and are shown on terminals and in logs
   * where the beginning of a line can be a command: one line, and nothing that cannot be seen.
   */
  private static String printable(String text) {
    return UNPRINTABLE.matcher(text).replaceAll("?");
  }

  /** Whether the file is refused because of it. */
  public boolean isError() {
    return severity == Severity.ERROR;
  }

  /** Two lines for people: place, id and message, then the suggestion. */
  public String render() {
    var mark = isError() ? "" : "warning: ";
    return place + ": " + id + " " + mark + message + "\n  help: " + suggestion;
  }

  @Override
  public int compareTo(Diagnostic other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return render();
  }
}
