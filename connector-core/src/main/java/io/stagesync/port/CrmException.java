package io.stagesync.port;

import io.stagesync.vocabulary.Side;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A CRM could not do what was asked, and asking again in this run will not help. */
public final class CrmException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Side side;
  private final Kind kind;
  private final String code;
  private final @Nullable Instant until;

  /** What stands in the way. */
  public enum Kind {
    /** No answer, after every allowed attempt. */
    UNREACHABLE,
    /** The credentials were refused. */
    CREDENTIALS,
    /** Our user or app may not do this: a permission, a scope, an app that is blocked. */
    FORBIDDEN,
    /** The day's calls are used up, or the share of them that we may use. */
    DAILY_LIMIT,
    /** The CRM is closed for a while: maintenance, a move of its data. */
    CLOSED,
    /** Our request does not fit the CRM's set-up: a field, a kind of record or a version. */
    MISFIT,
    /** The answer could not be understood. */
    GARBLED
  }

  /**
   * @param code the CRM's own code, or a blank
   * @param message what happened and where, in words and without secrets
   * @param until when it is worth asking again, where the CRM says so
   */
  public CrmException(
      Side side,
      Kind kind,
      String code,
      String message,
      Optional<Instant> until,
      @Nullable Throwable cause) {
    super(message, cause);
    this.side = side;
    this.kind = kind;
    this.code = code;
    this.until = until.orElse(null);
  }

  /** Which CRM. */
  public Side side() {
    return side;
  }

  /** What stands in the way. */
  public Kind kind() {
    return kind;
  }

  /** The CRM's own code; blank where it gave none. */
  public String code() {
    return code;
  }

  /** When it is worth asking again, where the CRM says so. */
  public Optional<Instant> until() {
    return Optional.ofNullable(until);
  }
}
