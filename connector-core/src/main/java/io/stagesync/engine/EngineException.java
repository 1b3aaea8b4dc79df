package io.stagesync.engine;

/** A run could not begin or go on; its message says what happened and what to do next. */
public final class EngineException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Kind kind;

  /** What stands in the way. */
  public enum Kind {
    /** Another run is under way. */
    BUSY,
    /** The store belongs to another org or account. */
    FOREIGN,
    /** The mapping does not fit what the CRMs really have. */
    MISFIT,
    /** A saved plan was made for something else than what is here now. */
    STALE_PLAN,
    /** The limits stand in the way of a plan that nobody approved. */
    LIMITED
  }

  public EngineException(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  /** What stands in the way. */
  public Kind kind() {
    return kind;
  }
}
