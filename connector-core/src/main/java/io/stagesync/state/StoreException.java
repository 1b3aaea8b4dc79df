package io.stagesync.state;

import org.jspecify.annotations.Nullable;

/** The store could not do what was asked; its message says what happened and what to do next. */
public final class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Kind kind;

  /** What stands in the way. */
  public enum Kind {
    /** There is no store at this place. */
    MISSING,
    /** No room is left on the disk. */
    FULL,
    /** The server or file cannot be reached, opened or written. */
    UNREACHABLE,
    /** It was written by a newer program. */
    NEWER,
    /** It belongs to another org or account, or to another kind of program. */
    FOREIGN,
    /** The place of the writer was lost to somebody else meanwhile. */
    LEASE_LOST,
    /** What is stored contradicts itself. */
    DAMAGED
  }

  public StoreException(Kind kind, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  /** What stands in the way. */
  public Kind kind() {
    return kind;
  }
}
