package io.stagesync.mapping.yaml;

import io.stagesync.example.Example;
import io.stagesync.mapping.Diagnostic;
import io.stagesync.mapping.Mapping;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What became of reading a mapping file.
 *
 * @param mapping the mapping; empty as soon as one diagnostic is an error
 * @param tests the tests of the file as far as they could be read; not to be put where there is no
 *     mapping
 * @param diagnostics everything that is wrong or worth a look, in the order of the file
 */
public record LoadedMapping(
    Optional<Mapping> mapping, List<Example> tests, List<Diagnostic> diagnostics) {
  public LoadedMapping {
    tests = List.copyOf(tests);
    diagnostics = List.copyOf(diagnostics);
  }

  /** All diagnostics for people, one after the other; empty where there are none. */
  public String render() {
    return diagnostics.stream().map(Diagnostic::render).collect(Collectors.joining("\n"));
  }
}
