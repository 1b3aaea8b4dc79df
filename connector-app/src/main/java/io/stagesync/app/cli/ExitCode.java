package io.stagesync.app.cli;

/** What the exit codes mean. */
final class ExitCode {
  /** The command did its job; held pairs and conflicts are results, not failures. */
  static final int DONE = 0;

  /** It could not. */
  static final int FAILED = 1;

  /** There are changes; only with {@code plan --exit-code}. */
  static final int CHANGES = 2;

  /** Stopped by a limit, waiting for approval. */
  static final int LIMITED = 3;

  /** Finished, but some records failed or were refused, or a track is paused. */
  static final int SOME_FAILED = 4;

  private ExitCode() {}
}
