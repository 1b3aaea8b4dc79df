package io.stagesync.app.cli;

import io.stagesync.app.config.ConfigException;
import io.stagesync.app.plan.PlanFileException;
import io.stagesync.app.wiring.MappingRefused;
import io.stagesync.engine.EngineException;
import io.stagesync.net.Redaction;
import io.stagesync.port.CrmException;
import io.stagesync.state.StoreException;
import java.io.UncheckedIOException;

/**
 * What an exception means for the person at the terminal.
 *
 * @param text what happened, where and why, on one or more lines
 * @param next what to do next; blank where the text says so itself
 * @param code the exit code
 */
record ErrorWords(String text, String next, int code) {

  /** The words for an exception, whatever it is. */
  static ErrorWords of(Throwable failure) {
    if (failure instanceof ConfigException || failure instanceof MappingRefused) {
      return failed(lines(failure), "");
    }
    if (failure instanceof CrmException crm) {
      return of(crm);
    }
    if (failure instanceof EngineException engine) {
      return new ErrorWords(
          lines(engine),
          "",
          engine.kind() == EngineException.Kind.LIMITED ? ExitCode.LIMITED : ExitCode.FAILED);
    }
    if (failure instanceof StoreException || failure instanceof PlanFileException) {
      return failed(one(failure), "");
    }
    if (failure instanceof UncheckedIOException io) {
      var cause = io.getCause();
      return failed(
          cause == null ? one(io) : one(io) + ": " + one(cause),
          "Check the file, its folder and the disk.");
    }
    return failed(
        "Something unexpected happened: "
            + failure.getClass().getSimpleName()
            + ": "
            + one(failure),
        "Run it again with -v and report what it shows.");
  }

  private static ErrorWords of(CrmException crm) {
    var side = crm.side().displayName();
    var code = crm.code().isBlank() ? "" : " [" + crm.code() + "]";
    var what =
        switch (crm.kind()) {
          case UNREACHABLE -> side + " does not answer" + code + ": ";
          case CREDENTIALS -> side + " refuses the credentials" + code + ": ";
          case FORBIDDEN -> side + " does not allow this to our user" + code + ": ";
          case DAILY_LIMIT -> "The calls that we may make to " + side + " today are used up: ";
          case CLOSED -> side + " is closed for a while" + code + ": ";
          case MISFIT -> "A request does not fit how " + side + " is set up" + code + ": ";
          case GARBLED -> "An answer of " + side + " cannot be understood" + code + ": ";
        };
    var until = crm.until().map(at -> " Worth another try from " + at + " on.").orElse("");
    return failed(what + one(crm), next(crm) + until);
  }

  private static String next(CrmException crm) {
    return switch (crm.kind()) {
      case UNREACHABLE ->
          "Check the network and the address in the config; the next run goes on from here.";
      case CREDENTIALS ->
          crm.side() == io.stagesync.vocabulary.Side.SALESFORCE
              ? "Check salesforce.client-id, client-secret (or jwt) and the app's run-as user."
              : "Check hubspot.access-token: a service key that was not rotated or deleted.";
      case FORBIDDEN -> "`stagesync doctor` says which permission or scope is missing.";
      case DAILY_LIMIT -> "Nothing is lost; a later run goes on from here.";
      case CLOSED -> "Nothing is lost; a later run goes on from here.";
      case MISFIT -> "`stagesync doctor` and `stagesync check --live` say what does not fit.";
      case GARBLED -> "Run it again; if it stays so, run it with -v and report what it shows.";
    };
  }

  private static ErrorWords failed(String text, String next) {
    return new ErrorWords(text, next, ExitCode.FAILED);
  }

  private static String one(Throwable failure) {
    var message = failure.getMessage();
    return Redaction.redact(message == null ? failure.getClass().getSimpleName() : message);
  }

  private static String lines(Throwable failure) {
    return String.valueOf(failure.getMessage())
        .lines()
        .map(Redaction::redact)
        .reduce((a, b) -> a + "\n" + b)
        .orElse("");
  }

  /** The words as lines. */
  String render() {
    return next.isBlank() ? text : text + "\n" + next;
  }
}
