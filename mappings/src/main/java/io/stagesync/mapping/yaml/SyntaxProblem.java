package io.stagesync.mapping.yaml;

import io.stagesync.mapping.Diagnostic.Place;
import io.stagesync.mapping.DiagnosticId;
import java.util.List;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/** Says in plain words what the YAML parser stumbled over. */
record SyntaxProblem(String clue, String message, String suggestion) {
  /** Behind a suggestion. */
  static final String REST_UNREAD = "; what stands below was not looked at";

  private static final String NEVER_CLOSED = "unexpected end of stream";
  private static final String UNREADABLE = "this is no YAML that can be read";

  /** The first whose clue stands in the parser's own words is taken. */
  private static final List<SyntaxProblem> KNOWN =
      List.of(
          of(
              "special characters are not allowed",
              "an invisible character stands here",
              "delete it"),
          of(
              "mapping values are not allowed",
              "a `:` stands where no key can be",
              "put a value that contains `: ` in quotes, and begin every key on a line of its own"
                  + " with the same indentation as its neighbours"),
          of(
              "expected <block end>",
              "this line fits none of the lines above it",
              "give it the same indentation as its neighbours, and close every quote and bracket"
                  + " before it"),
          of(
              "expected ',' or '}'",
              "a `{` is not closed before this, or a comma is missing",
              "close it with `}`, and put a comma between its entries"),
          of(
              "expected ',' or ']'",
              "a `[` is not closed before this, or a comma is missing",
              "close it with `]`, and put a comma between its items"),
          of(
              NEVER_CLOSED,
              "a quote is opened and never closed",
              "close it; a quote inside a quoted value is written twice"),
          of(
              "could not find expected ':'",
              "this line is no `key: value`",
              "write a `:` and a blank behind the key"),
          of(
              "undefined alias",
              "an alias stands here, and nothing has that name",
              "write the value itself; of a file of tests each test is read by itself"),
          of(
              "unknown escape",
              "in double quotes a backslash has a meaning of its own",
              "use single quotes"),
          of(
              "cannot start any token",
              "a value cannot begin with this character",
              "put the value in quotes"),
          of(
              "expected alphabetic or numeric character",
              "`*` and `&` have a meaning of their own at the start of a value",
              "put the value in quotes"),
          of(
              "block sequence entries are not allowed",
              "a list begins where none can be",
              "begin it on a line of its own"));

  private static SyntaxProblem of(String clue, String message, String suggestion) {
    return new SyntaxProblem(clue, message, suggestion);
  }

  static void report(YAMLException e, Problems problems) {
    report(e, problems, "");
  }

  /** Where the reading ends with it, though more stands below. */
  static void reportAsEnd(YAMLException e, Problems problems) {
    report(e, problems, REST_UNREAD);
  }

  private static void report(YAMLException e, Problems problems, String rest) {
    if (e instanceof MarkedYAMLException marked) {
      report(marked, problems, rest);
    } else {
      problems.whole(
          DiagnosticId.SYNTAX, UNREADABLE, "check it in an editor that knows YAML" + rest);
    }
  }

  private static void report(MarkedYAMLException e, Problems problems, String rest) {
    var words = e.getProblem() + " " + e.getContext();
    // A quote that is never closed is found at the file's end; it was opened elsewhere.
    boolean open = words.contains(NEVER_CLOSED) && e.getContextMark() != null;
    Mark mark = open || e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark();
    var place = mark == null ? Place.whole(problems.file()) : problems.place(mark);
    if (words.contains("TAB")) {
      problems.at(
          place,
          DiagnosticId.TAB,
          "a tab stands here, and YAML is indented with blanks",
          "replace each tab by two blanks" + rest);
      return;
    }
    KNOWN.stream()
        .filter(known -> words.contains(known.clue))
        .findFirst()
        .ifPresentOrElse(
            known ->
                problems.at(place, DiagnosticId.SYNTAX, known.message, known.suggestion + rest),
            () ->
                problems.at(
                    place,
                    DiagnosticId.SYNTAX,
                    UNREADABLE,
                    "check this line and the one above it in an editor that knows YAML" + rest));
  }
}
