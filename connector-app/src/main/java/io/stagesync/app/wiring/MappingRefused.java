package io.stagesync.app.wiring;

import io.stagesync.mapping.Diagnostic;
import java.util.List;
import java.util.stream.Collectors;

/** The mapping file cannot be used; the message lists everything that is wrong with it. */
public final class MappingRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Diagnostic> diagnostics;

  /** With everything that is wrong, in the file's order. */
  public MappingRefused(List<Diagnostic> diagnostics) {
    super(diagnostics.stream().map(Diagnostic::render).collect(Collectors.joining("\n")));
    this.diagnostics = List.copyOf(diagnostics);
  }

  /** Everything that is wrong, in the file's order. */
  public List<Diagnostic> diagnostics() {
    return diagnostics;
  }
}
