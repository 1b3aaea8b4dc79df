package io.stagesync.app.cli;

import io.stagesync.app.references.ProjectFolder;
import io.stagesync.app.references.References;
import io.stagesync.app.references.Wanted;
import io.stagesync.app.references.WantedWords;
import io.stagesync.app.wiring.Assembly;
import io.stagesync.mapping.Mapping;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of a search through an exported Salesforce project. */
final class ReferenceSearch {
  @Option(
      names = "--references",
      paramLabel = "DIR",
      description =
          "Where an exported Salesforce project (source or metadata format) names the words of the"
              + " mapping file. Asks no CRM.")
  private @Nullable Path folder;

  @Option(
      names = "--mapping",
      paramLabel = "FILE",
      description =
          "With --references: the mapping file (default: the one that the config names). Needs"
              + " neither config nor store.")
  private @Nullable Path file;

  @Option(
      names = "--value",
      paramLabel = "TEXT",
      description = "With --references: look for this word alone; may be given several times.")
  private @Nullable List<String> values;

  /** The folder to search; empty where nobody asked for a search. */
  Optional<Path> folder() {
    return Optional.ofNullable(folder);
  }

  /** Whether it was said what to look for. */
  boolean narrowed() {
    return file != null || values != null;
  }

  /** Whether a word to look for is blank, which would find nothing or everything. */
  boolean blank() {
    return values != null && values.stream().anyMatch(String::isBlank);
  }

  /** Searches it. */
  References search(Path project, Path config, Assembly assembly) {
    if (!Files.isDirectory(project)) {
      throw new UncheckedIOException(
          project + " cannot be searched", new IOException("it is no folder"));
    }
    try {
      return ProjectFolder.search(project, words(config, assembly));
    } catch (IOException e) {
      throw new UncheckedIOException(project + " cannot be searched", e);
    }
  }

  private List<Wanted> words(Path config, Assembly assembly) {
    var named = values;
    if (named == null) {
      return WantedWords.of(Assembly.mapping(file == null ? assembly.mappingFile() : file));
    }
    Optional<Mapping> mapping =
        file != null
            ? Optional.of(Assembly.mapping(file))
            : Files.exists(config)
                ? Optional.of(Assembly.mapping(assembly.mappingFile()))
                : Optional.empty();
    return WantedWords.of(named, mapping);
  }
}
