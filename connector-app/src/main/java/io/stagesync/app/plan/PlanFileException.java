package io.stagesync.app.plan;

/** A saved plan cannot be read or written; the message says why and what to do next. */
public final class PlanFileException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  PlanFileException(String message) {
    super(message);
  }

  PlanFileException(String message, Throwable cause) {
    super(message, cause);
  }
}
